/** Mails that a person may say or write instead, to whom they were for. Others act by their links alone, or are sealed. */
const TOLD: ReadonlySet<string> = new Set([
  "consent-request",
  "consent-reminder",
  "first-contact",
  "student-status",
  "family-news",
  "own-rights",
  "transfer-news",
  "mentor-status",
  "mentor-leaving",
  "visit-news",
  "meeting-news",
  "placement-published",
  "claim-refused",
  "introduction-thanks",
  "mentor-welcome",
  "sign-in-address",
  "introduction-placed",
]);

export const isTold = (kind: string): boolean => TOLD.has(kind);

/** Tasks that stand in for a notice: somebody is called, written to or met. */
export const TELLING_KINDS = [
  "tell_family",
  "tell_student",
  "tell_host",
  "thank_family",
  "interpreter_consent",
  "mail_undeliverable",
  "mail_failed",
] as const;

export const isTelling = (kind: string): boolean => TELLING_KINDS.some((one) => one === kind);

/** Tasks that end where their matter is decided, on a page of its own, and never by "done". */
export const ENDED_ELSEWHERE = ["message_held", "receive_student", "decide_rights"] as const;

export const isEndedElsewhere = (kind: string): boolean => ENDED_ELSEWHERE.some((one) => one === kind);

/** Whether somebody may be told what a task to tell is about: not where it says why a host may not hear of a student. */
export const mayBeTold = (facts: Readonly<Record<string, unknown>>): boolean =>
  facts.why === undefined || facts.why === "no_mail";

/** What the reader of a notice may answer on its letter; null where there is nothing to answer. */
export function answersTo(kind: string, props: unknown): "place" | "host" | null {
  const { status } = props as { status?: string };
  if (kind === "first-contact") return "host";
  return kind === "student-status" && (status === "offered" || status === "suggested") ? "place" : null;
}
