import { ChevronDown } from "lucide-react";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldError, FieldHint, OptionalNote } from "./field";
import { fieldId, useFieldReply } from "./form-reply";
import { formatInterests } from "./format";
import { LiveRegion } from "./live-region";

interface Group {
  label: string;
  choices: readonly { value: string; label: string }[];
}

interface InterestsFieldProps {
  groups: readonly Group[];
  label: string;
  hint: string;
  /** As many as may be ticked. */
  most: number;
  required?: boolean;
}

/**
 * Interests as ticks under their six types, each folded with what is ticked in it beside its name: 46 boxes are a long way on
 * a phone. Folded boxes are sent and kept like open ones; the form sends one entry per tick.
 */
export function InterestsField({ groups, label, hint, most, required }: InterestsFieldProps) {
  const { t } = useTranslation("placements");
  const about = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const { typed, error } = useFieldReply("interests");
  const known = [typed ?? []].flat();
  const { ticked, readTicks } = useTicks(box, known);
  return (
    <fieldset ref={box} onChange={readTicks} aria-describedby={`${about}-hint${error ? ` ${about}-error` : ""}`}>
      <legend className="font-semibold">
        {label}
        {!required && <OptionalNote />}
      </legend>
      <FieldHint id={`${about}-hint`}>{hint}</FieldHint>
      {error && <FieldError id={`${about}-error`}>{error}</FieldError>}
      <LiveRegion shown>{t("field.interestsTicked", { count: ticked.length, most })}</LiveRegion>
      <div className="mt-3 border-t border-line">
        {groups.map((group, place) => (
          <FoldedGroup
            key={group.label}
            group={group}
            known={known}
            ticked={ticked}
            // The list of faults leads here: a box in a folded group takes no focus.
            summaryId={place === 0 ? fieldId("interests") : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface FoldedGroupProps {
  group: Group;
  /** Ticked by the server's answer; and as the boxes stand now. */
  known: readonly string[];
  ticked: readonly string[];
  summaryId: string | undefined;
}

function FoldedGroup({ group: { label, choices }, known, ticked, summaryId }: FoldedGroupProps) {
  const { i18n } = useTranslation();
  const names = choices.filter(({ value }) => ticked.includes(value)).map((choice) => choice.label);
  return (
    <details className="group border-b border-line">
      <summary id={summaryId} className="flex min-h-11 list-none items-start gap-2 py-2">
        <ChevronDown
          aria-hidden
          className="mt-0.5 size-5 shrink-0 text-accent transition-transform group-open:rotate-180"
        />
        <span className="min-w-0">
          <span className="font-semibold text-accent">{label}</span>
          {names.length > 0 && <span className="block">{formatInterests(names, i18n.language)}</span>}
        </span>
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend, and the summary is the name already. */}
      <div role="group" aria-label={label} className="grid gap-x-8 pb-3 sm:grid-cols-2">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
            <input
              type="checkbox"
              name="interests"
              value={choice.value}
              defaultChecked={known.includes(choice.value)}
              className="size-5 shrink-0"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </details>
  );
}

/** Which boxes are ticked, without taking them from the browser, so that drafts and answers set them as in any form. */
function useTicks(box: RefObject<HTMLFieldSetElement | null>, known: readonly string[]) {
  const [ticked, setTicked] = useState(known);
  const readTicks = () => {
    const boxes = box.current?.querySelectorAll<HTMLInputElement>("input:checked") ?? [];
    setTicked([...boxes].map(({ value }) => value));
  };
  // A draft of this tab is put back once the form is on the page, after this effect.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival.
  useEffect(() => {
    const frame = requestAnimationFrame(readTicks);
    return () => cancelAnimationFrame(frame);
  }, []);
  return { ticked, readTicks };
}
