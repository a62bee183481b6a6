import { sql } from "kysely";
import type { Move, RowKey } from "./merge-moves.server";
import { pointRows, takeRows } from "./moved-rows.server";
import { ORGANISATION_REFERENCES as REFERENCES } from "./organisation-references.server";
import type { IdentityTx, ScopeTx } from "./scope.server";

interface Moving {
  districtId: string;
  from: string;
  to: string;
}

/**
 * Takes away affiliations that the other organisation has as long or longer of the same mentor, and of the other those that would
 * stand in the way of a longer one from the same day. Answers both kinds.
 */
export async function takeDoubledAffiliations(
  tx: ScopeTx,
  { districtId, from, to }: Moving,
): Promise<{ ofFrom: Move[]; ofTo: Move[] }> {
  const asked = { reference: REFERENCES.affiliations, ownerId: districtId };
  const same = (organisationId: string) => sql`select from affiliations k where k.district_id = t.district_id
    and k.organisation_id = ${organisationId} and k.mentor_id = t.mentor_id`;
  const ofFrom = await takeRows(tx, {
    ...{ ...asked, from },
    where: sql`exists (${same(to)} and k.from_on <= t.from_on
      and coalesce(k.to_on, 'infinity') >= coalesce(t.to_on, 'infinity'))`,
  });
  const ofTo = await takeRows(tx, { ...asked, from: to, where: sql`exists (${same(from)} and k.from_on = t.from_on)` });
  return { ofFrom, ofTo };
}

/** Takes away what somebody began to write at both; the other's goes on. */
export function takeDoubledDrafts(tx: ScopeTx, { districtId, from, to }: Moving): Promise<Move[]> {
  return takeRows(tx, {
    ...{ reference: REFERENCES.drafts, ownerId: districtId, from },
    where: sql`exists (select from drafts k where k.district_id = t.district_id and k.organisation_id = ${to}
      and k.account_id = t.account_id and k.form = t.form)`,
  });
}

/** Takes away memberships that somebody has at the other as well; sessions that stood in one go on in the other. */
export async function takeDoubledMemberships(tx: IdentityTx, { districtId, from, to }: Moving): Promise<Move[]> {
  const twin = sql`k.district_id = t.district_id and k.organisation_id = ${to} and k.account_id = t.account_id
    and k.role = t.role and k.person_id = t.person_id and k.to_on is null and t.to_on is null`;
  await sql`update identity.sessions s set membership_id = k.id from identity.memberships t, identity.memberships k
    where s.membership_id = t.id and t.district_id = ${districtId} and t.organisation_id = ${from} and ${twin}`.execute(
    tx,
  );
  return takeRows(tx, {
    ...{ reference: REFERENCES.memberships, ownerId: districtId, from },
    where: sql`exists (select from identity.memberships k where ${twin})`,
  });
}

const wholes = (moves: readonly Move[]) => JSON.stringify(moves.flatMap(({ before }) => before ?? []));

/**
 * Puts affiliations back that a merge took away. Whoever left the merged one since has left for good: `keptId` is asked, so this comes
 * before rows go back.
 */
export async function putBackAffiliations(
  tx: ScopeTx,
  { districtId, keptId, moves }: { districtId: string; keptId: string; moves: readonly Move[] },
): Promise<void> {
  await sql`insert into affiliations (district_id, organisation_id, mentor_id, title, from_on, to_on)
    select r.district_id, r.organisation_id, r.mentor_id, r.title, r.from_on,
      nullif(least(coalesce(r.to_on, 'infinity'), stands.until), 'infinity')
    from jsonb_populate_recordset(null::affiliations, ${wholes(moves)}::jsonb) r
    cross join lateral (select max(coalesce(k.to_on, 'infinity')) as until from affiliations k
      where k.district_id = ${districtId} and k.organisation_id = ${keptId} and k.mentor_id = r.mentor_id) stands
    where stands.until is not null
    on conflict do nothing`.execute(tx);
}

/** Puts what somebody had begun to write back. */
export async function putBackDrafts(tx: ScopeTx, { moves }: { moves: readonly Move[] }): Promise<void> {
  await sql`insert into drafts select r.* from jsonb_populate_recordset(null::drafts, ${wholes(moves)}::jsonb) r
    on conflict do nothing`.execute(tx);
}

/**
 * Puts memberships back that a merge took away, as far as the same account is still let in at the merged one: what ended or was
 * suspended since holds for both.
 */
