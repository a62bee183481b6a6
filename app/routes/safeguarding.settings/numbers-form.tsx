import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { NumberField, TextArea } from "~/ui/text-fields";

interface NumbersFormProps {
  settings: { emergencyNumbers: string; concernMinutes: number };
  reply: FormReply | null | undefined;
}

/** Whom to call in danger, and how long a report may wait before the next people are told. */
export function NumbersForm({ settings, reply }: NumbersFormProps) {
  const { t } = useTranslation("concerns");
  return (
    <Form reply={reply}>
      <TextArea
        name="emergencyNumbers"
        label={t("settings.numbers")}
        hint={t("settings.numbersHint")}
        defaultValue={settings.emergencyNumbers}
        maxLength={600}
        rows={3}
        required
      />
      <NumberField
        name="concernMinutes"
        label={t("settings.minutes")}
        hint={t("settings.minutesHint")}
        defaultValue={settings.concernMinutes}
        inputMode="numeric"
        required
      />
      <Button name="intent" value="save" pendingText={t("settings.saving")}>
        {t("settings.save")}
      </Button>
    </Form>
  );
}
