import { useTranslation } from "react-i18next";
import { FIRST_KINDS } from "~/domain/introduction/first-placement";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea, TextField } from "~/ui/text-fields";

/** The host profile in under two minutes: where, who, what; or no; or a question. */
export function InvitationForm({ mentorName, reply }: { mentorName: string; reply: FormReply | undefined }) {
  const { t } = useTranslation("introductions");
  const asking = reply?.values?.answer === "question";
  return (
    <div className="space-y-6">
      <Form reply={asking ? undefined : reply} draft="invitation">
        <TextField
          name="organisationName"
          label={t("invitation.organisation")}
          hint={t("invitation.organisationHint")}
          autoComplete="organization"
          required
        />
        <TextField
          name="mentorName"
          label={t("invitation.name")}
          autoComplete="name"
          defaultValue={mentorName}
          required
        />
        <TextField name="title" label={t("invitation.job")} autoComplete="organization-title" />
        <TextArea name="offer" label={t("invitation.offer")} rows={3} />
        <RadioGroup
          name="firstKind"
          label={t("invitation.first")}
          hint={t("invitation.firstHint")}
          choices={FIRST_KINDS.map((value) => ({ value, label: t(`invitation.firstKind.${value}`) }))}
        />
        <TextField
          name="street"
          label={t("invitation.street")}
          hint={t("invitation.streetHint")}
          autoComplete="street-address"
        />
        <TextField name="postcode" label={t("invitation.postcode")} inputMode="numeric" autoComplete="postal-code" />
        <TextField
          name="phone"
          type="tel"
          label={t("invitation.phone")}
          hint={t("invitation.phoneHint")}
          autoComplete="tel"
        />
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
