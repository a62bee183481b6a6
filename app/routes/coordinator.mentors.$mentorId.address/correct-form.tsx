import { useTranslation } from "react-i18next";
import type { MentorMailView } from "~/features/mentors/open-mentor-mail.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { TextField } from "~/ui/text-fields";

interface CorrectFormProps {
  way: MentorMailView["ways"][number];
  reply: FormReply | undefined;
}

/** The address as it should be, and the button that saves it and writes there. */
export function CorrectForm({ way: { mail, isDead }, reply }: CorrectFormProps) {
  const { t } = useTranslation("mentors");
  const isOurs = reply !== undefined && reply.values?.was === mail;
  return (
    <div className="space-y-4">
      {isDead && (
        <Notice tone="stop">
          <span className="break-all">{t("address.dead", { mail })}</span>
        </Notice>
      )}
      <Form reply={isOurs ? reply : undefined} scope={mail}>
        <input type="hidden" name="was" value={mail} />
        <TextField
          name="address"
          type="email"
          inputMode="email"
          label={t("address.label")}
          hint={t("address.hint")}
          autoComplete="off"
          defaultValue={mail}
          required
        />
        <Button look="primary" pendingText={t("saving")}>
          {t("address.save")}
        </Button>
      </Form>
    </div>
  );
}
