import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { DateField } from "~/ui/text-fields";

interface CoverFormProps {
  advisories: readonly { id: string; name: string; advisor: string }[];
  colleagues: readonly { id: string; name: string }[];
  today: string;
  reply: FormReply | undefined;
}

/** Who covers which advisory, from which day to which. */
export function CoverForm({ advisories, colleagues, today, reply }: CoverFormProps) {
  const { t } = useTranslation("home");
  return (
    <Form reply={reply} scope="give">
      <Select
        name="advisoryId"
        label={t("cover.advisory")}
        required
        choices={advisories.map(({ id, name, advisor }) => ({ value: id, label: `${name} (${advisor})` }))}
      />
      <Select
        name="personId"
        label={t("cover.who")}
        required
        emptyLabel={t("cover.choose")}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="from" label={t("cover.from")} required min={today} defaultValue={today} />
      <DateField name="to" label={t("cover.to")} hint={t("cover.toHint")} required min={today} />
      <Button look="primary" name="intent" value="give" pendingText={t("tasks.saving")}>
        {t("cover.save")}
      </Button>
    </Form>
  );
}
