import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { DateField } from "~/ui/text-fields";
import type { PersonView } from "./person-view";
import { replyTo } from "./reply-to";

interface LeavingProps {
  view: Pick<PersonView, "today">;
  reply: FormReply | undefined;
}

/** Writes down that a student has left, with all that follows from it. */
export function Leaving({ view, reply }: LeavingProps) {
  const { t } = useTranslation("people");
  return (
    <Section title={t("person.leave.title")} lead={t("person.leave.text")}>
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

/** Says that somebody has left, and undoes it for a student. */
export function HasLeft({
  leftOn,
  isStudent,
  reply,
}: {
  leftOn: string;
  isStudent: boolean;
  reply: FormReply | undefined;
}) {
  const { t, i18n } = useTranslation("people");
  return (
    <Notice
      tone="wait"
      actions={
        isStudent && (
          <Form reply={replyTo(reply, { intent: "take_back" })} scope="back">
            <Button name="intent" value="take_back" pendingText={t("person.saving")}>
              {t("person.leave.back")}
            </Button>
          </Form>
        )
      }
    >
      {t("person.left", { day: formatDay(leftOn, i18n.language, { withYear: true }) })}
    </Notice>
  );
}
