import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { recordAct } from "~db/audit.server";
import { pointLinksAbout } from "~db/links.server";
import { deleteMoves, listMoves, type Move } from "~db/merge-moves.server";
import { pointRows, type Reference } from "~db/moved-rows.server";
import { listAccountIdsOfOrganisation } from "~db/organisation-facts.server";
import {
  listMentorsOfOneAlone,
  putBackAffiliations,
  putBackDrafts,
  putBackMemberships,
  returnDepartures,
  returnPlaces,
  returnWaysIn,
} from "~db/organisation-moves.server";
import { ORGANISATION_REFERENCES as REFERENCES } from "~db/organisation-references.server";
import { listPursuitIdsOfOrganisation } from "~db/pursuits.server";
import { returnSearches } from "~db/saved-searches.server";
import { type IdentityTx, type ScopeTx, throughIdentity } from "~db/scope.server";
import type { Moving } from "./move-organisation.server";

/**
 * Has the rows that a merge moved name the other organisation again, as far as they still name the kept one, and puts back what it
 * took away. `from` is the kept one. Answers the placements that came over with the merge.
 */
export async function returnOrganisation(tx: ScopeTx, moving: Moving): Promise<string[]> {
  const { actor, mergeId, from, to } = moving;
  const { districtId } = actor;
  const moves = (table: string) => listMoves(tx, { districtId, mergeId, table, schoolId: null });
  const keys = async ({ table }: Reference) => moved(await moves(table)).map(({ key }) => key);
  const [sites, placements] = [await keys(REFERENCES.sites), await keys(REFERENCES.placements)];
  await returnPlaces(tx, { districtId, from, to, sites, placements });
  await returnMentors(tx, moving, moves);
  await inDistrictSchools(tx, { staff: actor, job: "merge-organisations" }, async (here) => {
    await returnOfSchool(tx, moving, here.schoolId);
    if (here.schoolId === actor.schoolId) return;
    const act = { actor: here, noun: "organisation", evidence: `${to} out of ${from}`, now: moving.now };
    await recordAct(tx, { ...act, nounId: from, transition: "undo_merge" });
  });
  return placements.flatMap(({ id }) => id ?? []);
}

const moved = (moves: readonly Move[]) => moves.filter(({ before }) => before === null);
const taken = (moves: readonly Move[]) => moves.filter(({ before }) => before !== null);

async function returnMentors(
  tx: ScopeTx,
  { actor, from, to }: Moving,
  moves: (table: string) => Promise<Move[]>,
): Promise<void> {
  const { districtId } = actor;
  const back = (door: ScopeTx | IdentityTx, reference: Reference, rows: readonly Move[]) =>
    pointRows(door, { reference, ownerId: districtId, from, to, keys: moved(rows).map(({ key }) => key) });
  const affiliations = await moves(REFERENCES.affiliations.table);
  const ofOther = ({ before }: Move) => before?.organisation_id === to;
  await putBackAffiliations(tx, { districtId, keptId: from, moves: taken(affiliations).filter(ofOther) });
  await back(tx, REFERENCES.affiliations, affiliations);
  const ofKept = taken(affiliations).filter((move) => !ofOther(move));
  await putBackAffiliations(tx, { districtId, keptId: to, moves: ofKept });
  for (const reference of [REFERENCES.departures, REFERENCES.offers, REFERENCES.otherNames])
    await back(tx, reference, await moves(reference.table));
  const memberships = await moves(REFERENCES.memberships.table);
  const mentorIds = await listMentorsOfOneAlone(tx, { districtId, organisationId: to, otherId: from });
  // So does a last day that was said while the two were one: it is a day of that organisation.
  await returnDepartures(tx, { districtId, from, to, mentorIds });
  const letIn = await throughIdentity(tx, async (identity) => {
    await putBackMemberships(identity, { districtId, keptId: from, moves: taken(memberships) });
    await back(identity, REFERENCES.memberships, memberships);
    // Whoever was let in while the two were one reads on at the organisation that they belong to, and at no other.
    await returnWaysIn(identity, { districtId, from, to, mentorIds });
    return new Set<unknown>(await listAccountIdsOfOrganisation(identity, { districtId, organisationId: to }));
  });
  const drafts = await moves(REFERENCES.drafts.table);
  await back(tx, REFERENCES.drafts, drafts);
  await putBackDrafts(tx, { moves: taken(drafts).filter(({ before }) => letIn.has(before?.account_id)) });
}

async function returnOfSchool(tx: ScopeTx, { actor, mergeId, from, to }: Moving, schoolId: string): Promise<void> {
  const { districtId } = actor;
  const moves = (table: string) => listMoves(tx, { districtId, mergeId, table, schoolId });
  const pointing = { ownerId: schoolId, from, to };
  for (const reference of [REFERENCES.contacts, REFERENCES.introductions, REFERENCES.gifts]) {
    const keys = (await moves(reference.table)).map(({ key }) => key);
    await pointRows(tx, { reference, ...pointing, keys });
  }
  const keys = (await moves(REFERENCES.links.table)).map(({ key }) => key);
  await throughIdentity(tx, (identity) => pointRows(identity, { reference: REFERENCES.links, ...pointing, keys }));
  // Of a pursuit that went back also the links that were mailed since.
  const pursuitIds = await listPursuitIdsOfOrganisation(tx, { schoolId, organisationId: to });
  await throughIdentity(tx, (identity) => pointLinksAbout(identity, { schoolId, subjectIds: pursuitIds, from, to }));
  await returnSearches(tx, { schoolId, from: to, to: from, moves: await moves("saved_searches") });
  await deleteMoves(tx, { districtId, mergeId, schoolId });
}
