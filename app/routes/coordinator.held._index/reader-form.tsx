import { useTranslation } from "react-i18next";
import type { HeldPage } from "~/features/conversations/open-held.server";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { NumberField } from "~/ui/text-fields";

interface ReaderFormProps {
  page: Pick<HeldPage, "deciders" | "readerId" | "hours">;
  reply: FormReply | undefined;
}

/** Who reads first what waits, and for how long it is theirs. */
export function ReaderForm({ page: { deciders, readerId, hours }, reply }: ReaderFormProps) {
  const { t } = useTranslation("conversations");
  return (
    <Form reply={reply}>
      <Select
        name="readerId"
        label={t("desk.reader")}
        hint={t("desk.readerHint")}
        emptyLabel={t("desk.everybody")}
        choices={deciders.map(({ personId, fullName }) => ({ value: personId, label: fullName }))}
        defaultValue={readerId}
      />
      <NumberField
        name="hours"
        label={t("desk.hours")}
        hint={t("desk.hoursHint")}
        defaultValue={hours}
        inputMode="numeric"
        required
      />
      <Button look="primary" name="intent" value="save" pendingText={t("desk.saving")}>
        {t("desk.save")}
      </Button>
    </Form>
  );
}
