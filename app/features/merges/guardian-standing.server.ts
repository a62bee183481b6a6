import { type GuardianFault, type GuardianStanding, guardianMergeFault } from "~/domain/merge/guardians";
import { findFamilyPlaces, listFamilyAnswers, listFamilyTies } from "~db/guardian-facts.server";
import type { PersonRow } from "~db/merged-people.server";
import type { ScopeTx } from "~db/scope.server";

type Ties = Awaited<ReturnType<typeof listFamilyTies>>;

/** A guardian's standing with the ties by their names. */
export type NamedStanding = Omit<GuardianStanding, "links"> & { links: Ties };

export interface TwoGuardians {
  kept: NamedStanding;
  other: NamedStanding;
  fault: GuardianFault | null;
}

/** What is known of two guardians on a day, and why one does not go into the other, or null. */
export async function weighGuardians(
  tx: ScopeTx,
  { schoolId, kept, other, on }: { schoolId: string; kept: PersonRow; other: PersonRow; on: string },
): Promise<TwoGuardians> {
  const [one, two] = [
    await standingOf(tx, { schoolId, person: kept, on }),
    await standingOf(tx, { schoolId, person: other, on }),
  ];
  return { kept: one, other: two, fault: guardianMergeFault(one, two) };
}

async function standingOf(
  tx: ScopeTx,
  { schoolId, person, on }: { schoolId: string; person: PersonRow; on: string },
): Promise<NamedStanding> {
  const asked = { schoolId, guardianId: person.id, on };
  const { accounts, isSeated } = await findFamilyPlaces(tx, asked);
  return {
    hasOtherDuties: person.isStudent || person.isStaff,
    hasLeft: person.leftOn !== null,
    ...{ accounts, isSeated },
    answers: await listFamilyAnswers(tx, asked),
    links: await listFamilyTies(tx, asked),
  };
}
