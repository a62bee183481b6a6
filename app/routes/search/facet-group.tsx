import { type ReactNode, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "~/ui/format";

export interface FacetChoice {
  value: string;
  label: string;
  /** How many there are; left out where nobody counts. */
  count?: number;
}

interface FacetGroupProps {
  form: string;
  name: string;
  label: string;
  type?: "checkbox" | "radio";
  choices: readonly FacetChoice[];
  chosen: readonly string[];
  onTick: () => void;
  /** What narrows the choices themselves; then the group is there without any. */
  children?: ReactNode;
}

/** Choices shown at first; the rest is one click away. */
const SHOWN = 8;

/** Boxes to tick, each with how many placements it leaves. They belong to the search form wherever they stand. */
export function FacetGroup({
  form,
  name,
  label,
  type = "checkbox",
  choices,
  chosen,
  onTick,
  children,
}: FacetGroupProps) {
  const { t, i18n } = useTranslation("search");
  const [all, setAll] = useState(false);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const id = useId();
  if (choices.length === 0 && !children) return null;
  // Without scripts everything is there; the button that hides some comes with them.
  const hidden = (place: number, value: string) => isScripted && place >= SHOWN && !all && !chosen.includes(value);
  return (
    <fieldset className="border-t border-line pt-3 pb-2 first-of-type:border-t-0">
      <legend className="float-start mb-1 w-full font-semibold">{label}</legend>
      {children && <div className="clear-both">{children}</div>}
      <ul id={id} className="clear-both">
        {choices.map(({ value, label: words, count }, place) => (
          <li key={value} hidden={hidden(place, value)}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
              <input
                type={type}
                form={form}
                name={name}
                value={value}
                checked={chosen.includes(value)}
                onChange={onTick}
                className="size-5 shrink-0"
              />
              <span className="min-w-0 flex-1 break-words">{words}</span>
              {count !== undefined && (
                <span className="text-small text-ink-soft tabular-nums">
                  <span aria-hidden>{formatNumber(count, i18n.language)}</span>
                  <span className="heard-only">{t("facet.count", { count })}</span>
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {isScripted && choices.length > SHOWN && (
        <button
          type="button"
          aria-expanded={all}
          aria-controls={id}
          onClick={() => setAll(!all)}
          className="min-h-11 text-accent underline underline-offset-4"
        >
          {all ? t("facet.fewer") : t("facet.more", { count: choices.length - SHOWN })}
        </button>
      )}
    </fieldset>
  );
}
