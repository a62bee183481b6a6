import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HostProfileFields } from "~/ui/host-profile-fields";
import { TextArea } from "~/ui/text-fields";

/** The host profile in under two minutes: where, who, what; or no; or a question. */
export function InvitationForm({ mentorName, reply }: { mentorName: string; reply: FormReply | undefined }) {
  const { t } = useTranslation("introductions");
  const asking = reply?.values?.answer === "question";
  return (
    <div className="space-y-6">
      <Form reply={asking ? undefined : reply} draft="invitation">
        <HostProfileFields mentorName={mentorName} />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" name="answer" value="accept" pendingText={t("invitation.sending")}>
            {t("invitation.accept")}
          </Button>
          <Button name="answer" value="decline" pendingText={t("invitation.sending")}>
            {t("invitation.decline")}
          </Button>
        </div>
      </Form>
      <Disclosure summary={t("invitation.question")} open={asking}>
        <Form reply={asking ? reply : undefined}>
          <TextArea name="question" label={t("invitation.questionLabel")} required rows={3} />
          <Button name="answer" value="question" pendingText={t("invitation.sending")}>
            {t("invitation.ask")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
