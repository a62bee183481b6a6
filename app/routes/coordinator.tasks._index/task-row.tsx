import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Row } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDayOf } from "~/ui/format";
import { TextField } from "~/ui/text-fields";
import { useText } from "~/ui/use-text";

interface TaskProps {
  task: { id: string; kind: string; noun: string; subjectId: string; props: Record<string, string>; since: string };
  timeZone: string;
  reply: FormReply | undefined;
}

const PAGES: Record<string, string> = {
  listing: "/coordinator/listings",
  pursuit: "/coordinator/pursuits",
  consent: "/coordinator/consents",
  introduction: "/coordinator/introductions",
};

/** One task: what to do, where, and the way to close it with a note. */
export function TaskRow({ task, timeZone, reply }: TaskProps) {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  const page = PAGES[task.noun];
  const { title, organisation, guardian, mentor, question, message } = task.props;
  const facts = [
    title,
    organisation,
    guardian,
    mentor,
    t("tasks.since", { day: formatDayOf(task.since, i18n.language, timeZone) }),
  ];
  return (
    <Row
      title={text(`home:tasks.kind.${task.kind}` as "home:tasks.kind.find_contact")}
      detail={facts.filter(Boolean).join(" · ")}
      actions={page && <LinkButton to={`${page}/${task.subjectId}`}>{t("tasks.open")}</LinkButton>}
    >
      <p>{text(`home:tasks.help.${task.kind}` as "home:tasks.help.find_contact")}</p>
      {(question || message) && (
        <blockquote className="border-s-2 border-line ps-3 whitespace-pre-line">{question ?? message}</blockquote>
      )}
      <Disclosure summary={t("tasks.done")} open={reply !== undefined}>
        <Form reply={reply}>
          <input type="hidden" name="taskId" value={task.id} />
          <TextField name="note" label={t("tasks.note")} />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="done" pendingText={t("tasks.saving")}>
              {t("tasks.done")}
            </Button>
            <Button name="intent" value="dropped" pendingText={t("tasks.saving")}>
              {t("tasks.drop")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </Row>
  );
}
