import type { LinkRights } from "../people/link-rights";
import { type AnswerFault, answerFault, disputedRights, type FamilyLink, mergedLink } from "./guardians";

/** A tie of a student to one of their adults. */
export interface StudentTie extends FamilyLink {
  guardianId: string;
}

/** What is known of one of two rows of a student before they are made one. */
export interface StudentStanding {
  /** Staff of the school, or somebody's guardian there. */
  hasOtherDuties: boolean;
  hasLeft: boolean;
  /** A transfer to another school stands. */
  isMoving: boolean;
  /** They came in by an address of their own, or something happened to them that rests on this very row. Not said which. */
  isHeld: boolean;
  /** Guardians whose answer about the student counts. */
  answeredBy: readonly string[];
  ties: readonly StudentTie[];
}

export const STUDENT_FAULTS = [
  "other_duties",
  "left",
  "moving",
  "link_ended",
  "link_undecided",
  "wrong_way_round",
  "both_held",
] as const;
export type StudentFault = (typeof STUDENT_FAULTS)[number];

/**
 * Why of two rows of a student one does not go into the other, or null. Who goes may have no history: a yes of a family, a way to a
 * placement and a conversation are of the row for which they were made. A tie that ended for one of them alone was ended for a reason.
 */
export function studentMergeFault(kept: StudentStanding, other: StudentStanding): StudentFault | null {
  if (kept.hasOtherDuties || other.hasOtherDuties) return "other_duties";
  if (kept.hasLeft || other.hasLeft) return "left";
  if (kept.isMoving || other.isMoving) return "moving";
  const shared = sharedTies(kept.ties, other.ties);
  if (shared.some((two) => two.kept.isOver !== two.other.isOver)) return "link_ended";
  if ([...kept.ties, ...other.ties].some(({ isUndecided }) => isUndecided)) return "link_undecided";
  if (!other.isHeld) return null;
  return kept.isHeld ? "both_held" : "wrong_way_round";
}

/** Ties of both to one guardian. */
export function sharedTies<Tie extends StudentTie>(
  kept: readonly Tie[],
  other: readonly Tie[],
): { kept: Tie; other: Tie }[] {
  return kept.flatMap((one) =>
    other.filter(({ guardianId }) => guardianId === one.guardianId).map((two) => ({ kept: one, other: two })),
  );
}

export interface GivenRight {
  guardianId: string;
  right: keyof LinkRights;
}

/**
 * The ties that come of those of both to the same guardians: the narrower holds, right by right, unless staff gave what one has. Or why
 * there are none: an answer that counts would count no more, or for less time, or one would count again whose right had ended.
 */
export function mergedTies(
  kept: StudentStanding,
  other: StudentStanding,
  given: readonly GivenRight[],
): StudentTie[] | AnswerFault {
  const merged = sharedTies(kept.ties, other.ties).map((two): StudentTie => {
    const { guardianId } = two.kept;
    const chosen = given.flatMap((each) => (each.guardianId === guardianId ? each.right : []));
    return { ...mergedLink(two, chosen), guardianId };
  });
  const tied = [...merged, ...kept.ties, ...other.ties];
  for (const guardianId of kept.answeredBy) {
    const ofGuardian = (tie: StudentTie) => tie.guardianId === guardianId;
    // Whether it was a yes is not asked: a yes may follow a no.
    const fault = answerFault({ state: "given" }, { before: kept.ties.find(ofGuardian), after: tied.find(ofGuardian) });
    if (fault) return fault;
  }
  return merged;
}

/** Rights of guardians of both that one of the two ties alone gives. */
export function disputedTies<Tie extends StudentTie>(kept: readonly Tie[], other: readonly Tie[]) {
  return sharedTies(kept, other)
    .filter((two) => !two.kept.isOver)
    .flatMap((two) => disputedRights(two).map((dispute) => ({ ...two, ...dispute })));
}

/** Two students whose birth dates are known and differ are not proposed: names are shared, birth dates hardly ever. */
export function mayBeOneStudent(one: { bornOn: string | null }, other: { bornOn: string | null }): boolean {
  return one.bornOn === null || other.bornOn === null || one.bornOn === other.bornOn;
}
