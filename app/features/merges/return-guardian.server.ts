import type { StaffActor } from "~/domain/actor";
import { lettersOf } from "~/domain/notice/letter-code";
import { leadLettersBack } from "~db/consent-letters.server";
import { reopenInvitations, reopenPlaces } from "~db/family-places.server";
import {
  passOnKeys,
  passOnRequests,
  pointKeysOfRequest,
  pointScansOfRequest,
  pointTasksOfRequest,
  pointToldPerson,
  preferPersonPointsAgain,
  putBackLinks,
  putBackPersonPoints,
  putBackRequests,
} from "~db/guardian-moves.server";
import { deleteMoves, type Move, type RowKey } from "~db/merge-moves.server";
import type { MergeRecord } from "~db/merges.server";
import { keptAs, pointRows } from "~db/moved-rows.server";
import { KEPT_AS, GUARDIAN_REFERENCES as REFERENCES } from "~db/person-references.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";
import { movesOf } from "./read-person-merge.server";
import { restoreTies } from "./restore-ties.server";

const moved = (moves: readonly Move[]) => moves.filter(({ before }) => before === null).map(({ key }) => key);
const taken = (moves: readonly Move[]) => moves.filter(({ before }) => before !== null);

/**
 * Has the rows that a merge moved name the other guardian again, as far as they still name the kept one, and puts back what it took
 * away. What was asked since about a student who goes back waits for the other one.
 */
export async function returnGuardian(
  tx: ScopeTx,
  { actor, merge, now }: { actor: StaffActor; merge: MergeRecord; now: Date },
): Promise<void> {
  const { schoolId, districtId } = actor;
  const { id: mergeId, kept_id: from, gone_id: to } = merge;
  const moves = (table: string) => movesOf(tx, { actor, merge }, table);
  const links = await moves(keptAs(REFERENCES.links));
  const consents = await moves(keptAs(REFERENCES.consents));
  const passed = await passOnRequests(tx, { schoolId, from, to, links: moved(links), consents: moved(consents) });
  await throughIdentity(tx, (identity) => passOnKeys(identity, { schoolId, from, to, requests: passed }));
  for (const reference of Object.values(REFERENCES)) {
    const back = { reference, ownerId: schoolId, from, to, keys: moved(await moves(keptAs(reference))) };
    if (reference === REFERENCES.keysOfMails) await throughIdentity(tx, (identity) => pointRows(identity, back));
    else await pointRows(tx, back);
  }
  await putBackLinks(tx, { moves: taken(links) });
  await restoreTies(tx, { actor, merge, moves: await moves(KEPT_AS.writtenLinks), now });
  const letterCodes = taken(consents).flatMap(({ before }) => lettersOf(before));
  await leadLettersBack(tx, { schoolId, letterCodes });
  await putBackRequests(tx, { moves: taken(consents) });
  for (const { key } of await moves(KEPT_AS.scansOfRequests)) await pointScansOfRequest(tx, backOf(schoolId, key));
  for (const { key } of await moves(KEPT_AS.keysOfRequests))
    await throughIdentity(tx, (identity) => pointKeysOfRequest(identity, backOf(schoolId, key)));
  for (const { key } of await moves(KEPT_AS.tasksOfRequests)) await pointTasksOfRequest(tx, backOf(schoolId, key));
  await pointToldPerson(tx, { schoolId, from, to, keys: moved(await moves(KEPT_AS.toldPerson)) });
  await preferPersonPointsAgain(tx, { schoolId, personId: to, keys: moved(await moves(KEPT_AS.unpreferred)) });
  const doubled = taken(await moves(keptAs(REFERENCES.points)));
  await putBackPersonPoints(tx, { schoolId, standsWith: from, moves: doubled });
  await reopenInvitations(tx, { schoolId, moves: await moves(KEPT_AS.invitations) });
  await reopenPlaces(tx, { schoolId, personId: to, moves: await moves(KEPT_AS.places) });
  await deleteMoves(tx, { districtId, mergeId, schoolId });
}

/** The way of a key, task or scan back to the request that was taken away. */
const backOf = (schoolId: string, key: RowKey) => ({ schoolId, from: key.to ?? "", to: key.from ?? "", keys: [key] });
