import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { DateField } from "~/ui/text-fields";
import { useText } from "~/ui/use-text";
import type { PersonView } from "./person-view";
import { replyTo } from "./reply-to";

interface LeavingProps {
  view: Pick<PersonView, "today" | "person">;
  reply: FormReply | undefined;
}

/** Writes down that a student has left, with all that follows from it. */
export function Leaving({ view, reply }: LeavingProps) {
  const { t } = useTranslation("people");
  const text = useText();
  return (
    <Section
      title={t("person.leave.title")}
      lead={t("person.leave.text")}
      actions={<LinkButton to={`/coordinator/people/${view.person.id}/transfer`}>{text("transfers:link")}</LinkButton>}
    >
      <Form reply={replyTo(reply, { intent: "leave" })} scope="leave">
        <DateField
          name="lastDay"
          required
          label={t("person.leave.lastDay")}
          defaultValue={view.today}
          max={view.today}
        />
        <Button look="danger" name="intent" value="leave" pendingText={t("person.saving")}>
          {t("person.leave.go")}
        </Button>
      </Form>
    </Section>
  );
}

/** Says that somebody has left, and undoes it for a student, or says where they go. */
export function HasLeft({
  personId,
  leftOn,
  isStudent,
  reply,
}: {
  personId: string;
  leftOn: string;
  isStudent: boolean;
  reply: FormReply | undefined;
}) {
  const { t, i18n } = useTranslation("people");
  const text = useText();
  return (
    <Notice
      tone="wait"
      actions={
        isStudent && (
          <>
            <Form reply={replyTo(reply, { intent: "take_back" })} scope="back">
              <Button name="intent" value="take_back" pendingText={t("person.saving")}>
                {t("person.leave.back")}
              </Button>
            </Form>
            <LinkButton to={`/coordinator/people/${personId}/transfer`}>{text("transfers:link")}</LinkButton>
          </>
        )
      }
    >
      {t("person.left", { day: formatDay(leftOn, i18n.language, { withYear: true }) })}
    </Notice>
  );
}

/** Says that a student goes, or went, to another school, and leads to the page about it. */
export function Goes({ view }: { view: Pick<PersonView, "transfer" | "person"> }) {
  const { i18n } = useTranslation();
  const text = useText();
  const { transfer, person } = view;
  if (!transfer) return null;
  const inWords = (date: string) => formatDay(date, i18n.language, { withYear: true });
  const { toSchool: school, firstDay, lastDay, stage } = transfer;
  const values = { school, name: person.nameUsed, day: inWords(firstDay), lastDay: inWords(lastDay) };
  return (
    <Notice
      tone={stage === "received" || stage === "gone" ? "go" : "wait"}
      actions={<LinkButton to={`/coordinator/people/${person.id}/transfer`}>{text("transfers:link")}</LinkButton>}
    >
      {text(`transfers:standing.${stage}`, values)}
    </Notice>
  );
}
