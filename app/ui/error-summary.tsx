import { type MouseEvent, useContext, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldScope, fieldId } from "./form-reply";

/** The list of what a form still needs, with a link to each field. It takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: Record<string, string | undefined> | undefined }) {
  const { t } = useTranslation(["common", "errors"]);
  const scope = useContext(FieldScope);
  const box = useRef<HTMLDivElement>(null);
  const faults = Object.entries(errors ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const [labels, setLabels] = useState<Record<string, string>>({});
  useEffect(() => {
    setLabels(Object.fromEntries(Object.keys(errors ?? {}).map((name) => [name, labelOf(fieldId(name, scope))])));
    if (Object.values(errors ?? {}).some(Boolean)) box.current?.focus();
  }, [errors, scope]);
  // Beside its field this sentence is plain; in the list nobody would know which one is meant.
  const namesNothing = t("errors:field.missing");
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
              <a
                href={`#${fieldId(name, scope)}`}
                onClick={goToField}
                className="text-stop underline underline-offset-4"
              >
                {sentence === namesNothing && labels[name] ? `${labels[name]}: ${sentence}` : sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stands over a field, as its form has it; a group of boxes has none. */
const labelOf = (id: string) => document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent ?? "";

/** Goes to the field without a navigation, because a navigation would forget what the form answered. */
function goToField(event: MouseEvent<HTMLAnchorElement>): void {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.closest("div, fieldset")?.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}
