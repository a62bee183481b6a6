import { civilDate } from "~/clock";
import type { Actor, StaffRole } from "~/domain/actor";
import { mayMergeStaff } from "~/domain/merge/policy";
import { type StaffFault, strongestRole, widerRole } from "~/domain/merge/staff";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findPersonRows, type PersonRow } from "~db/merged-people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { countOfStaff, type StaffCounts } from "~db/staff-facts.server";
import { type ShownStanding, weighStaff } from "./staff-standing.server";

export interface PreviewedStaff {
  id: string;
  seal: string;
  fullName: string;
  nameUsed: string;
  /** The role that does most, null for somebody who is not on the staff. */
  role: StaffRole | null;
  advisories: string[];
  mails: string[];
  phones: string[];
}

export interface StaffPreview {
  kept: PreviewedStaff;
  other: PreviewedStaff;
  counts: StaffCounts;
  /** A role of the one that goes that does more, to be given by a look; null where there is none. */
  widerRole: StaffRole | null;
  /** Addresses to which mails to the one that stays may go from then on. */
  newMails: string[];
  /** Why the two cannot be made one, or null. */
  fault: StaffFault | null;
  mayBeSwapped: boolean;
}

/** What would become of two of the staff who are one person. Changes nothing. */
export async function previewStaffMerge(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId }: { keptId: string; otherId: string },
): Promise<Outcome<StaffPreview, "not_permitted" | "not_found">> {
  if (!mayMergeStaff(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const rows = await findPersonRows(tx, { schoolId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId || kept.mergedInto || other.mergedInto) return refused("not_found");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const two = await weighStaff(tx, { actor, kept, other, on });
    const [shownKept, shownOther] = [shown(kept, two.kept), shown(other, two.other)];
    return done({
      ...{ kept: shownKept, other: shownOther },
      counts: await countOfStaff(tx, { schoolId, personId: otherId, on, now }),
      widerRole: widerRole(two.kept.places, two.other.places),
      newMails: shownOther.mails.filter((mail) => !shownKept.mails.includes(mail)),
      ...{ fault: two.fault, mayBeSwapped: two.mayBeSwapped },
    });
  });
}

function shown({ id, fullName, nameUsed, points }: PersonRow, standing: ShownStanding): PreviewedStaff {
  const { seal, advisories, places } = standing;
  const values = (...kinds: string[]) => points.flatMap(({ kind, value }) => (kinds.includes(kind) ? value : []));
  return {
    ...{ id, seal, fullName, nameUsed, role: strongestRole(places), advisories },
    ...{ mails: values("mail").map((mail) => mail.toLowerCase()), phones: values("phone", "sms") },
  };
}
