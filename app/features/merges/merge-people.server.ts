import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type AnswerFault, type GuardianFault, mergedLinks } from "~/domain/merge/guardians";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { LinkRights } from "~/domain/people/link-rights";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockLinksOf } from "~db/guardian-moves.server";
import { insertMoves } from "~db/merge-moves.server";
import { lockPersonRows, writePersonMergedInto } from "~db/merged-people.server";
import { findStandingMerge, insertMerge } from "~db/merges.server";
import { deletePersonApart } from "~db/people-apart.server";
import { lockPeople } from "~db/person-changes.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { weighGuardians } from "./guardian-standing.server";
import { lockFamilies } from "./lock-families.server";
import { moveGuardian } from "./move-guardian.server";

export interface PersonMerge {
  /** The one that stays. */
  keptId: string;
  otherId: string;
  /** As the preview showed them. */
  seal: string;
  otherSeal: string;
  /** Rights that only one of the two has and that staff give the one that stays. */
  given: readonly { studentId: string; right: keyof LinkRights }[];
}

export type MergePeopleRefusal = "not_permitted" | "not_found" | "changed_meanwhile" | AnswerFault | GuardianFault;

/**
 * Makes one guardian of two rows of one adult, in one transaction: students, consents, ways to be reached and introductions are the kept
 * one's. To a student of both the narrower tie holds, unless staff chose. The other's row stays, without a student and a way in, and
 * says whom it went into. Nothing sealed is touched or looked at. A second press answers the merge that stands.
 */
export async function mergePeople(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId, seal, otherSeal, given }: PersonMerge,
): Promise<Outcome<{ mergeId: string }, MergePeopleRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ mergeId: string }, MergePeopleRefusal>> => {
    await lockPeople(tx, { schoolId });
    await lockFamilies(tx, { schoolId, guardianIds: [keptId, otherId] });
    await lockLinksOf(tx, { schoolId, personIds: [keptId, otherId] });
    const rows = await lockPersonRows(tx, { schoolId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId || kept.mergedInto) return refused("not_found");
    if (other.mergedInto) {
      const standing = await findStandingMerge(tx, { districtId, keptId, goneId: otherId });
      return standing ? done({ mergeId: standing }) : refused("not_found");
    }
    if (kept.seal !== seal || other.seal !== otherSeal) return refused("changed_meanwhile");
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const two = await weighGuardians(tx, { schoolId, kept, other, on });
    if (two.fault) return refused(two.fault);
    const links = mergedLinks(two.kept, two.other, given);
    if (typeof links === "string") return refused(links);
    const mergeId = await insertMerge(tx, { districtId, noun: "person", keptId, goneId: otherId, schoolId, now });
    const befores = [kept, other].map(({ id, whole }) => ({ key: { id }, before: whole }));
    await insertMoves(tx, { districtId, mergeId, schoolId, table: "people", moves: befores });
    await moveGuardian(tx, { actor, mergeId, from: otherId, to: keptId, now, on, links });
    await writePersonMergedInto(tx, { schoolId, personId: otherId, into: keptId });
    await deletePersonApart(tx, { schoolId, personId: otherId });
    const act = { actor, noun: "person", evidence: `${otherId} into ${keptId}`, now };
    await recordAct(tx, { ...act, nounId: keptId, transition: "merge" });
    await recordAct(tx, { ...act, nounId: otherId, transition: "merge", to: "gone" });
    return done({ mergeId });
  });
}
