import { useTranslation } from "react-i18next";
import type { ClearanceKind } from "~/domain/clearance/kinds";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup, Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { DateField, TextField } from "~/ui/text-fields";
import { useCheckType } from "~/ui/use-check-type";

const RESULTS = ["clear", "not_clear", "pending"] as const;

interface CheckFormProps {
  kinds: readonly ClearanceKind[];
  today: string;
  /** The entry whose place the new one takes. */
  mistaken: { id: string; type: string; result: string; checkedOn: string; reference: string } | null;
  /** Where a correction is given up. */
  cancelTo: string;
  /** `expiresOn` is there once the last day was worked out for what was typed; null without an end. */
  reply: (FormReply & { expiresOn?: string | null }) | undefined;
}

/** A check is written down in two presses: the first shows to which day it counts, the second saves it. */
export function CheckForm({ kinds, today, mistaken, cancelTo, reply }: CheckFormProps) {
  const { t } = useTranslation("clearances");
  const typeName = useCheckType();
  const end = reply?.expiresOn;
  const types = [...new Set([...kinds.map(({ type }) => type), ...(mistaken ? [mistaken.type] : [])])];
  return (
    <Form reply={reply} draft={`check-${mistaken?.id ?? "new"}`}>
      {mistaken && <input type="hidden" name="replaces" value={mistaken.id} />}
      <Select
        name="type"
        label={t("form.type")}
        required
        defaultValue={mistaken?.type}
        choices={types.map((type) => ({ value: type, label: typeName(type) }))}
      />
      <RadioGroup
        name="result"
        label={t("form.result")}
        required
        defaultValue={mistaken?.result}
        choices={RESULTS.map((value) => ({ value, label: t(`result.${value}`), hint: t(`form.means.${value}`) }))}
      />
      <DateField
        name="checkedOn"
        label={t("form.checkedOn")}
        hint={t("form.checkedOnHint")}
        required
        max={today}
        defaultValue={mistaken?.checkedOn}
      />
      <DateField name="endsOn" label={t("form.endsOn")} hint={t("form.endsOnHint")} />
      <TextField
        name="reference"
        label={t("form.reference")}
        hint={t("form.referenceHint")}
        required
        maxLength={40}
        autoComplete="off"
        defaultValue={mistaken?.reference}
      />
      <div role="status">{end !== undefined && <LastDay end={end} today={today} result={reply?.values?.result} />}</div>
      {end !== undefined && <input type="hidden" name="shown" value={end ?? "none"} />}
      <div className="flex flex-wrap gap-3">
        {end === undefined ? (
          <Button look="primary" name="intent" value="review" pendingText={t("form.reviewing")}>
            {t("form.review")}
          </Button>
        ) : (
          <Button look="primary" name="intent" value="record" pendingText={t("form.recording")}>
            {t(mistaken ? "form.saveCorrection" : "form.record")}
          </Button>
        )}
        {mistaken && <LinkButton to={cancelTo}>{t("form.cancel")}</LinkButton>}
      </div>
    </Form>
  );
}

/** What saving it will mean. */
function LastDay({ end, today, result }: { end: string | null; today: string; result: unknown }) {
  const { t, i18n } = useTranslation("clearances");
  if (result === "not_clear") return <Notice tone="stop">{t("form.notClear")}</Notice>;
  if (result === "pending") return <Notice tone="wait">{t("form.pending")}</Notice>;
  if (end === null) return <Notice tone="go">{t("form.noEnd")}</Notice>;
  const day = formatDay(end, i18n.language, { withYear: true });
  return end < today ? (
    <Notice tone="stop">{t("form.over", { day })}</Notice>
  ) : (
    <Notice tone="go">{t("form.until", { day })}</Notice>
  );
}
