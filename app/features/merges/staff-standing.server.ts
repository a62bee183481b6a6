import type { StaffActor } from "~/domain/actor";
import { type StaffFault, type StaffStanding, staffMergeFault } from "~/domain/merge/staff";
import { countOtherAdmins } from "~db/memberships.server";
import type { PersonRow } from "~db/merged-people.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { findStaffFacts, hasCoversBothWays } from "~db/staff-facts.server";

/** Somebody's standing on the staff with what a page shows of it. */
export interface ShownStanding extends StaffStanding {
  advisories: string[];
  seal: string;
}

export interface TwoOfStaff {
  kept: ShownStanding;
  other: ShownStanding;
  fault: StaffFault | null;
  /** The other way round there is no fault. */
  mayBeSwapped: boolean;
}

interface Asked {
  actor: StaffActor;
  kept: PersonRow;
  other: PersonRow;
  /** Today at the school. */
  on: string;
}

/** What is known of two of the staff, and why one does not go into the other, or null. */
export async function weighStaff(tx: ScopeTx, { actor, kept, other, on }: Asked): Promise<TwoOfStaff> {
  const { schoolId, accountId: byAccountId } = actor;
  const [one, two] = [
    await standingOf(tx, { schoolId, person: kept, on }),
    await standingOf(tx, { schoolId, person: other, on }),
  ];
  const doCover = await hasCoversBothWays(tx, { schoolId, oneId: kept.id, otherId: other.id, on });
  const fault = staffMergeFault({ kept: one, other: two, coverEachOther: doCover, byAccountId });
  const back = fault && staffMergeFault({ kept: two, other: one, coverEachOther: doCover, byAccountId });
  return { kept: one, other: two, fault, mayBeSwapped: fault !== null && back === null };
}

async function standingOf(
  tx: ScopeTx,
  { schoolId, person, on }: { schoolId: string; person: PersonRow; on: string },
): Promise<ShownStanding> {
  const { seal, ...facts } = await findStaffFacts(tx, { schoolId, personId: person.id, on });
  const isAdmin = facts.places.some(({ role }) => role === "admin");
  return {
    ...facts,
    places: person.leftOn === null ? facts.places : [],
    isHeldReader: (await getSettings(tx, schoolId)).heldReaderId === person.id,
    isLastAdmin: isAdmin && (await countOtherAdmins(tx, { schoolId, personId: person.id, by: on })) === 0,
    seal: `${person.seal}${seal}`,
  };
}
