import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { recordAct } from "~db/audit.server";
import {
  pointLeads,
  pointTaskProps,
  preferAgain,
  putBackBackups,
  putBackPoints,
  putBackTies,
} from "~db/mentor-moves.server";
import { LEADS, MENTOR_REFERENCES as REFERENCES } from "~db/mentor-references.server";
import { deleteMoves, listMoves, type Move } from "~db/merge-moves.server";
import { keptAs, pointRows, type Reference } from "~db/moved-rows.server";
import { type IdentityTx, type ScopeTx, throughIdentity } from "~db/scope.server";
import { OF_SCHOOLS, TASK_PROPS, UNPREFERRED } from "./move-mentor.server";
import type { Moving } from "./move-organisation.server";

const moved = (moves: readonly Move[]) => moves.filter(({ before }) => before === null).map(({ key }) => key);
const taken = (moves: readonly Move[]) => moves.filter(({ before }) => before !== null);

/**
 * Has the rows that a merge moved name the other mentor again, as far as they still name the kept one, and puts back what it took away.
 * `from` is the kept one. Whom a school keeps apart from either it keeps apart from both.
 */
export async function returnMentor(tx: ScopeTx, moving: Moving): Promise<void> {
  const { actor, mergeId, from, to, now } = moving;
  const { districtId } = actor;
  const moves = (table: string) => listMoves(tx, { districtId, mergeId, table, schoolId: null });
  const back = async (door: ScopeTx | IdentityTx, reference: Reference) => {
    const keys = moved(await moves(keptAs(reference)));
    await pointRows(door, { reference, ownerId: districtId, from, to, keys });
  };
  await pointLeads(tx, { districtId, from, to, now, keys: moved(await moves(LEADS)) });
  await returnTies(tx, moving, taken(await moves(keptAs(REFERENCES.affiliations))), () =>
    back(tx, REFERENCES.affiliations),
  );
  for (const reference of [REFERENCES.posts, REFERENCES.backups, REFERENCES.offers, REFERENCES.nextLeads])
    await back(tx, reference);
  await putBackBackups(tx, { moves: taken(await moves(keptAs(REFERENCES.backups))) });
  await back(tx, REFERENCES.points);
  await preferAgain(tx, { districtId, mentorId: to, keys: moved(await moves(UNPREFERRED)) });
  await putBackPoints(tx, { standsWith: from, moves: taken(await moves(keptAs(REFERENCES.points))) });
  const links = moved(await moves(keptAs(REFERENCES.links)));
  await throughIdentity(tx, (identity) =>
    pointRows(identity, { reference: REFERENCES.links, ownerId: districtId, from, to, keys: links }),
  );
  await inDistrictSchools(tx, { staff: actor, job: "merge-mentors" }, async (here) => {
    await returnOfSchool(tx, moving, here.schoolId);
    if (here.schoolId === actor.schoolId) return;
    const act = { actor: here, noun: "mentor", evidence: `${to} out of ${from}`, now };
    await recordAct(tx, { ...act, nounId: from, transition: "undo_merge" });
  });
}

/** The other's first, while the kept one has the tie that took their place. */
async function returnTies(
  tx: ScopeTx,
  { actor: { districtId }, from, to }: Moving,
  doubled: readonly Move[],
  back: () => Promise<void>,
): Promise<void> {
  const ofOther = ({ before }: Move) => before?.mentor_id === to;
  await putBackTies(tx, { districtId, standsWith: from, moves: doubled.filter(ofOther) });
  await back();
  await putBackTies(tx, { districtId, standsWith: to, moves: doubled.filter((move) => !ofOther(move)) });
}

async function returnOfSchool(tx: ScopeTx, { actor, mergeId, from, to }: Moving, schoolId: string): Promise<void> {
  const { districtId } = actor;
  const keysOf = async (table: string) => moved(await listMoves(tx, { districtId, mergeId, table, schoolId }));
  for (const reference of OF_SCHOOLS)
    await pointRows(tx, { reference, ownerId: schoolId, from, to, keys: await keysOf(keptAs(reference)) });
  await pointTaskProps(tx, { schoolId, from, to, keys: await keysOf(TASK_PROPS) });
  await deleteMoves(tx, { districtId, mergeId, schoolId });
}
