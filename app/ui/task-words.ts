import { isTelling, mayBeTold } from "~/domain/notice/told";
import type { TextKey } from "~/locales/text-key";

interface TaskFacts {
  kind: string;
  subject: { noun: string; id: string };
  facts: Readonly<Record<string, string | number | boolean>>;
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
  person: "/coordinator/people",
};

/** Where the matter of a task is worked on; what the fund's checks found has one page for all of it. */
export function matterOf({ kind, subject: { noun, id }, facts }: TaskFacts): string | null {
  if (kind === "check_not_clear" || kind === "check_ending") return `/coordinator/checks/${id}`;
  if (noun === "mentor" && kind.startsWith("mail_")) return `/coordinator/mentors/${id}/address`;
  if (noun === "transfer") return "/coordinator/people/arrivals";
  if (noun === "fund") return "/coordinator/fund/checks";
  const page = PAGES[noun];
  if (!page) return null;
  return facts.why === "unread" ? `${page}/${id}#unread` : `${page}/${id}`;
}

/** Where a list of tasks leads: to the page with what to say where somebody may be told, else to the matter itself. */
export function pageOf(task: TaskFacts & { id: string }): string | null {
  const { id, kind, subject, facts } = task;
  // A mentor is called first, from the task's own page.
  const isCorrected = kind.startsWith("mail_") && !["mail", "mentor"].includes(subject.noun) && matterOf(task) !== null;
  return isTelling(kind) && mayBeTold(facts) && !isCorrected ? `/coordinator/tasks/${id}` : matterOf(task);
}

/** The key of what there is to do. */
export function helpOf({ kind, facts }: Pick<TaskFacts, "kind" | "facts">): TextKey {
  if (saysAll(facts.news)) return `home:tasks.news.${facts.news}` as TextKey;
  if (kind === "tell_host") return `home:tasks.noMail.${facts.why}` as TextKey;
  if (facts.lastDay) return "home:tasks.help.leaves";
  if (facts.household) return "home:tasks.help.household";
  if (facts.cameAlong) return "home:tasks.help.cameAlong";
  return `home:tasks.help.${facts.shares ? "shares" : kind}` as TextKey;
}

/** The key of the news itself, in the words of staff; null where there is none, or where the help says all of it. */
export function newsOf({ kind, facts: { news } }: Pick<TaskFacts, "kind" | "facts">): TextKey | null {
  if (!news || saysAll(news)) return null;
  return `home:tasks.${kind === "tell_host" ? "hostNews" : "news"}.${news}` as TextKey;
}

/** News of a pause say all of it by themselves. */
const saysAll = (news: TaskFacts["facts"][string] | undefined) => news === "paused" || news === "goes_on";
