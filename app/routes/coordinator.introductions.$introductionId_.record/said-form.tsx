import { useTranslation } from "react-i18next";
import { AddressFields } from "~/ui/address-fields";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HostProfileFields } from "~/ui/host-profile-fields";
import { HowItWasSaid } from "~/ui/how-it-was-said";
import { Section } from "~/ui/page";
import { TextArea } from "~/ui/text-fields";

interface SaidFormProps {
  id: string;
  name: string;
  mail: string;
  phone: string;
  language: string;
  languages: readonly string[];
  /** What they may have said, as things stand. */
  takes: readonly ("accept" | "decline" | "question")[];
  reply: FormReply | undefined;
}

// What goes with an answer shows once that answer is ticked. By style alone, so it does so without scripts, and where a browser
// does not know `:has()` all of it shows.
const WITH_YES = "group-not-has-[[value=accept]:checked]/said:hidden";
const WITH_QUESTION = "group-not-has-[[value=question]:checked]/said:hidden";

/** What somebody who was introduced says, as staff take it down. */
export function SaidForm({ id, name, phone, takes, reply, ...reached }: SaidFormProps) {
  const { t } = useTranslation("acting");
  return (
    <Form reply={reply} draft={`record-answer-${id}`} encType="multipart/form-data" className="group/said space-y-6">
      <RadioGroup
        name="answer"
        label={t("ofHost.what")}
        required
        {...(takes.length === 1 && { defaultValue: takes })}
        choices={takes.map((value) => ({
          value,
          label: t(`ofHost.${value}`),
          hint: value === "decline" ? t("ofHost.declineHint") : undefined,
        }))}
      />
      <div className={WITH_QUESTION}>
        <TextArea name="question" label={t("ofHost.theirQuestion")} required rows={2} />
      </div>
      {takes.includes("accept") ? (
        <div className={WITH_YES}>
          <Section title={t("ofHost.withYes")} lead={t("ofHost.withYesLead")}>
            <div className="space-y-6">
              <HostProfileFields mentorName={name} phone={phone} forSomebody />
              <AddressFields {...reached} isOptional />
            </div>
          </Section>
        </div>
      ) : (
        <input type="hidden" name="mentorLanguage" value={reached.language} />
      )}
      <HowItWasSaid channelHint={t(takes.includes("accept") ? "ofHost.howHint" : "ofHost.howHintLater")} />
      <Button look="primary" type="submit" pendingText={t("scans.saving")}>
        {t("forStudent.save")}
      </Button>
    </Form>
  );
}
