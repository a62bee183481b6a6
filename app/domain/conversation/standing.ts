/** As whom somebody sits in a conversation. */
export type ThreadRole = "student" | "mentor" | "guardian" | "staff";

/**
 * Whether a conversation about a pursuit is written in: not before the host was told, not while it is paused, not after its end, and
 * never (`without_messages`) about a student who is too young for it. The host reads this word, so it says nothing of an age.
 */
export type ThreadStanding = "not_yet" | "open" | "paused" | "ended" | "without_messages";

interface OfPursuit {
  state: string;
  /** Whether a host may read about the student now: a disclosure that was not withdrawn. */
  isTold: boolean;
  isLeadSuspended: boolean;
  /** Under 13 (COPPA, 16 CFR 312.2). */
  isTooYoung: boolean;
}

/** States in which nothing of the student has reached a host. */
const BEFORE_CONTACT: readonly string[] = ["suggested", "requested", "approved"];
const AFTER_CONTACT: readonly string[] = ["contacted", "offered", "accepted"];

/**
 * Nobody writes to a host before a coordinator approved and `looking` was given: then the host was told, and not sooner. With a
 * student under 13 nobody writes at all, the school neither: it calls.
 */
export function standingOf({ state, isTold, isLeadSuspended, isTooYoung }: OfPursuit): ThreadStanding {
  const isBefore = BEFORE_CONTACT.includes(state);
  if (!isBefore && !AFTER_CONTACT.includes(state)) return "ended";
  if (isTooYoung) return "without_messages";
  if (isBefore) return "not_yet";
  if (isLeadSuspended) return "paused";
  return isTold ? "open" : "not_yet";
}

/** Who may write now. While the lead mentor is suspended only staff do, and nobody reads why. */
export function mayWrite({ role, standing }: { role: ThreadRole; standing: ThreadStanding }): boolean {
  return standing === "open" || (standing === "paused" && role === "staff");
}

/** Staff, the student and the host begin a conversation; a guardian joins one that was begun. */
export function mayOpen(as: { role: ThreadRole; standing: ThreadStanding }): boolean {
  return as.role !== "guardian" && mayWrite(as);
}
