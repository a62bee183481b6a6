import type { StaffActor } from "~/domain/actor";
import type { StudentTie } from "~/domain/merge/students";
import { rightsInWords } from "~/domain/people/link-rights";
import { recordAct } from "~db/audit.server";
import { closeInvitations, closePlaces } from "~db/family-places.server";
import { preferOwnPersonPoints, takeDoubledPersonPoints, writeMergedLink } from "~db/guardian-moves.server";
import { insertMoves, type Move } from "~db/merge-moves.server";
import { keptAs, pointRows } from "~db/moved-rows.server";
import { KEPT_AS } from "~db/person-references.server";
import type { ScopeTx } from "~db/scope.server";
import { fillStudent, pointStudent, pointToldStudent, takeStudent } from "~db/student-moves.server";
import { FILLED, STUDENT_REFERENCES as REFERENCES, TOLD_OF, takenAs } from "~db/student-references.server";
import type { TwoStudents } from "./student-standing.server";

interface MovingStudent {
  actor: StaffActor;
  mergeId: string;
  two: TwoStudents;
  /** The ties to guardians of both. */
  ties: readonly StudentTie[];
  now: Date;
  on: string;
}

/** Has what names one student name the other, takes away what both had, and keeps which rows those were. */
export async function moveStudent(tx: ScopeTx, { actor, mergeId, two, ties, now, on }: MovingStudent): Promise<void> {
  const { schoolId, districtId } = actor;
  const [from, to] = [two.other.row.id, two.kept.row.id];
  const pair = { schoolId, from, to };
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId, table, moves });
  for (const tie of ties) {
    const [before] = await writeMergedLink(tx, {
      schoolId,
      guardianId: tie.guardianId,
      link: { ...tie, studentId: to },
    });
    if (!before) throw new Error("a tie of both is a tie of the kept one");
    await keep(KEPT_AS.writtenLinks, [before]);
    const act = { actor, noun: "guardian_link", nounId: before.key.id ?? "", transition: "merge", now };
    await recordAct(tx, { ...act, to: rightsInWords(tie), evidence: `${from} into ${to}` });
  }
  await keep(KEPT_AS.invitations, await closeInvitations(tx, { schoolId, personId: from, now }));
  const { hasProfile, advisory, isLetIn } = two.kept.facts;
  const close = async () => keep(KEPT_AS.places, await closePlaces(tx, { schoolId, personId: from, on }));
  // While the addresses are still on the own page: an undo opens no place to one that was taken away since.
  if (isLetIn) await close();
  await keep(keptAs(REFERENCES.points), await takeDoubledPersonPoints(tx, pair));
  const came = await pointRows(tx, { reference: REFERENCES.points, ownerId: schoolId, from, to });
  await keep(keptAs(REFERENCES.points), came);
  const own = { schoolId, personId: to, came: came.map(({ key }) => key) };
  await keep(KEPT_AS.unpreferred, await preferOwnPersonPoints(tx, own));
  const comes = { profile: !hasProfile, advisory: advisory === null, wayIn: !isLetIn };
  for (const [table, moves] of await pointStudent(tx, { ...pair, comes })) await keep(table, moves);
  if (!isLetIn) await close();
  await keep(TOLD_OF, await pointToldStudent(tx, pair));
  const taken = await takeStudent(tx, { schoolId, studentId: from });
  for (const [table, moves] of taken) await keep(takenAs(table), moves);
  const other = taken[0]?.[1][0]?.before;
  if (!other) throw new Error("who goes is a student");
  await keep(FILLED, await fillStudent(tx, { ...pair, other }));
}
