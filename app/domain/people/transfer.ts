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
