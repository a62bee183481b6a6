import type { CivilDate } from "../time";
import { addDays } from "../time";

/** What becomes of a transfer: the old school takes it back, the new one receives the student or refuses, or nobody answers. */
export type TransferAnswer = "taken_back" | "received" | "refused" | "lapsed";

/** Days after the first day on which a transfer that nobody answered stops waiting. Its row goes some weeks later. */
export const LAPSES_AFTER_DAYS = 60;

/** Longest reason of a refusal, in characters. */
export const LONGEST_REFUSAL = 500;

interface Answers {
  taken_back_at: unknown;
  received_at: unknown;
  refused_at: unknown;
  lapsed_at: unknown;
}

/**
 * How far a transfer is, for the old school: it waits for the new one, before or after the student left here; is received, before or after
 * that; is held up by an internship, the last day over; or has come to nothing.
 */
export type TransferStage =
  | "waits"
  | "waits_gone"
  | "received"
  | "gone"
  | "held_up"
  | Exclude<TransferAnswer, "received">;

export function stageOf(
  transfer: Answers & { left_at: unknown; last_day: CivilDate },
  today: CivilDate,
): TransferStage {
  const answer = answerOf(transfer);
  if (answer !== null && answer !== "received") return answer;
  if (transfer.left_at !== null) return answer === null ? "waits_gone" : "gone";
  if (transfer.last_day < today) return "held_up";
  return answer === null ? "waits" : "received";
}

/** Whether a student may be announced to a school: no announcement stands, and none has taken them without their having left. */
export function mayAnnounce(stage: TransferStage): boolean {
  return stage === "gone" || stage === "taken_back" || stage === "refused" || stage === "lapsed";
}

/** What has become of a transfer; null while it waits for the new school. */
export function answerOf(transfer: Answers): TransferAnswer | null {
  if (transfer.taken_back_at !== null) return "taken_back";
  if (transfer.received_at !== null) return "received";
  if (transfer.refused_at !== null) return "refused";
  return transfer.lapsed_at === null ? null : "lapsed";
}

/** Why two days are none of a transfer, or null: somebody leaves one school before their first day at another, which is not a year away. */
export function daysFault(
  { lastDay, firstDay }: { lastDay: CivilDate; firstDay: CivilDate },
  today: CivilDate,
): "days_crossed" | "day_far" | null {
  if (lastDay >= firstDay) return "days_crossed";
  const isFar = firstDay > addDays(today, FURTHEST_DAYS) || firstDay < addDays(today, -LAPSES_AFTER_DAYS);
  return isFar ? "day_far" : null;
}

/** A year ahead: nobody knows more of a school year after the next. */
const FURTHEST_DAYS = 366;

interface LinkAtOldSchool {
  guardianId: string;
  mayConsent: boolean;
  maySeeRecords: boolean;
  mayKnowWhereabouts: boolean;
}

/**
 * Whether an adult comes along to the new school. Which school that is says where the student is, so nobody comes along who may not
 * know it; nor who may not see the records; nor whom no mailbox of their own lets in. From 18 on the rights are the student's (34 CFR
 * 99.5), and nobody comes along.
 */
export function comesAlong(
  link: LinkAtOldSchool,
  { hasWayIn, studentDecides }: { hasWayIn: boolean; studentDecides: boolean },
): boolean {
  return link.mayKnowWhereabouts && link.maySeeRecords && hasWayIn && !studentDecides;
}

/** Whether the new school has to ask the old one before it gives an adult a right: somebody lacks one here, mostly by a document. */
export function asksFirst(links: readonly LinkAtOldSchool[]): boolean {
  return links.some((link) => !(link.mayConsent && link.maySeeRecords && link.mayKnowWhereabouts));
}

/** What the old school's log says of pairs that went along, by the mentors. */
export const mentorsIn = (apart: readonly { id: string }[]): string => apart.map(({ id }) => `mentor ${id}`).join(" ");
