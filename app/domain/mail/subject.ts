const ID = "([0-9a-f-]{36})";
/** An introduction may be invited once more, at another address. */
const OF_INTRODUCTION = new RegExp(`^introduction-(?:invitation|reminder):${ID}(?::again:\\d+)?$`);
const OF_VISIT = new RegExp(`^visit-news:${ID}:${ID}:(\\d+):(dated|moved|cancelled|not_yours):`);
const OF_CONTACT = new RegExp(`^outreach-mail:${ID}:`);
/** Also one that reminds, and the copy of either at another address. */
const OF_PLACE = new RegExp(`^place-invitation:${ID}(?::again)?(?::again:${ID})?$`);
const OF_GIFT = new RegExp(`^gift-(?:pledged|receipt|returned|failed|bounced):${ID}(?::|$)`);
const OF_STUDENT = new RegExp(`^(?:own-rights|meeting-news|transfer-news):${ID}:`);
const OF_TRANSFER = new RegExp(`^transfer-news:${ID}:${ID}:(announced|taken_back|received):`);
const OF_MEETING = new RegExp(`^meeting-news:${ID}:${ID}:(\\d+):(planned|moved|cancelled):`);
const SUBJECTS = [
  ["consent", new RegExp(`^consent-(?:request|reminder):${ID}`)],
  [
    "pursuit",
    new RegExp(
      `^(?:first-contact|endorsement-asked|advisor-news|pursuit-news|student-status|family-news|mentor-status|visit-news):${ID}`,
    ),
  ],
] as const;

/** The introduction whose invitation a mail is, by the key of the mail. */
export function introductionOf(dedupeKey: string): string | undefined {
  return OF_INTRODUCTION.exec(dedupeKey)?.[1];
}

/** The contact whom outreach was written to, by the key of the mail; two contacts may have become one since. */
export function contactOf(dedupeKey: string): string | undefined {
  return OF_CONTACT.exec(dedupeKey)?.[1];
}

/** The invitation to come in that a mail is, by the key of the mail. */
export function placeInvitationOf(dedupeKey: string): string | undefined {
  return OF_PLACE.exec(dedupeKey)?.[1];
}

/** The gift that a mail to a donor is about, by the key of the mail. */
export function giftOf(dedupeKey: string): string | undefined {
  return OF_GIFT.exec(dedupeKey)?.[1];
}

/** True for a mail with a page of its own, where the address is corrected: it is not sent again as it is. */
export function hasOwnPage(dedupeKey: string): boolean {
  return (introductionOf(dedupeKey) ?? contactOf(dedupeKey)) !== undefined;
}

/** The consent or pursuit that a mail tells of, by its key; null for every other mail. */
export function subjectOfMail(dedupeKey: string): { noun: "consent" | "pursuit"; id: string } | null {
  for (const [noun, pattern] of SUBJECTS) {
    const id = pattern.exec(dedupeKey)?.[1];
    if (id) return { noun, id };
  }
  return null;
}

/** The student whom a mail tells of beside its reader, by the key of the mail, where it tells of no consent and no pursuit. */
export function studentToldOf(dedupeKey: string): string | undefined {
  return OF_STUDENT.exec(dedupeKey)?.[1];
}

export interface ToldVisit {
  visitId: string;
  sequence: number;
  isOff: boolean;
  /** It takes an entry back from somebody of the host who has the visit no more. */
  isTakenBack: boolean;
}

/** The visit that a mail tells of, as it was told, by the key of the mail; null for every other mail. */
export function visitOfMail(dedupeKey: string): ToldVisit | null {
  const [, , visitId, sequence, event] = OF_VISIT.exec(dedupeKey) ?? [];
  if (!visitId) return null;
  return { visitId, sequence: Number(sequence), isOff: event === "cancelled", isTakenBack: event === "not_yours" };
}

/** A meeting of an advisor with a student, as a mail told of it. */
export interface MeetingTold {
  studentId: string;
  meetingId: string;
  sequence: number;
  isOff: boolean;
}

/** The meeting that a mail tells of, by the key of the mail; null for every other mail. */
export function meetingOfMail(dedupeKey: string): MeetingTold | null {
  const [, studentId, meetingId, sequence, event] = OF_MEETING.exec(dedupeKey) ?? [];
  if (!studentId || !meetingId) return null;
  return { studentId, meetingId, sequence: Number(sequence), isOff: event === "cancelled" };
}

/** A move of a student to another school, as a mail told of it. */
export interface TransferTold {
  studentId: string;
  transferId: string;
  event: "announced" | "taken_back" | "received";
}

/** The move to another school that a mail tells of, by the key of the mail; null for every other mail. */
export function transferOfMail(dedupeKey: string): TransferTold | null {
  const [, studentId, transferId, event] = OF_TRANSFER.exec(dedupeKey) ?? [];
  if (!studentId || !transferId || !event) return null;
  return { studentId, transferId, event: event as TransferTold["event"] };
}