export async function putBackMemberships(
  tx: IdentityTx,
  { districtId, keptId, moves }: { districtId: string; keptId: string; moves: readonly Move[] },
): Promise<void> {
  await sql`insert into identity.memberships (id, account_id, role, school_id, district_id, organisation_id, person_id, from_on, to_on, suspended_at, came_in_at)
    select r.id, r.account_id, r.role, r.school_id, r.district_id, r.organisation_id, r.person_id, r.from_on,
      k.to_on, coalesce(k.suspended_at, r.suspended_at), r.came_in_at
    from jsonb_populate_recordset(null::identity.memberships, ${wholes(moves)}::jsonb) r
    join lateral (select m.to_on, m.suspended_at from identity.memberships m
      where m.district_id = ${districtId} and m.organisation_id = ${keptId}
        and m.account_id = r.account_id and m.role = r.role and m.person_id = r.person_id
      order by m.to_on desc nulls first limit 1) k on true
    on conflict do nothing`.execute(tx);
}

/** Mentors who were ever of one organisation and never of another. */
export async function listMentorsOfOneAlone(
  tx: ScopeTx,
  { districtId, organisationId, otherId }: { districtId: string; organisationId: string; otherId: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct a.mentor_id as id from affiliations a
    where a.district_id = ${districtId} and a.organisation_id = ${organisationId} and not exists (select from affiliations k
      where k.district_id = a.district_id and k.mentor_id = a.mentor_id and k.organisation_id = ${otherId})
    order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Has ways in that mentors were given at one organisation let them in at the other, unless they are let in there already. */
export async function returnWaysIn(
  tx: IdentityTx,
  { mentorIds, districtId, from, to }: Moving & { mentorIds: readonly string[] },
): Promise<void> {
  await pointRows(tx, {
    ...{ reference: REFERENCES.memberships, ownerId: districtId, from, to },
    unless: sql` and t.person_id = any(${[...mentorIds]}::uuid[]) and not exists (select from identity.memberships k
      where k.district_id = t.district_id and k.organisation_id = ${to} and k.account_id = t.account_id
        and k.role = t.role and k.person_id = t.person_id and k.to_on is null)`,
  });
}

/** Has last days that mentors were given at one organisation hold at the other. */
export async function returnDepartures(
  tx: ScopeTx,
  { mentorIds, districtId, from, to }: Moving & { mentorIds: readonly string[] },
): Promise<void> {
  await pointRows(tx, {
    ...{ reference: REFERENCES.departures, ownerId: districtId, from, to },
    unless: sql` and t.mentor_id = any(${[...mentorIds]}::uuid[])`,
  });
}

interface Returning extends Moving {
  /** What came over with the merge. */
  sites: readonly RowKey[];
  placements: readonly RowKey[];
}

const ids = (keys: readonly RowKey[]) => keys.map(({ id }) => id ?? "");

/**
 * Gives sites and placements back. A site at which somebody has placed something since stays, and with it what is there: a placement
 * and its site are of one organisation.
 */
export async function returnPlaces(tx: ScopeTx, { districtId, from, to, sites, placements }: Returning): Promise<void> {
  await pointRows(tx, {
    ...{ reference: REFERENCES.sites, ownerId: districtId, from, to, keys: sites },
    unless: sql` and not exists (select from placements p where p.district_id = t.district_id
      and p.organisation_id = ${from} and p.site_id = t.id and p.id <> all (${ids(placements)}::uuid[]))`,
  });
  await pointRows(tx, {
    ...{ reference: REFERENCES.placements, ownerId: districtId, from, to, keys: placements },
    unless: sql` and (t.site_id is null or exists (select from sites s where s.district_id = t.district_id
      and s.organisation_id = ${to} and s.id = t.site_id))`,
  });
}

/** What of an organisation's would stay after an undo: placements that are new since, or lie at a site that stays. */
export async function listStayingPlacements(
  tx: ScopeTx,
  {
    districtId,
    keptId,
    since,
    sites,
    placements,
  }: {
    districtId: string;
    keptId: string;
    since: string;
    sites: readonly RowKey[];
    placements: readonly RowKey[];
  },
): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    with own as (select id, title, site_id, created_at, id = any (${ids(placements)}::uuid[]) as came from placements
        where district_id = ${districtId} and organisation_id = ${keptId} and erased_at is null),
      staying_sites as (select site_id from own where not came and site_id is not null)
    select id, title from own where (not came and created_at >= ${since})
      or (came and site_id is not null and (site_id in (select site_id from staying_sites) or site_id <> all (${ids(sites)}::uuid[])))
    order by title, id`.execute(tx);
  return rows;
}

/** Mentors who came to an organisation on a day or later and not with a merge, by name: they stay with it after an undo. */
export async function listStayingMentors(
  tx: ScopeTx,
  { districtId, keptId, since, came }: { districtId: string; keptId: string; since: string; came: readonly RowKey[] },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct m.id, m.full_name as name
    from affiliations a join mentors m on m.district_id = a.district_id and m.id = a.mentor_id
    where a.district_id = ${districtId} and a.organisation_id = ${keptId} and a.from_on >= ${since}::timestamptz::date
      and a.mentor_id <> all (${came.map(({ mentor_id: id }) => id ?? "")}::uuid[])
    order by name, m.id`.execute(tx);
  return rows;
}
