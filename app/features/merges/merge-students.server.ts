import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { AnswerFault } from "~/domain/merge/guardians";
import { mayMerge } from "~/domain/merge/policy";
import { type GivenRight, mergedTies, type StudentFault } from "~/domain/merge/students";
import { done, type Outcome, refused } from "~/domain/outcome";
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
import { lockStudentRows } from "~db/student-facts.server";
import { moveStudent } from "./move-student.server";
import { weighStudents } from "./student-standing.server";

export interface StudentMerge {
  /** The one that stays. */
  keptId: string;
  otherId: string;
  /** As the preview showed them. */
  seal: string;
  otherSeal: string;
  /** Rights of a guardian of both that one tie alone gives and that staff give. */
  given: readonly GivenRight[];
}

export type MergeStudentsRefusal = "not_permitted" | "not_found" | "changed_meanwhile" | AnswerFault | StudentFault;

/**
 * Makes one student of two rows of one person, in one transaction: family, wishes, searches and ways to be reached are the kept one's;
 * the profile, the advisory, the number and the birth date only where the kept one has none. With a guardian of both the narrower tie
 * holds, unless staff chose. The other's row as a student goes, and with it every list and the index; the person's stays and says whom
 * it went into. Nothing sealed is touched or looked at. A second press answers the merge that stands.
 */
export async function mergeStudents(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId, seal, otherSeal, given }: StudentMerge,
): Promise<Outcome<{ mergeId: string }, MergeStudentsRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ mergeId: string }, MergeStudentsRefusal>> => {
    await lockPeople(tx, { schoolId });
    await lockStudentRows(tx, { schoolId, studentIds: [keptId, otherId] });
    await lockLinksOf(tx, { schoolId, personIds: [keptId, otherId] });
    const rows = await lockPersonRows(tx, { schoolId, ids: [keptId, otherId] });
    const other = rows.get(otherId);
    if (other?.mergedInto) {
      const standing = await findStandingMerge(tx, { districtId, keptId, goneId: otherId });
      return standing ? done({ mergeId: standing }) : refused("not_found");
    }
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const two = await weighStudents(tx, { schoolId, keptId, otherId, on });
    if (!two) return refused("not_found");
    if (two.kept.seal !== seal || two.other.seal !== otherSeal) return refused("changed_meanwhile");
    if (two.fault) return refused(two.fault);
    const ties = mergedTies(two.kept, two.other, given);
    if (typeof ties === "string") return refused(ties);
    const mergeId = await insertMerge(tx, { districtId, noun: "person", keptId, goneId: otherId, schoolId, now });
    const befores = [two.kept.row, two.other.row].map(({ id, whole }) => ({ key: { id }, before: whole }));
    await insertMoves(tx, { districtId, mergeId, schoolId, table: "people", moves: befores });
    await moveStudent(tx, { actor, mergeId, two, ties, now, on });
    await writePersonMergedInto(tx, { schoolId, personId: otherId, into: keptId });
    await deletePersonApart(tx, { schoolId, personId: otherId });
    const act = { actor, noun: "person", evidence: `${otherId} into ${keptId}`, now };
    await recordAct(tx, { ...act, nounId: keptId, transition: "merge" });
    await recordAct(tx, { ...act, nounId: otherId, transition: "merge", to: "gone" });
    return done({ mergeId });
  });
}
