import type { StaffActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import { reopenInvitations, reopenPlaces } from "~db/family-places.server";
import { pointToldPerson, preferPersonPointsAgain, putBackPersonPoints } from "~db/guardian-moves.server";
import { deleteMoves, type Move } from "~db/merge-moves.server";
import type { MergeRecord } from "~db/merges.server";
import { keptAs, pointRows } from "~db/moved-rows.server";
import { KEPT_AS } from "~db/person-references.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";
import { putBackCovers, restoreRoles } from "~db/staff-moves.server";
import { STAFF_REFERENCES as REFERENCES, STAFF_KEPT_AS } from "~db/staff-references.server";
import { movesOf } from "./read-person-merge.server";

const moved = (moves: readonly Move[]) => moves.filter(({ before }) => before === null).map(({ key }) => key);
const taken = (moves: readonly Move[]) => moves.filter(({ before }) => before !== null);

/** Has the rows that a merge moved name the other one again, as far as they still name the kept one, and puts back what it took away. */
export async function returnStaff(
  tx: ScopeTx,
  { actor, merge, now }: { actor: StaffActor; merge: MergeRecord; now: Date },
): Promise<void> {
  const { schoolId, districtId } = actor;
  const { id: mergeId, kept_id: from, gone_id: to } = merge;
  const moves = (table: string) => movesOf(tx, { actor, merge }, table);
  for (const reference of Object.values(REFERENCES)) {
    const back = { reference, ownerId: schoolId, from, to, keys: moved(await moves(keptAs(reference))) };
    if (reference === REFERENCES.keysOfMails) await throughIdentity(tx, (identity) => pointRows(identity, back));
    else await pointRows(tx, back);
  }
  await putBackCovers(tx, { from, to, moves: taken(await moves(keptAs(REFERENCES.covers))) });
  await pointToldPerson(tx, { schoolId, from, to, keys: moved(await moves(KEPT_AS.toldPerson)) });
  await preferPersonPointsAgain(tx, { schoolId, personId: to, keys: moved(await moves(KEPT_AS.unpreferred)) });
  const doubled = taken(await moves(keptAs(REFERENCES.points)));
  await putBackPersonPoints(tx, { schoolId, standsWith: from, moves: doubled });
  await reopenInvitations(tx, { schoolId, moves: await moves(KEPT_AS.invitations) });
  await reopenPlaces(tx, { schoolId, personId: to, moves: await moves(KEPT_AS.places) });
  const given = await moves(STAFF_KEPT_AS.givenRole);
  await restoreRoles(tx, { schoolId, moves: given });
  const own = given[0]?.before?.role;
  const act = { actor, noun: "person", nounId: from, transition: "take_role", evidence: `${to} out of ${from}`, now };
  if (own) await recordAct(tx, { ...act, to: String(own) });
  await deleteMoves(tx, { districtId, mergeId, schoolId });
}
