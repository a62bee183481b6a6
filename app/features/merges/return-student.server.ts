import type { StaffActor } from "~/domain/actor";
import { reopenInvitations, reopenPlaces } from "~db/family-places.server";
import { preferPersonPointsAgain, putBackPersonPoints } from "~db/guardian-moves.server";
import { deleteMoves, type Move } from "~db/merge-moves.server";
import type { MergeRecord } from "~db/merges.server";
import { keptAs, pointRows } from "~db/moved-rows.server";
import { KEPT_AS } from "~db/person-references.server";
import type { ScopeTx } from "~db/scope.server";
import { pointToldStudent, putBackTaken, restoreStudent } from "~db/student-moves.server";
import {
  FILLED,
  GOES_WITH_STUDENT,
  type GoesWithStudent,
  STUDENT_REFERENCES as REFERENCES,
  TOLD_OF,
  takenAs,
} from "~db/student-references.server";
import { studentMovesOf } from "./read-student-merge.server";
import { restoreTies } from "./restore-ties.server";

const moved = (moves: readonly Move[]) => moves.filter(({ before }) => before === null).map(({ key }) => key);
const taken = (moves: readonly Move[]) => moves.filter(({ before }) => before !== null);

/** Puts the row of the student back who went, has what came over name them again, and has the one that stayed say what they said before. */
export async function returnStudent(
  tx: ScopeTx,
  { actor, merge, now }: { actor: StaffActor; merge: MergeRecord; now: Date },
): Promise<void> {
  const { schoolId, districtId } = actor;
  const { id: mergeId, kept_id: from, gone_id: to } = merge;
  const moves = (table: string) => studentMovesOf(tx, { actor, merge }, table);
  const people = new Map((await moves("people")).map(({ key, before }) => [key.id, before]));
  const bornOn = { before: people.get(from)?.born_on, other: people.get(to)?.born_on };
  const [[filled], [gone]] = [await moves(FILLED), await moves(takenAs("students"))];
  const facts = { before: filled?.before, other: gone?.before, bornOn };
  await restoreStudent(tx, { schoolId, from, to, ...facts });
  const [first, ...rest] = GOES_WITH_STUDENT;
  const putBack = async (table: GoesWithStudent) => putBackTaken(tx, { table, moves: await moves(takenAs(table)) });
  await putBack(first);
  for (const reference of Object.values(REFERENCES)) {
    const keys = moved(await moves(keptAs(reference)));
    await pointRows(tx, { reference, ownerId: schoolId, from, to, keys });
  }
  for (const table of rest) await putBack(table);
  await restoreTies(tx, { actor, merge, moves: await moves(KEPT_AS.writtenLinks), now });
  await pointToldStudent(tx, { schoolId, from, to, keys: moved(await moves(TOLD_OF)) });
  await preferPersonPointsAgain(tx, { schoolId, personId: to, keys: moved(await moves(KEPT_AS.unpreferred)) });
  const doubled = taken(await moves(keptAs(REFERENCES.points)));
  await putBackPersonPoints(tx, { schoolId, standsWith: from, moves: doubled });
  await reopenInvitations(tx, { schoolId, moves: await moves(KEPT_AS.invitations) });
  await reopenPlaces(tx, { schoolId, personId: to, moves: await moves(KEPT_AS.places) });
  await deleteMoves(tx, { districtId, mergeId, schoolId });
}
