import { LINK_RIGHTS, type LinkRights, type LinkTerms, needsDocument } from "../people/link-rights";
import type { CivilDate } from "../time";

/** What is known of one of two rows of an adult at a school before they are made one. */
export interface GuardianStanding {
  /** A student of the school, or one of its staff: then they are more than somebody's family there. */
  hasOtherDuties: boolean;
  hasLeft: boolean;
  /** Accounts that have come in as them and still may. */
  accounts: readonly string[];
  /** They sit in a conversation about a student, or sat in one. */
  isSeated: boolean;
  answers: readonly FamilyAnswer[];
  links: readonly FamilyLink[];
}

/** An answer about a student that counts on the day of the merge. */
export interface FamilyAnswer {
  studentId: string;
  purpose: string;
  pursuitId: string | null;
  state: string;
}

export interface FamilyLink extends LinkTerms {
  studentId: string;
  fromOn: CivilDate;
  hasBegun: boolean;
  /** The last day, null without one. */
  toOn: CivilDate | null;
  isOver: boolean;
  /** Staff have not said yet what it gives: the student came from another school. */
  isUndecided: boolean;
  /** From 18 on: the student lets them read. */
  studentLetsSee: boolean;
}

export const GUARDIAN_FAULTS = [
  "other_duties",
  "left",
  "link_ended",
  "link_undecided",
  "answers_differ",
  "wrong_way_round",
  "both_held",
] as const;
export type GuardianFault = (typeof GUARDIAN_FAULTS)[number];

/**
 * Why of two rows of a guardian one does not go into the other, or null. Who goes may neither sign in by an address of their own nor sit
 * in a conversation: what opens a page stays with whom it was proved for. A yes of one and a no of the other to one question are two
 * people's answers until somebody has asked. A tie that ended for one of them alone was ended for a reason.
 */
export function guardianMergeFault(kept: GuardianStanding, other: GuardianStanding): GuardianFault | null {
  if (kept.hasOtherDuties || other.hasOtherDuties) return "other_duties";
  if (kept.hasLeft || other.hasLeft) return "left";
  if (sharedLinks(kept.links, other.links).some((two) => two.kept.isOver !== two.other.isOver)) return "link_ended";
  if (sharedLinks(kept.links, other.links).some((two) => two.kept.isUndecided || two.other.isUndecided))
    return "link_undecided";
  if (answeredDifferently(kept.answers, other.answers)) return "answers_differ";
  if (!isHeld(other, kept)) return null;
  return isHeld(kept, other) ? "both_held" : "wrong_way_round";
}

const isHeld = (one: GuardianStanding, beside: GuardianStanding) =>
  one.isSeated || one.accounts.some((account) => !beside.accounts.includes(account));

function answeredDifferently(kept: readonly FamilyAnswer[], other: readonly FamilyAnswer[]): boolean {
  return kept.some((one) =>
    other.some((two) => isSameQuestion(one, two) && (one.state === "given") !== (two.state === "given")),
  );
}

const isSameQuestion = (one: FamilyAnswer, two: FamilyAnswer) =>
  one.studentId === two.studentId && one.purpose === two.purpose && one.pursuitId === two.pursuitId;

export interface SharedLink {
  kept: FamilyLink;
  other: FamilyLink;
}

/** Ties of both to one student. */
export function sharedLinks(kept: readonly FamilyLink[], other: readonly FamilyLink[]): SharedLink[] {
  return kept.flatMap((one) =>
    other.filter(({ studentId }) => studentId === one.studentId).map((two) => ({ kept: one, other: two })),
  );
}

/** Rights that one of two ties gives and the other does not, and whether staff may give them: never where a document took them. */
export function disputedRights({ kept, other }: SharedLink): { right: keyof LinkRights; mayBeGiven: boolean }[] {
  return LINK_RIGHTS.filter((right) => kept.rights[right] !== other.rights[right]).map((right) => ({
    right,
    mayBeGiven: !needsDocument(kept.rights[right] ? other : kept),
  }));
}

/**
 * The one tie that comes of two to the same student: a right that both give, or that one gives and staff chose (`given`). The shorter
 * time holds, and the basis of the tie that gave less.
 */
export function mergedLink({ kept, other }: SharedLink, given: readonly (keyof LinkRights)[]): FamilyLink {
  const disputed = disputedRights({ kept, other });
  const has = (right: keyof LinkRights) => {
    const question = disputed.find((each) => each.right === right);
    return question ? question.mayBeGiven && given.includes(right) : kept.rights[right];
  };
  const rights = {
    mayConsent: has("mayConsent"),
    maySeeRecords: has("maySeeRecords"),
    mayKnowWhereabouts: has("mayKnowWhereabouts"),
  };
  const count = (link: FamilyLink) => LINK_RIGHTS.filter((right) => link.rights[right]).length;
  const lastDays = [kept.toOn, other.toOn].filter((day) => day !== null).sort();
  return {
    ...{ ...kept, rights, legalBasis: (count(other) < count(kept) ? other : kept).legalBasis },
    callOrder: Math.min(kept.callOrder, other.callOrder),
    fromOn: kept.fromOn > other.fromOn ? kept.fromOn : other.fromOn,
    hasBegun: kept.hasBegun && other.hasBegun,
    toOn: lastDays[0] ?? null,
    studentLetsSee: rights.maySeeRecords && kept.studentLetsSee && other.studentLetsSee,
  };
}

export const ANSWER_FAULTS = ["answer_lost", "answer_revived"] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

/**
 * The ties that come of those of both to the same students, or why there are none. An answer that counts may not count for less time,
 * or no more: a no that is lost lets another yes stand. Nor may a yes count again of a row whose right to consent had ended.
 */
export function mergedLinks(
  kept: GuardianStanding,
  other: GuardianStanding,
  given: readonly { studentId: string; right: keyof LinkRights }[],
): FamilyLink[] | AnswerFault {
  const merged = sharedLinks(kept.links, other.links).map((two) =>
    mergedLink(
      two,
      given.flatMap(({ studentId, right }) => (studentId === two.kept.studentId ? right : [])),
    ),
  );
  const tied = [...merged, ...kept.links, ...other.links];
  for (const { answers, links } of [kept, other])
    for (const answer of answers) {
      const toStudent = ({ studentId }: FamilyLink) => studentId === answer.studentId;
      const fault = answerFault(answer, { before: links.find(toStudent), after: tied.find(toStudent) });
      if (fault) return fault;
    }
  return merged;
}

/** Why an answer would be lost or count again by what becomes of the tie of who gave it, or null. */
export function answerFault(
  { state }: Pick<FamilyAnswer, "state">,
  { before, after }: { before: FamilyLink | undefined; after: FamilyLink | undefined },
): AnswerFault | null {
  if (mayStillConsent(before)) return mayStillConsent(after) && holdsAsLong(after, before) ? null : "answer_lost";
  return state === "given" && mayStillConsent(after) ? "answer_revived" : null;
}

const mayStillConsent = (link: FamilyLink | undefined): link is FamilyLink =>
  link?.rights.mayConsent === true && !link.isOver;

function holdsAsLong(after: FamilyLink, before: FamilyLink): boolean {
  const endsSooner = after.toOn !== null && (before.toOn === null || after.toOn < before.toOn);
  return !endsSooner && (after.hasBegun || after.fromOn <= before.fromOn);
}

/** Pairs of families' adults that are worth a look: a household shares its address and number, so the name has to fit as well. */
export function isFamilyTwin(because: readonly string[], [one, other]: readonly [string[], string[]]): boolean {
  return because.includes("name") || (one[0] !== undefined && one[0] === other[0]);
}
