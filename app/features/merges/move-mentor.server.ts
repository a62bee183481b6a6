import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { recordAct } from "~db/audit.server";
import {
  copyForbiddenPairs,
  pointLeads,
  pointTaskProps,
  preferOwnPoints,
  takeDoubledBackups,
  takeDoubledPoints,
  takeDoubledTies,
} from "~db/mentor-moves.server";
import { LEADS, MENTOR_REFERENCES as REFERENCES } from "~db/mentor-references.server";
import { insertMoves, type Move } from "~db/merge-moves.server";
import { keptAs, pointRows, type Reference } from "~db/moved-rows.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";
import type { Moving } from "./move-organisation.server";

/** Where it is kept which addresses are not the preferred ones any more. */
export const UNPREFERRED = "mentor_contact_points.preferred";
/** Where it is kept which tasks hold the id of the mentor in what they say. */
export const TASK_PROPS = "staff_tasks.props";
export const OF_SCHOOLS = [
  REFERENCES.introductions,
  REFERENCES.sequences,
  REFERENCES.visitorOffers,
  REFERENCES.tasks,
] as const;

/**
 * Has what names one mentor name another, and keeps which rows those were. Rows of schools are moved by a job of theirs and kept where
 * only they read them. Answers the places that the other leads from now on.
 */
export async function moveMentor(tx: ScopeTx, moving: Moving): Promise<string[]> {
  const { actor, mergeId, from, to, now } = moving;
  const { districtId } = actor;
  const pair = { districtId, from, to };
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId: null, table, moves });
  const point = async (reference: Reference) => {
    const moves = await pointRows(tx, { reference, ownerId: districtId, from, to });
    await keep(keptAs(reference), moves);
    return moves;
  };
  const leads = await pointLeads(tx, { ...pair, now });
  await keep(LEADS, leads);
  await keep(keptAs(REFERENCES.backups), await takeDoubledBackups(tx, pair));
  const { ofFrom, ofTo } = await takeDoubledTies(tx, pair);
  await keep(keptAs(REFERENCES.affiliations), [...ofFrom, ...ofTo]);
  await keep(keptAs(REFERENCES.points), await takeDoubledPoints(tx, pair));
  for (const reference of [REFERENCES.posts, REFERENCES.backups, REFERENCES.affiliations, REFERENCES.offers])
    await point(reference);
  await point(REFERENCES.nextLeads);
  const came = (await point(REFERENCES.points)).map(({ key }) => key);
  await keep(UNPREFERRED, await preferOwnPoints(tx, { districtId, mentorId: to, came }));
  const links = await throughIdentity(tx, (identity) =>
    pointRows(identity, { reference: REFERENCES.links, ownerId: districtId, from, to }),
  );
  await keep(keptAs(REFERENCES.links), links);
  await inDistrictSchools(tx, { staff: actor, job: "merge-mentors" }, async (here) => {
    await moveOfSchool(tx, moving, here.schoolId);
    if (here.schoolId === actor.schoolId) return;
    const act = { actor: here, noun: "mentor", evidence: `${from} into ${to}`, now };
    await recordAct(tx, { ...act, nounId: to, transition: "merge" });
  });
  return leads.flatMap(({ key }) => key.id ?? []);
}

async function moveOfSchool(tx: ScopeTx, { actor, mergeId, from, to }: Moving, schoolId: string): Promise<void> {
  const { districtId } = actor;
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId, table, moves });
  for (const reference of OF_SCHOOLS)
    await keep(keptAs(reference), await pointRows(tx, { reference, ownerId: schoolId, from, to }));
  await keep(TASK_PROPS, await pointTaskProps(tx, { schoolId, from, to }));
  await copyForbiddenPairs(tx, { schoolId, from, to });
}
