interface Staff {
  personId: string;
  role: string;
  isLead: boolean;
  leadSince: string | null;
  /** Whether a mail would reach them. */
  isReachable: boolean;
}

/** How far a report has been told: to two leads, to all leads, to the admins too. */
export type Stage = 0 | 1 | 2;

export interface Waiting {
  /** People of the school whom the report names: nobody ever tells them. */
  notFor: readonly string[];
  /** Who has been told since it waits. */
  told: readonly string[];
  stage: Stage;
}

/** The design of the product: a concern goes to two named leads at once. */
const TOLD_FIRST = 2;
const LAST_STAGE = 2;
/** Whoever has not answered a report is told again, ever more seldom, down to this: nobody sleeps through a day of it. */
const LONGEST_SILENCE_MINUTES = 240;

/**
 * Who is told next of a report that nobody looks after: the next stage's people who were not told yet. A stage with somebody whom
 * no mail reaches, and one that has nobody new, goes on to the next at once. After the last one everybody is told again.
 */
export function nextCall<One extends Staff>(
  staff: readonly One[],
  { notFor, told, stage }: Waiting,
): { stage: Stage; people: One[] } {
  const left = staff.filter(({ personId }) => !notFor.includes(personId));
  const people = new Map<string, One>();
  let at = told.length === 0 ? 0 : Math.min(stage + 1, LAST_STAGE);
  for (; at <= LAST_STAGE; at += 1) {
    const more = circleOf(left, at as Stage).filter(({ personId }) => !told.includes(personId));
    for (const one of more) people.set(one.personId, one);
    if (more.length > 0 && more.every(({ isReachable }) => isReachable)) break;
  }
  const called = [...people.values()];
  return {
    stage: Math.min(at, LAST_STAGE) as Stage,
    people: called.some(({ isReachable }) => isReachable) ? called : circleOf(left, LAST_STAGE),
  };
}

/** Minutes until a report is told on: those of the school's setting, later half of what it has waited, to four hours. */
export function minutesToNextCall({ minutes, waited }: { minutes: number; waited: number }): number {
  return Math.max(minutes, Math.min(waited / 2, LONGEST_SILENCE_MINUTES));
}

/** All whom a stage reaches. Where there is no lead, admins are the first. */
function circleOf<One extends Staff>(staff: readonly One[], stage: Stage): One[] {
  const leads = staff.filter(({ isLead }) => isLead).toSorted(byReach);
  const admins = staff.filter(({ role, isLead }) => role === "admin" && !isLead);
  if (stage === LAST_STAGE || leads.length === 0) return [...leads, ...admins];
  return stage === 0 ? leads.slice(0, TOLD_FIRST) : leads;
}

/** Whom a mail reaches first, of those the leads of longest standing. */
function byReach(one: Staff, other: Staff): number {
  return (
    Number(other.isReachable) - Number(one.isReachable) ||
    (one.leadSince ?? "").localeCompare(other.leadSince ?? "") ||
    (one.personId < other.personId ? -1 : 1)
  );
}
