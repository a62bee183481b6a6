import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { DescriptionList } from "./description-list";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatInterests, formatPhone } from "./format";
import { Notice } from "./notice";
import { Section } from "./page";
import { SentenceWithPhone } from "./phone-link";
import { TextArea } from "./text-fields";

interface HostPage {
  pursuitId: string;
  state: string;
  firstName: string;
  gradeBand: string;
  interests: readonly string[];
  reasons: readonly { code: "chose" | "shared" | "mentor_too" | "related"; likes: readonly string[]; near: string }[];
  school: { name: string; helpName: string; helpPhone: string };
}

/** What a host may know about a student, yes and no, and the way to ask first. */
export function HostAnswer({ page, reply }: { page: HostPage; reply: FormReply | undefined }) {
  const { t, i18n } = useTranslation("pursuits");
  const { helpName: name, helpPhone: phone } = page.school;
  const help = (
    <p className="text-ink-soft">
      <SentenceWithPhone sentence={t("host.help", { name, phone: formatPhone(phone) })} phone={phone} />
    </p>
  );
  if (page.state !== "contacted") {
    const known = ["offered", "not_taken", "accepted", "paused"].includes(page.state)
      ? (page.state as "offered" | "not_taken" | "accepted" | "paused")
      : "closed";
    return (
      <>
        <Notice tone={known === "offered" || known === "accepted" ? "go" : "info"}>{t(`host.${known}`)}</Notice>
        {help}
      </>
    );
  }
  const asked = reply?.values?.answer === "question";
  return (
    <>
      <Section title={t("host.who")} lead={t("host.promise")}>
        <DescriptionList
          rows={[
            { name: t("host.name"), value: page.firstName },
            { name: t("host.band"), value: page.gradeBand },
            { name: t("host.likes"), value: formatInterests(page.interests, i18n.language) },
          ]}
        />
      </Section>
      <WhyThisStudent page={page} />
      <AnswerForm pursuitId={page.pursuitId} reply={asked ? undefined : reply} />
      <QuestionForm pursuitId={page.pursuitId} reply={asked ? reply : undefined} />
      {help}
    </>
  );
}

/** Reasons in words, all of them from what the host may know. */
function WhyThisStudent({ page: { firstName: name, reasons } }: { page: HostPage }) {
  const { t, i18n } = useTranslation("pursuits");
  return (
    <Section title={t("host.why.title", { name })} lead={t("host.why.lead")}>
      <ul className="list-disc space-y-1 ps-5">
        {reasons.map(({ code, likes, near }) => (
          <li key={code}>{t(`host.why.${code}`, { name, interests: formatInterests(likes, i18n.language), near })}</li>
        ))}
      </ul>
    </Section>
  );
}

interface HostFormProps {
  pursuitId: string;
  reply: FormReply | undefined;
}

function AnswerForm({ pursuitId, reply }: HostFormProps) {
  const { t } = useTranslation("pursuits");
  return (
    <Form reply={reply} draft={`first-contact-${pursuitId}`}>
      <TextArea name="message" label={t("host.message")} hint={t("host.messageHint")} rows={3} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" name="answer" value="offer" pendingText={t("host.sending")}>
          {t("host.yes")}
        </Button>
        <Button name="answer" value="turn_down" pendingText={t("host.sending")}>
          {t("host.no")}
        </Button>
      </div>
      <p className="text-ink-soft">{t("host.yesHint")}</p>
    </Form>
  );
}

/** A form of its own, whose field is needed: a word with a yes or no is not. */
function QuestionForm({ pursuitId, reply }: HostFormProps) {
  const { t } = useTranslation("pursuits");
  return (
    <Disclosure summary={t("host.question")} open={reply !== undefined}>
      <Form reply={reply} scope="question" draft={`first-contact-question-${pursuitId}`}>
        <TextArea name="message" label={t("host.questionLabel")} hint={t("host.questionHint")} required rows={3} />
        <Button name="answer" value="question" pendingText={t("host.sending")}>
          {t("host.ask")}
        </Button>
      </Form>
    </Disclosure>
  );
}
