import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";

interface LookFormProps {
  contacts: readonly { contactId: string; name: string }[];
  reply: FormReply | undefined;
}

/** Chooses the contact whose data fill the mails, to be looked at or sent to oneself. */
export function LookForm({ contacts, reply }: LookFormProps) {
  const { t } = useTranslation("sequences");
  return (
    <Form reply={reply} scope="look">
      <Select
        name="contactId"
        label={t("steps.contact")}
        choices={contacts.map(({ contactId, name }) => ({ value: contactId, label: name }))}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview" pendingText={t("saving")}>
          {t("steps.look")}
        </Button>
        <Button name="intent" value="test" pendingText={t("saving")}>
          {t("steps.test")}
        </Button>
      </div>
    </Form>
  );
}
