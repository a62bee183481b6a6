import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextField } from "~/ui/text-fields";

/** The address as it should be, and the button that saves it and sends the mail there. */
export function SendAgainForm({ suggested, reply }: { suggested: string; reply: FormReply | undefined }) {
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
      <Button look="primary" pendingText={t("unreached.sending")}>
        {t("unreached.send")}
      </Button>
    </Form>
  );
}
