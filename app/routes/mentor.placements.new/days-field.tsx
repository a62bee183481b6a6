import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldError, FieldHint } from "~/ui/field";
import { fieldId, useFieldReply } from "~/ui/form-reply";
import { formatWeekday } from "~/ui/format";
import { NumberField, TimeField } from "~/ui/text-fields";
import { WEEKDAYS } from "./weekdays";

/** Weekdays, each with its hours and seats; those of a day show once it is ticked, where the browser can tell. */
export function DaysField() {
  const { t } = useTranslation("placements");
  const about = useId();
  const { typed, error } = useFieldReply("weekday");
  const ticked = new Set([typed ?? []].flat());
  return (
    <fieldset aria-describedby={`${about}-hint${error ? ` ${about}-error` : ""}`}>
      <legend className="font-semibold">{t("field.days")}</legend>
      <FieldHint id={`${about}-hint`}>{t("field.daysHint")}</FieldHint>
      {error && <FieldError id={`${about}-error`}>{error}</FieldError>}
      <div className="mt-2 divide-y divide-line border-y border-line">
        {WEEKDAYS.map((weekday) => (
          <DayRow key={weekday} weekday={weekday} isTicked={ticked.has(String(weekday))} />
        ))}
      </div>
    </fieldset>
  );
}

function DayRow({ weekday, isTicked }: { weekday: number; isTicked: boolean }) {
  const { t, i18n } = useTranslation("placements");
  const name = formatWeekday(weekday, i18n.language);
  return (
    <fieldset className="group/day">
      <legend className="heard-only">{name}</legend>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 py-2 first-letter:uppercase">
        <input
          type="checkbox"
          name="weekday"
          value={weekday}
          id={weekday === 1 ? fieldId("weekday") : `${fieldId("weekday")}-${weekday}`}
          defaultChecked={isTicked}
          className="size-5 shrink-0"
        />
        {name}
      </label>
      <div className="grid grid-cols-2 gap-4 pb-4 sm:grid-cols-3 group-[:not(:has(:checked))]/day:hidden">
        <TimeField name={`starts${weekday}`} label={t("field.from")} required />
        <TimeField name={`ends${weekday}`} label={t("field.to")} required />
        <NumberField name={`seats${weekday}`} label={t("field.daySeats")} inputMode="numeric" />
      </div>
    </fieldset>
  );
}
