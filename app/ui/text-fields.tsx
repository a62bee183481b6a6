import type { ComponentPropsWithoutRef } from "react";
import { controlLook, Field, type FieldProps } from "./field";
import { useFieldReply } from "./form-reply";

type InputProps = Omit<ComponentPropsWithoutRef<"input">, "name" | "className" | "id">;

/** What was typed wins over what the server knew. */
function useText(name: string, defaultValue: unknown): string | undefined {
  const { typed } = useFieldReply(name);
  if (typed !== undefined) return Array.isArray(typed) ? typed[0] : typed;
  return defaultValue === undefined || defaultValue === null ? undefined : String(defaultValue);
}

/** One line of text. Give `type`, `autoComplete` and `inputMode` where they apply; pasting always works. */
export function TextField({ name, label, hint, error, required, defaultValue, ...input }: FieldProps & InputProps) {
  const text = useText(name, defaultValue);
  return (
    <Field {...{ name, label, hint, error, required }}>
      {(control) => <input type="text" {...input} {...control} defaultValue={text} className={controlLook} />}
    </Field>
  );
}

type AreaProps = Omit<ComponentPropsWithoutRef<"textarea">, "name" | "className" | "id">;

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  error,
  required,
  defaultValue,
  rows = 4,
  ...area
}: FieldProps & AreaProps) {
  const text = useText(name, defaultValue);
  return (
    <Field {...{ name, label, hint, error, required }}>
      {(control) => (
        <textarea
          rows={rows}
          {...area}
          {...control}
          defaultValue={text}
          className={`${controlLook} min-h-28 field-sizing-content`}
        />
      )}
    </Field>
  );
}

/** A number that is counted, not calculated with: no spinner, no wheel, digits keyboard on phones. */
export function NumberField({ name, label, hint, error, required, defaultValue, ...input }: FieldProps & InputProps) {
  const text = useText(name, defaultValue);
  return (
    <Field {...{ name, label, hint, error, required }}>
      {(control) => (
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...input}
          {...control}
          defaultValue={text}
          className={`${controlLook} max-w-40`}
        />
      )}
    </Field>
  );
}

/** A day, as "YYYY-MM-DD". */
export function DateField({ name, label, hint, error, required, defaultValue, ...input }: FieldProps & InputProps) {
  const text = useText(name, defaultValue);
  return (
    <Field {...{ name, label, hint, error, required }}>
      {(control) => (
        <input type="date" {...input} {...control} defaultValue={text} className={`${controlLook} max-w-56`} />
      )}
    </Field>
  );
}

/** A time of day, as "HH:MM"; seconds that the database adds are dropped. */
export function TimeField({ name, label, hint, error, required, defaultValue, ...input }: FieldProps & InputProps) {
  const text = useText(name, defaultValue)?.slice(0, 5);
  return (
    <Field {...{ name, label, hint, error, required }}>
      {(control) => (
        <input type="time" {...input} {...control} defaultValue={text} className={`${controlLook} max-w-40`} />
      )}
    </Field>
  );
}

/** A file from the visitor's device; name the kinds in `accept`. The form needs `encType="multipart/form-data"`. */
export function FileField({ name, label, hint, error, required, ...input }: FieldProps & InputProps) {
  return (
    <Field {...{ name, label, hint, error, required }}>
      {(control) => (
        <input
          type="file"
          {...input}
          {...control}
          className={`${controlLook} file:me-4 file:rounded-md file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-semibold file:text-accent`}
        />
      )}
    </Field>
  );
}
