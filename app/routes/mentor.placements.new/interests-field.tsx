import { useId } from "react";
import { useTranslation } from "react-i18next";
import { MOST_INTERESTS } from "~/domain/placement/post";
import { FieldError, FieldHint } from "~/ui/field";
import { fieldId, useFieldReply } from "~/ui/form-reply";

interface Group {
  label: string;
  choices: readonly { value: string; label: string }[];
}

/** Interests as ticks under their six types; the form sends one entry per tick. */
export function InterestsField({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation("placements");
  const about = useId();
  const { typed, error } = useFieldReply("interests");
  const ticked = new Set([typed ?? []].flat());
  const first = groups[0]?.choices[0]?.value;
  return (
    <fieldset aria-describedby={`${about}-hint${error ? ` ${about}-error` : ""}`}>
      <legend className="font-semibold">{t("field.interests")}</legend>
      <FieldHint id={`${about}-hint`}>{t("field.interestsHint", { most: MOST_INTERESTS })}</FieldHint>
      {error && <FieldError id={`${about}-error`}>{error}</FieldError>}
      <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {groups.map((group) => (
          <fieldset key={group.label}>
            <legend className="border-b border-line pb-1 text-ink-soft">{group.label}</legend>
            {group.choices.map(({ value, label }) => (
              <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
                <input
                  type="checkbox"
                  name="interests"
                  value={value}
                  id={value === first ? fieldId("interests") : `${fieldId("interests")}-${value}`}
                  defaultChecked={ticked.has(value)}
                  className="size-5 shrink-0"
                />
                {label}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
