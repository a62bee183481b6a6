/** What is known of one of two mentors before they are made one. */
export interface MentorStanding {
  /** A school holds a check of theirs, or they know or knew of a student, or sign in, or were suspended once. Not said which. */
  isHeld: boolean;
  isSuspended: boolean;
  /** A last day is said that is not over. */
  isLeaving: boolean;
  /** They come to a school of the district as staff, too. */
  isStaff: boolean;
}

export const MENTOR_FAULTS = ["leaving", "suspended", "staff", "wrong_way_round", "both_held"] as const;
export type MentorFault = (typeof MENTOR_FAULTS)[number];

/**
 * Why of two mentors one does not go into the other, or null. Who goes may have nothing that rests on that very name: a check that came
 * back for one says nothing of the other, and what a host was told was told to one. So the one with a history stays, and two histories
 * do not become one. Nobody whose last day is said, who is suspended, or who reads as staff what is written of mentors is part of it.
 */
export function mentorMergeFault(kept: MentorStanding, other: MentorStanding): MentorFault | null {
  if (kept.isLeaving || other.isLeaving) return "leaving";
  if (kept.isSuspended || other.isSuspended) return "suspended";
  if (kept.isStaff || other.isStaff) return "staff";
  if (!other.isHeld) return null;
  return kept.isHeld ? "both_held" : "wrong_way_round";
}

/** A name as mentors bear it. */
export interface MentorName {
  fullName: string;
  nameUsed: string;
  pronouns: string;
}

/** The name after an undo: the own one again where the kept one bears the other's and nobody has changed it since. */
export function nameAfterUndo({
  now,
  before,
  other,
}: {
  now: MentorName;
  before: MentorName;
  other: MentorName;
}): MentorName {
  const isOthers =
    now.fullName === other.fullName && now.nameUsed === other.nameUsed && now.pronouns === other.pronouns;
  return isOthers ? before : now;
}
