import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextField } from "~/ui/text-fields";

/** The address as it should be, and the button that saves it and sends the mail there. */
export function SendAgainForm({
  suggested,
  asksWhose,
  reply,
}: {
  suggested: string;
  /** Whether somebody comes in with the old address, so that staff say whose it is. */
  asksWhose: boolean;
  reply: FormReply | undefined;
}) {
  const { t } = useTranslation("mails");
  return (
    <Form reply={reply}>
      <TextField
        name="address"
        type="email"
        inputMode="email"
        label={t("unreached.newAddress")}
        hint={t("unreached.newAddressHint")}
        autoComplete="off"
        defaultValue={suggested}
        required
      />
      {asksWhose && (
        <Select
          name="old"
          label={t("unreached.old")}
          hint={t("unreached.oldHint")}
          emptyLabel={t("unreached.oldChoose")}
          choices={[
            { value: "theirs", label: t("unreached.oldTheirs") },
            { value: "strangers", label: t("unreached.oldStrangers") },
          ]}
          required
        />
      )}
      <Button look="primary" pendingText={t("unreached.sending")}>
        {t("unreached.send")}
      </Button>
    </Form>
  );
}
