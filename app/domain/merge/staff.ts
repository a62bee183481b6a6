import type { StaffRole } from "../actor";

/** What is known of one of two rows of an adult on the staff of a school before they are made one. */
export interface StaffStanding {
  /** A student of the school, or somebody's family there. */
  hasOtherDuties: boolean;
  /** The places on the staff that are not over, each with its last day, null without one. */
  places: readonly { role: StaffRole; toOn: string | null }[];
  /** Safeguarding lead, or will be. */
  isLead: boolean;
  /** Named to read held messages first. */
  isHeldReader: boolean;
  /** Without them the school has no admin who stays. */
  isLastAdmin: boolean;
  /** Accounts that have come in as them. */
  cameIn: readonly string[];
  /** Accounts that may come in as them, or might. */
  accounts: readonly string[];
  /** Wrote in a conversation. */
  hasWritten: boolean;
}

export const STAFF_FAULTS = [
  "own",
  "other_duties",
  "not_staff",
  "leaving",
  "lead",
  "held_reader",
  "last_admin",
  "cover_both_ways",
  "wrong_way_round",
  "both_held",
] as const;
export type StaffFault = (typeof STAFF_FAULTS)[number];

interface Asked {
  kept: StaffStanding;
  other: StaffStanding;
  /** Each covers an advisory of the other one now or later. */
  coverEachOther: boolean;
  /** The account of whoever merges. */
  byAccountId: string;
}

/**
 * Why of two rows of the staff one does not go into the other, or null. Nobody is merged by themself, and nobody goes by whom a duty
 * would be lost: who reads reports or held messages, who is the last admin. Whoever came in or wrote stays: what they did stays theirs.
 */
export function staffMergeFault({ kept, other, coverEachOther, byAccountId }: Asked): StaffFault | null {
  if (isOneOf(byAccountId, [kept, other])) return "own";
  if (kept.hasOtherDuties || other.hasOtherDuties) return "other_duties";
  if (kept.places.length === 0 || other.places.length === 0) return "not_staff";
  if ([...kept.places, ...other.places].some(({ toOn }) => toOn !== null)) return "leaving";
  if (other.isLead) return "lead";
  if (other.isHeldReader) return "held_reader";
  if (other.isLastAdmin && strongestRole(kept.places) !== "admin") return "last_admin";
  if (coverEachOther) return "cover_both_ways";
  if (!isHeld(other, kept)) return null;
  return isHeld(kept, other) ? "both_held" : "wrong_way_round";
}

/** Whether an account may come in as one of these people. */
export function isOneOf(accountId: string, people: readonly Pick<StaffStanding, "accounts">[]): boolean {
  return people.some(({ accounts }) => accounts.includes(accountId));
}

const isHeld = (one: StaffStanding, beside: StaffStanding) =>
  one.hasWritten || one.cameIn.some((account) => !beside.cameIn.includes(account));

const STRENGTH: readonly StaffRole[] = ["advisor", "coordinator", "admin"];

/** The role that does most, or null where there is no place. */
export function strongestRole(places: readonly { role: StaffRole }[]): StaffRole | null {
  return STRENGTH.findLast((role) => places.some((place) => place.role === role)) ?? null;
}

/** The role of the one that goes where it does more than any of the one that stays: staff say whether that one gets it. Else null. */
export function widerRole(
  kept: readonly { role: StaffRole }[],
  other: readonly { role: StaffRole }[],
): StaffRole | null {
  const [own, others] = [strongestRole(kept), strongestRole(other)];
  return own && others && STRENGTH.indexOf(others) > STRENGTH.indexOf(own) ? others : null;
}
