import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFieldIds } from "./form-reply";

/** The list of what a form still needs, with a link to each field. It takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: Record<string, string | undefined> | undefined }) {
  const { t } = useTranslation();
  const fieldId = useFieldIds();
  const box = useRef<HTMLDivElement>(null);
  const faults = Object.entries(errors ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  useEffect(() => {
    if (Object.values(errors ?? {}).some(Boolean)) box.current?.focus();
  }, [errors]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md border-s-4 border-stop bg-stop-soft px-4 py-3">
      <p className="font-semibold">{t("form.faults", { count: faults.length })}</p>
      <ul className="mt-1 list-disc ps-5">
        {faults.map(([name, sentence]) => (
          <li key={name} className="whitespace-pre-line">
            {name === "" ? (
              sentence
            ) : (
              <a href={`#${fieldId(name)}`} onClick={goToField} className="text-stop underline underline-offset-4">
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Goes to the field without a navigation, because a navigation would forget what the form answered. */
function goToField(event: MouseEvent<HTMLAnchorElement>): void {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.closest("div, fieldset")?.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}
