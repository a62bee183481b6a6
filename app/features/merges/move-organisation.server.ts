import type { StaffActor } from "~/domain/actor";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { recordAct } from "~db/audit.server";
import { insertMoves, type Move } from "~db/merge-moves.server";
import { lockRows, pointRows } from "~db/moved-rows.server";
import { takeDoubledAffiliations, takeDoubledDrafts, takeDoubledMemberships } from "~db/organisation-moves.server";
import { ORGANISATION_REFERENCES as REFERENCES } from "~db/organisation-references.server";
import { pointSearches } from "~db/saved-searches.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

export interface Moving {
  actor: StaffActor;
  mergeId: string;
  from: string;
  to: string;
  now: Date;
}

/**
 * Has everything in the district that names one organisation name another, and keeps which rows those were. Rows of other schools are
 * moved by a job of theirs and kept where only they read them. Answers the placements that came over.
 */
export async function moveOrganisation(tx: ScopeTx, moving: Moving): Promise<string[]> {
  const placements = await movePlaces(tx, moving);
  await moveMentors(tx, moving);
  await inDistrictSchools(tx, { staff: moving.actor, job: "merge-organisations" }, ({ schoolId, ...here }) =>
    moveOfSchool(tx, { ...moving, here: { schoolId, ...here } }),
  );
  return placements;
}

/** Sites take the placements at them along; the rest of the placements follow. */
async function movePlaces(tx: ScopeTx, { actor, mergeId, from, to }: Moving): Promise<string[]> {
  const { districtId } = actor;
  const placements = await lockRows(tx, { reference: REFERENCES.placements, ownerId: districtId, from });
  const kept = { districtId, mergeId, schoolId: null };
  await insertMoves(tx, { ...kept, table: REFERENCES.placements.table, moves: placements });
  const pointing = { ownerId: districtId, from, to };
  const sites = await pointRows(tx, { reference: REFERENCES.sites, ...pointing });
  await insertMoves(tx, { ...kept, table: REFERENCES.sites.table, moves: sites });
  await pointRows(tx, { reference: REFERENCES.placements, ...pointing });
  return placements.flatMap(({ key }) => key.id ?? []);
}

/** Mentors with their ways in. What somebody has at both is taken away once and kept for an undo. */
async function moveMentors(tx: ScopeTx, { actor, mergeId, from, to }: Moving): Promise<void> {
  const { districtId } = actor;
  const pair = { districtId, from, to };
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId: null, table, moves });
  const { ofFrom, ofTo } = await takeDoubledAffiliations(tx, pair);
  await keep(REFERENCES.affiliations.table, [...ofFrom, ...ofTo]);
  await keep(REFERENCES.drafts.table, await takeDoubledDrafts(tx, pair));
  const { affiliations, departures, offers, drafts, otherNames } = REFERENCES;
  for (const reference of [affiliations, departures, offers, drafts, otherNames])
    await keep(reference.table, await pointRows(tx, { reference, ownerId: districtId, from, to }));
  const memberships = await throughIdentity(tx, async (identity) => [
    ...(await takeDoubledMemberships(identity, pair)),
    ...(await pointRows(identity, { reference: REFERENCES.memberships, ownerId: districtId, from, to })),
  ]);
  await keep(REFERENCES.memberships.table, memberships);
}

const OF_SCHOOLS = [REFERENCES.contacts, REFERENCES.introductions, REFERENCES.gifts];

type AtSchool = Moving & { here: { schoolId: string } & Parameters<typeof recordAct>[1]["actor"] };

/** A school's own rows. A gift keeps its account and its lines in the ledger: only whose gift it is changes. */
async function moveOfSchool(tx: ScopeTx, { actor, mergeId, from, to, here, now }: AtSchool): Promise<void> {
  const { districtId } = actor;
  const { schoolId } = here;
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId, table, moves });
  const pointing = { ownerId: schoolId, from, to };
  for (const reference of OF_SCHOOLS) await keep(reference.table, await pointRows(tx, { reference, ...pointing }));
  const links = await throughIdentity(tx, (identity) =>
    pointRows(identity, { reference: REFERENCES.links, ...pointing }),
  );
  await keep(REFERENCES.links.table, links);
  await keep("saved_searches", await pointSearches(tx, { schoolId, from, to }));
  if (schoolId === actor.schoolId) return;
  const act = { actor: here, noun: "organisation", evidence: `${from} into ${to}`, now };
  await recordAct(tx, { ...act, nounId: to, transition: "merge" });
}
