import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";
import { controlLook, Field, FieldError, FieldHint, type FieldProps, OptionalNote } from "./field";
import { useFieldIds, useFieldReply } from "./form-reply";

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface SelectProps
  extends FieldProps,
    Omit<ComponentPropsWithoutRef<"select">, "name" | "className" | "id" | "required"> {
  choices: readonly (Choice & { label: string })[];
  /** The first, empty row, such as "any day"; left out, the first choice is preset. */
  emptyLabel?: string;
}

/** A native select. */
export function Select({
  name,
  label,
  hint,
  error,
  required,
  choices,
  emptyLabel,
  defaultValue,
  ...select
}: SelectProps) {
  const { typed } = useFieldReply(name);
  return (
    <Field {...{ name, label, hint, error, required }}>
      {(control) => (
        <select {...select} {...control} defaultValue={typed ?? defaultValue} className={controlLook}>
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface GroupProps extends FieldProps {
  choices: readonly Choice[];
  defaultValue?: string | readonly string[] | undefined;
}

/** Pick any number. The form holds one entry per tick. */
export const CheckboxGroup = (props: GroupProps) => <ChoiceGroup {...props} type="checkbox" />;

/** Pick one. */
export const RadioGroup = (props: GroupProps) => <ChoiceGroup {...props} type="radio" />;

function ChoiceGroup({
  type,
  name,
  label,
  hint,
  error,
  required,
  choices,
  defaultValue,
}: GroupProps & { type: "checkbox" | "radio" }) {
  const about = useId();
  const fieldId = useFieldIds();
  const reply = useFieldReply(name);
  const fault = reply.error ?? error;
  const preset = new Set([reply.typed ?? defaultValue ?? []].flat());
  const described = [hint && `${about}-hint`, fault && `${about}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={described || undefined}>
      <legend className="font-semibold">
        {label}
        {!required && <OptionalNote />}
      </legend>
      {hint && <FieldHint id={`${about}-hint`}>{hint}</FieldHint>}
      {fault && <FieldError id={`${about}-error`}>{fault}</FieldError>}
      <div className="mt-1.5 grid gap-x-6 sm:grid-cols-2">
        {choices.map((choice, place) => (
          <Tick
            key={choice.value}
            type={type}
            name={name}
            value={choice.value}
            id={place === 0 ? fieldId(name) : `${fieldId(name)}-${place}`}
            defaultChecked={preset.has(choice.value)}
            hint={choice.hint}
          >
            {choice.label}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckboxProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
}

/** One tick by itself; its value is "on" unless named. */
export function Checkbox({ name, label, hint, value = "on", defaultChecked }: CheckboxProps) {
  const { typed, error } = useFieldReply(name);
  const fieldId = useFieldIds();
  const about = useId();
  return (
    <div>
      <Tick
        type="checkbox"
        name={name}
        value={value}
        id={fieldId(name)}
        defaultChecked={typed === undefined ? defaultChecked : [typed].flat().includes(value)}
        hint={hint}
        errorId={error && `${about}-error`}
      >
        {label}
      </Tick>
      {error && <FieldError id={`${about}-error`}>{error}</FieldError>}
    </div>
  );
}

interface TickProps extends ComponentPropsWithoutRef<"input"> {
  hint?: ReactNode;
  errorId?: string | undefined;
}

/** The box and its words; the whole line is the target, at least 44 px high. */
function Tick({ hint, errorId, children, ...input }: TickProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        {...input}
        aria-describedby={errorId}
        aria-invalid={errorId ? true : undefined}
        className="mt-1 size-5 shrink-0"
      />
      <span className="min-w-0">
        {children}
        {hint && <span className="block text-small text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
