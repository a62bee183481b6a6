import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useFieldIds, useFieldReply } from "./form-reply";

/** What every field says about itself. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  /** How to answer, before any mistake. */
  hint?: ReactNode;
  /** A sentence that says what to do. Without it the field shows what the form's reply says about its name. */
  error?: string | undefined;
  required?: boolean;
}

/** Attributes that join a control with its label, hint and error. */
export interface ControlProps {
  id: string;
  name: string;
  required: boolean | undefined;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** The look of a control in which people type or choose: a line of text, a month and a list are as high as a button. */
export const controlLook =
  "block w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-base not-[textarea]:leading-6 text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-stop disabled:bg-sunken disabled:text-ink-soft";

/** Follows a label. The space is text, so that it is in the name that is read out: "Where (optional)". */
export function OptionalNote() {
  const { t } = useTranslation();
  return <span className="font-normal text-ink-soft">{` ${t("form.optional")}`}</span>;
}

/** Label, hint and error around one control. Questions are needed unless they say "optional". */
export function Field({
  name,
  label,
  hint,
  error,
  required,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const about = useId();
  const fault = useFieldReply(name).error ?? error;
  const described = [hint && `${about}-hint`, fault && `${about}-error`].filter(Boolean).join(" ");
  const id = useFieldIds()(name);
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
        {!required && <OptionalNote />}
      </label>
      {hint && <FieldHint id={`${about}-hint`}>{hint}</FieldHint>}
      {fault && <FieldError id={`${about}-error`}>{fault}</FieldError>}
      <div className="mt-1.5">
        {children({
          id,
          name,
          required,
          "aria-invalid": fault ? true : undefined,
          "aria-describedby": described || undefined,
        })}
      </div>
    </div>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-ink-soft">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="font-semibold text-stop">
      {children}
    </p>
  );
}
