import { useTranslation } from "react-i18next";
import { isEndedElsewhere } from "~/domain/notice/told";
import { LinkButton } from "~/ui/button";
import { Row } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import type { FormReply } from "~/ui/form-reply";
import { formatDay, formatDayOf, formatLanguage, formatMoment, formatPhone } from "~/ui/format";
import { SentenceWithPhone } from "~/ui/phone-link";
import { helpOf, newsOf, pageOf } from "~/ui/task-words";
import { useMailKind } from "~/ui/use-mail-kind";
import { useText } from "~/ui/use-text";
import { DECISIONS, DecisionForm, FinishForm } from "./task-forms";

export interface Task {
  id: string;
  kind: string;
  subject: { noun: string; id: string };
  facts: Readonly<Record<string, string | number | boolean>>;
  /** Empty where the task is about nobody of that kind. */
  names: { student: string; person: string; mentor: string };
  openedAt: string;
}

interface TaskProps {
  task: Task;
  timeZone: string;
  reply: FormReply | undefined;
}

/** Tasks that are about what somebody can read. */
const SAYS_LANGUAGE: readonly string[] = ["question", "interpret_message"];

/** One task: what to do, where, and the way to close it with a note or a decision. */
export function TaskRow({ task, timeZone, reply }: TaskProps) {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  const kindName = useMailKind();
  const page = pageOf(task);
  const gist = newsOf(task);
  const { title, organisation, guardian, question, message, language, news, keepPlace, asker, contact } = task.facts;
  const { endsOn, lastDay, askName, askPhone, offer, writtenAt, writtenIn, isMailed, mailKind } = task.facts;
  const mentor = task.names.mentor || task.facts.mentor;
  const { student, person } = task.names;
  const facts = [
    // The title of a claim to an organisation is a job, not a placement.
    task.kind === "confirm_organisation" ? null : title,
    organisation,
    guardian,
    asker,
    person,
    student && mentor ? t("tasks.pair", { student, mentor }) : student || mentor,
    (news || SAYS_LANGUAGE.includes(task.kind)) && language
      ? t("tasks.reads", { language: formatLanguage(String(language), i18n.language) })
      : null,
    writtenAt &&
      t(writtenIn ? "tasks.writtenIn" : "tasks.written", {
        when: formatMoment(String(writtenAt), i18n.language, timeZone),
        language: writtenIn && formatLanguage(String(writtenIn), i18n.language),
      }),
    isMailed && mailKind && t("tasks.answers", { mail: kindName(String(mailKind)) }),
    endsOn && t("tasks.endsOn", { day: formatDay(String(endsOn), i18n.language) }),
    lastDay && t("tasks.lastDay", { day: formatDay(String(lastDay), i18n.language) }),
    t("tasks.since", { day: formatDayOf(task.openedAt, i18n.language, timeZone) }),
  ];
  const decisions = DECISIONS[task.kind];
  return (
    <Row
      title={text(`home:tasks.kind.${task.kind}` as "home:tasks.kind.find_contact")}
      detail={facts.filter(Boolean).join(" · ")}
      actions={page && <LinkButton to={page}>{t("tasks.open")}</LinkButton>}
    >
      <p id={task.id}>{text(helpOf(task))}</p>
      {gist && <p className="font-semibold">{text(gist)}</p>}
      {isMailed && (
        <p>{t(contact ? "tasks.mailedElsewhere" : question || message ? "tasks.mailed" : "tasks.mailedEmpty")}</p>
      )}
      {askPhone && (
        <p>
          <SentenceWithPhone
            sentence={t("tasks.ask", { name: askName, phone: formatPhone(String(askPhone)) })}
            phone={String(askPhone)}
          />
        </p>
      )}
      {keepPlace && <p>{t("tasks.keepPlace")}</p>}
      {contact && (
        <p className="font-semibold">
          <SentenceWithPhone
            sentence={t("tasks.reach", { contact: formatPhone(String(contact)) })}
            phone={String(contact)}
          />
        </p>
      )}
      {(question || message || offer) && (
        <blockquote className="border-s-2 border-line ps-3 whitespace-pre-line">
          {question || message || offer}
        </blockquote>
      )}
      {!isEndedElsewhere(task.kind) && (
        <Disclosure summary={decisions ? t("tasks.decide") : t("tasks.done")} open={reply !== undefined}>
          {decisions ? (
            <DecisionForm taskId={task.id} decisions={decisions} reply={reply} />
          ) : (
            <FinishForm taskId={task.id} reply={reply} />
          )}
        </Disclosure>
      )}
    </Row>
  );
}
