import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button";
import { Row } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import type { FormReply } from "~/ui/form-reply";
import { formatDay, formatDayOf, formatLanguage, formatMoment, formatPhone } from "~/ui/format";
import { SentenceWithPhone } from "~/ui/phone-link";
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

const PAGES: Record<string, string> = {
  listing: "/coordinator/listings",
  pursuit: "/coordinator/pursuits",
  consent: "/coordinator/consents",
  introduction: "/coordinator/introductions",
  mail: "/coordinator/mails",
  conversation: "/conversations",
  contact: "/coordinator/contacts",
  student: "/coordinator/people",
};

/** Tasks that are about what somebody can read. */
const SAYS_LANGUAGE: readonly string[] = ["question", "interpret_message"];

/** Where a task is worked on; what the fund's checks found has one page for all of it. */
function pageOf({ kind, subject: { noun, id }, facts }: Pick<Task, "kind" | "subject" | "facts">): string | null {
  if (kind === "check_not_clear" || kind === "check_ending") return `/coordinator/checks/${id}`;
  if (noun === "fund") return "/coordinator/fund/checks";
  const page = PAGES[noun];
  if (!page) return null;
  return facts.why === "unread" ? `${page}/${id}#unread` : `${page}/${id}`;
}

/** The key of what there is to do. */
function helpFor({ kind, facts }: Pick<Task, "kind" | "facts">): string {
  if (saysAll(facts.news)) return `home:tasks.news.${facts.news}`;
  if (kind === "tell_host") return `home:tasks.noMail.${facts.why}`;
  if (facts.household) return "home:tasks.help.household";
  return `home:tasks.help.${facts.shares ? "shares" : kind}`;
}

/** News of a pause say all of it by themselves. */
const saysAll = (news: Task["facts"][string] | undefined) => news === "paused" || news === "goes_on";

/** One task: what to do, where, and the way to close it with a note or a decision. */
export function TaskRow({ task, timeZone, reply }: TaskProps) {
  const { t, i18n } = useTranslation("home");
  const text = useText();
  const page = pageOf(task);
  const { title, organisation, guardian, question, message, language, news, keepPlace, asker, contact } = task.facts;
  const { endsOn, askName, askPhone, offer, writtenAt, writtenIn } = task.facts;
  const isOfPause = saysAll(news);
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
    endsOn && t("tasks.endsOn", { day: formatDay(String(endsOn), i18n.language) }),
    t("tasks.since", { day: formatDayOf(task.openedAt, i18n.language, timeZone) }),
  ];
  const decisions = DECISIONS[task.kind];
  return (
    <Row
      title={text(`home:tasks.kind.${task.kind}` as "home:tasks.kind.find_contact")}
      detail={facts.filter(Boolean).join(" · ")}
      actions={page && <LinkButton to={page}>{t("tasks.open")}</LinkButton>}
    >
      <p id={task.id}>{text(helpFor(task) as "home:tasks.help.find_contact")}</p>
      {news && !isOfPause && (
        <p className="font-semibold">
          {text(`home:tasks.${task.kind === "tell_host" ? "hostNews" : "news"}.${news}` as "home:tasks.news.offered")}
        </p>
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
      {task.kind !== "message_held" && (
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
