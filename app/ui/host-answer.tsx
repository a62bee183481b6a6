import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { DescriptionList } from "./description-list";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { formatNames, formatPhone } from "./format";
import { Notice } from "./notice";
import { Section } from "./page";
import { TextArea } from "./text-fields";

interface HostPage {
  state: string;
  firstName: string;
  gradeBand: string;
  interests: readonly string[];
  school: { name: string; helpName: string; helpPhone: string };
}

/** What a host may know about a student, and the three answers. */
export function HostAnswer({ page, reply }: { page: HostPage; reply: FormReply | undefined }) {
  const { t, i18n } = useTranslation("pursuits");
  const help = (
    <p className="text-ink-soft">
      {t("host.help", { name: page.school.helpName, phone: formatPhone(page.school.helpPhone) })}
    </p>
  );
  if (page.state !== "contacted") {
    const known = ["offered", "not_taken", "accepted"].includes(page.state)
      ? (page.state as "offered" | "not_taken" | "accepted")
      : "closed";
    return (
      <>
        <Notice tone={known === "offered" || known === "accepted" ? "go" : "info"}>{t(`host.${known}`)}</Notice>
        {help}
      </>
    );
  }
  return (
    <>
      <Section title={t("host.who")} lead={t("host.promise")}>
        <DescriptionList
          rows={[
            { name: t("host.name"), value: page.firstName },
            { name: t("host.band"), value: page.gradeBand },
            { name: t("host.likes"), value: formatNames(page.interests, i18n.language) },
          ]}
        />
      </Section>
      <Form reply={reply} draft="first-contact">
        <TextArea name="message" label={t("host.message")} hint={t("host.messageHint")} rows={3} />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" name="answer" value="offer" pendingText={t("host.sending")}>
            {t("host.yes")}
          </Button>
          <Button name="answer" value="question" pendingText={t("host.sending")}>
            {t("host.question")}
          </Button>
          <Button name="answer" value="turn_down" pendingText={t("host.sending")}>
            {t("host.no")}
          </Button>
        </div>
        <p className="text-ink-soft">{t("host.yesHint")}</p>
      </Form>
      {help}
    </>
  );
}
