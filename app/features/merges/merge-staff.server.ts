import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { Choice } from "~/domain/merge/choices";
import { mayMergeStaff } from "~/domain/merge/policy";
import { type StaffFault, strongestRole, widerRole } from "~/domain/merge/staff";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertMoves } from "~db/merge-moves.server";
import { lockPersonRows, writePersonMergedInto } from "~db/merged-people.server";
import { findStandingMerge, insertMerge } from "~db/merges.server";
import { deletePersonApart } from "~db/people-apart.server";
import { lockPeople } from "~db/person-changes.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { writeRole } from "~db/staff-moves.server";
import { STAFF_KEPT_AS } from "~db/staff-references.server";
import { moveStaff } from "./move-staff.server";
import { weighStaff } from "./staff-standing.server";

export interface StaffMerge {
  /** The one that stays. */
  keptId: string;
  otherId: string;
  /** As the preview showed them. */
  seal: string;
  otherSeal: string;
  /** Whose role holds; that of the other counts where it does more. */
  role: Choice;
}

export type MergeStaffRefusal = "not_permitted" | "not_found" | "changed_meanwhile" | StaffFault;

/**
 * Makes one of two rows of one adult on the staff, in one transaction: advisories, covers, contacts, meetings to come and seats are the
 * kept one's. The role stays what it is unless an admin said otherwise. The other's row stays, without a place on the staff, and says
 * whom it went into; what was done under it stays with it. Nothing sealed is touched or looked at. A second press answers the merge that stands.
 */
export async function mergeStaff(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId, seal, otherSeal, role }: StaffMerge,
): Promise<Outcome<{ mergeId: string }, MergeStaffRefusal>> {
  if (!mayMergeStaff(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ mergeId: string }, MergeStaffRefusal>> => {
    await lockPeople(tx, { schoolId });
    const rows = await lockPersonRows(tx, { schoolId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId || kept.mergedInto) return refused("not_found");
    if (other.mergedInto) {
      const standing = await findStandingMerge(tx, { districtId, keptId, goneId: otherId });
      return standing ? done({ mergeId: standing }) : refused("not_found");
    }
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const two = await weighStaff(tx, { actor, kept, other, on });
    if (two.kept.seal !== seal || two.other.seal !== otherSeal) return refused("changed_meanwhile");
    if (two.fault) return refused(two.fault);
    const mergeId = await insertMerge(tx, { districtId, noun: "person", keptId, goneId: otherId, schoolId, now });
    const keep = { districtId, mergeId, schoolId };
    const befores = [kept, other].map(({ id, whole }) => ({ key: { id }, before: whole }));
    await insertMoves(tx, { ...keep, table: STAFF_KEPT_AS.people, moves: befores });
    await moveStaff(tx, { actor, mergeId, from: otherId, to: keptId, now, on });
    const act = { actor, noun: "person", evidence: `${otherId} into ${keptId}`, now };
    const [own, wider] = [strongestRole(two.kept.places), widerRole(two.kept.places, two.other.places)];
    if (role === "other" && own && wider) {
      const moves = await writeRole(tx, { schoolId, personId: keptId, from: own, to: wider });
      await insertMoves(tx, { ...keep, table: STAFF_KEPT_AS.givenRole, moves });
      await recordAct(tx, { ...act, nounId: keptId, transition: "give_role", from: own, to: wider });
    }
    await writePersonMergedInto(tx, { schoolId, personId: otherId, into: keptId });
    await deletePersonApart(tx, { schoolId, personId: otherId });
    await recordAct(tx, { ...act, nounId: keptId, transition: "merge" });
    await recordAct(tx, { ...act, nounId: otherId, transition: "merge", to: "gone" });
    return done({ mergeId });
  });
}
