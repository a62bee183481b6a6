interface Staff {
  personId: string;
  role: string;
  isLead: boolean;
  leadSince: string | null;
}

/** Who has been told of a report: the two leads named first, all leads, the admins too. Each is told once. */
export type Stage = 0 | 1 | 2;

/** The design of the product: a concern goes to two named leads at once. */
const TOLD_FIRST = 2;

/** The next to be told when nobody took a report on: a school with two leads has no others, so its admins are. */
export function nextStage(staff: readonly Staff[], notFor: readonly string[], told: Stage): Stage {
  return told === 0 && leadsFor(staff, notFor).length > TOLD_FIRST ? 1 : 2;
}

/** Whom a stage tells beyond those who were told before; never anybody whom the report names. Without a lead admins are the first. */
export function toldAt<One extends Staff>(staff: readonly One[], notFor: readonly string[], stage: Stage): One[] {
  const leads = leadsFor(staff, notFor);
  const admins = staff.filter(
    ({ personId, role, isLead }) => role === "admin" && !isLead && !notFor.includes(personId),
  );
  if (stage === 0) return leads.length > 0 ? leads.slice(0, TOLD_FIRST) : admins;
  if (stage === 1) return leads.slice(TOLD_FIRST);
  return leads.length > 0 ? admins : [];
}

function leadsFor<One extends Staff>(staff: readonly One[], notFor: readonly string[]): One[] {
  return staff
    .filter(({ personId, isLead }) => isLead && !notFor.includes(personId))
    .toSorted(
      (one, other) =>
        (one.leadSince ?? "").localeCompare(other.leadSince ?? "") || (one.personId < other.personId ? -1 : 1),
    );
}
