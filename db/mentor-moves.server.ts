import { sql } from "kysely";
import { MENTOR_REFERENCES as REFERENCES } from "./mentor-references.server";
import type { Move, RowKey } from "./merge-moves.server";
import { takeRows } from "./moved-rows.server";
import type { ScopeTx } from "./scope.server";

interface Moving {
  districtId: string;
  from: string;
  to: string;
}

const wholes = (moves: readonly Move[]) => JSON.stringify(moves.flatMap(({ before }) => before ?? []));
const ids = (keys: readonly RowKey[]) => keys.map(({ id }) => id ?? "");

/** Has places that one mentor leads be led by another from now on; only those of `keys` where they are given. Answers which. */
export async function pointLeads(
  tx: ScopeTx,
  { districtId, from, to, now, keys }: Moving & { now: Date; keys?: readonly RowKey[] },
): Promise<Move[]> {
  const amongst = keys ? sql` and id = any(${ids(keys)}::uuid[])` : sql``;
  const { rows } = await sql<{
    id: string;
  }>`update placements set lead_mentor_id = ${to}, updated_at = ${now.toISOString()}
    where district_id = ${districtId} and lead_mentor_id = ${from}${amongst} returning id`.execute(tx);
  return rows.map(({ id }) => ({ key: { id }, before: null }));
}

/** Takes a mentor off as back-up where another one leads or is one already; and that one where they lead by now. Answers both kinds. */
export async function takeDoubledBackups(tx: ScopeTx, { districtId, from, to }: Moving): Promise<Move[]> {
  const asked = { reference: REFERENCES.backups, ownerId: districtId };
  const led = sql`exists (select from placements p where p.district_id = t.district_id and p.id = t.placement_id
    and p.lead_mentor_id = ${to})`;
  const ofFrom = await takeRows(tx, {
    ...{ ...asked, from },
    where: sql`(${led} or exists (select from placement_backups k where k.district_id = t.district_id
      and k.placement_id = t.placement_id and k.mentor_id = ${to}))`,
  });
  return [...ofFrom, ...(await takeRows(tx, { ...asked, from: to, where: led }))];
}

/** Puts back-ups back that were taken off. */
export async function putBackBackups(tx: ScopeTx, { moves }: { moves: readonly Move[] }): Promise<void> {
  await sql`insert into placement_backups select r.* from jsonb_populate_recordset(null::placement_backups, ${wholes(moves)}::jsonb) r
    join placements p on p.district_id = r.district_id and p.organisation_id = r.organisation_id and p.id = r.placement_id
    on conflict do nothing`.execute(tx);
}

/**
 * Takes away ties that another mentor has as long or longer to the same organisation, and of that one those that would stand in the way
 * of a longer one from the same day. Answers both kinds.
 */
export async function takeDoubledTies(
  tx: ScopeTx,
  { districtId, from, to }: Moving,
): Promise<{ ofFrom: Move[]; ofTo: Move[] }> {
  const asked = { reference: REFERENCES.affiliations, ownerId: districtId };
  const same = (mentorId: string) => sql`select from affiliations k where k.district_id = t.district_id
    and k.organisation_id = t.organisation_id and k.mentor_id = ${mentorId}`;
  const ofFrom = await takeRows(tx, {
    ...{ ...asked, from },
    where: sql`exists (${same(to)} and k.from_on <= t.from_on
      and coalesce(k.to_on, 'infinity') >= coalesce(t.to_on, 'infinity'))`,
  });
  const ofTo = await takeRows(tx, { ...asked, from: to, where: sql`exists (${same(from)} and k.from_on = t.from_on)` });
  return { ofFrom, ofTo };
}

/** Puts ties back, none longer than the longest that a mentor has to the same organisation now: who left since has left as both. */
export async function putBackTies(
  tx: ScopeTx,
  { districtId, standsWith, moves }: { districtId: string; standsWith: string; moves: readonly Move[] },
): Promise<void> {
  await sql`insert into affiliations (district_id, organisation_id, mentor_id, title, from_on, to_on)
    select r.district_id, r.organisation_id, r.mentor_id, r.title, r.from_on,
      nullif(least(coalesce(r.to_on, 'infinity'), stands.until), 'infinity')
    from jsonb_populate_recordset(null::affiliations, ${wholes(moves)}::jsonb) r
    cross join lateral (select max(coalesce(k.to_on, 'infinity')) as until from affiliations k
      where k.district_id = ${districtId} and k.organisation_id = r.organisation_id and k.mentor_id = ${standsWith}) stands
    where stands.until is not null
    on conflict do nothing`.execute(tx);
}

/** Takes away addresses and numbers that the other mentor has as well. */
export function takeDoubledPoints(tx: ScopeTx, { districtId, from, to }: Moving): Promise<Move[]> {
  return takeRows(tx, {
    ...{ reference: REFERENCES.points, ownerId: districtId, from },
    where: sql`exists (select from mentor_contact_points k where k.district_id = t.district_id and k.mentor_id = ${to}
      and k.kind = t.kind and lower(k.value) = lower(t.value))`,
  });
}

/** Of two preferred ways of a kind the own one stays preferred. Answers which of the others are so no more. */
export async function preferOwnPoints(
  tx: ScopeTx,
  { districtId, mentorId, came }: { districtId: string; mentorId: string; came: readonly RowKey[] },
): Promise<Move[]> {
  const { rows } = await sql<{ id: string }>`update mentor_contact_points c set preferred = false
    where c.district_id = ${districtId} and c.id = any(${ids(came)}::uuid[]) and c.preferred and exists (
      select from mentor_contact_points k where k.district_id = c.district_id and k.mentor_id = ${mentorId}
        and k.kind = c.kind and k.preferred and k.id <> all(${ids(came)}::uuid[]))
    returning c.id`.execute(tx);
  return rows.map(({ id }) => ({ key: { id }, before: null }));
}

/** Has ways to reach a mentor be the preferred ones again. */
export async function preferAgain(
  tx: ScopeTx,
  { districtId, mentorId, keys }: { districtId: string; mentorId: string; keys: readonly RowKey[] },
): Promise<void> {
  await sql`update mentor_contact_points set preferred = true
    where district_id = ${districtId} and mentor_id = ${mentorId} and id = any(${ids(keys)}::uuid[])`.execute(tx);
}

/** Puts addresses and numbers back that were taken away because `standsWith` had them as well: none that was taken from that one since. */
export async function putBackPoints(
  tx: ScopeTx,
  { standsWith, moves }: { standsWith: string; moves: readonly Move[] },
): Promise<void> {
  await sql`insert into mentor_contact_points
    select r.* from jsonb_populate_recordset(null::mentor_contact_points, ${wholes(moves)}::jsonb) r
    where exists (select from mentor_contact_points k where k.district_id = r.district_id and k.mentor_id = ${standsWith}
      and k.kind = r.kind and lower(k.value) = lower(r.value))
    on conflict do nothing`.execute(tx);
}

interface AtSchool {
  schoolId: string;
  from: string;
  to: string;
}

/** Whom a school keeps apart from one mentor it keeps apart from the other as well; of both the stricter stands. */
export async function copyForbiddenPairs(tx: ScopeTx, { schoolId, from, to }: AtSchool): Promise<void> {
  await sql`insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason, state, decided_by, decided_on, note)
    select school_id, student_id, district_id, ${to}, reason, state, decided_by, decided_on, note
    from forbidden_pairs where school_id = ${schoolId} and mentor_id = ${from}
    on conflict (school_id, student_id, mentor_id) do update
      set state = 'standing', reason = excluded.reason, decided_by = null, decided_on = null, note = excluded.note
      where excluded.state = 'standing' and forbidden_pairs.state <> 'standing'`.execute(tx);
}

/** Has what is open for staff about one mentor ask about the other; only that of `keys` where they are given. Answers which. */
export async function pointTaskProps(
  tx: ScopeTx,
  { schoolId, from, to, keys }: AtSchool & { keys?: readonly RowKey[] },
): Promise<Move[]> {
  const amongst = keys ? sql` and id = any(${ids(keys)}::uuid[])` : sql``;
  const { rows } = await sql<{
    id: string;
  }>`update staff_tasks set props = jsonb_set(props, '{mentorId}', to_jsonb(${to}::text))
    where school_id = ${schoolId} and state = 'open' and props->>'mentorId' = ${from}${amongst} returning id`.execute(
    tx,
  );
  return rows.map(({ id }) => ({ key: { id }, before: null }));
}

/** How many students of a school are on their way to places that a mentor leads. */
export async function countOnTheirWay(
  tx: ScopeTx,
  { schoolId, mentorId }: { schoolId: string; mentorId: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct u.student_id)::int as count from pursuits u
    join listings l on l.school_id = u.school_id and l.id = u.listing_id
    join placements p on p.district_id = l.district_id and p.id = l.placement_id
    where u.school_id = ${schoolId} and u.ended_at is null and p.lead_mentor_id = ${mentorId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Whether a mentor was told of a student at a school for one of some places, or leads an internship there. */
export async function isToldAtPlaces(
  tx: ScopeTx,
  { schoolId, mentorId, placementIds }: { schoolId: string; mentorId: string; placementIds: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`select exists (select from pursuits u
      join listings l on l.school_id = u.school_id and l.id = u.listing_id
      left join disclosures d on d.school_id = u.school_id and d.pursuit_id = u.id and d.mentor_id = ${mentorId}
      left join engagements e on e.school_id = u.school_id and e.pursuit_id = u.id and e.lead_mentor_id = ${mentorId}
      where u.school_id = ${schoolId} and l.placement_id = any(${[...placementIds]}::uuid[])
        and (d.mentor_id is not null or e.lead_mentor_id is not null)) as told`.execute(tx);
  return rows[0]?.told ?? false;
}

/**
 * Organisations to which a mentor would have no tie without some that came over, and whether they lead or back up a place there that did
 * not come with them.
 */
export async function listLoneTies(
  tx: ScopeTx,
  {
    districtId,
    mentorId,
    ties,
    leads,
    backups,
  }: {
    districtId: string;
    mentorId: string;
    ties: readonly RowKey[];
    leads: readonly RowKey[];
    backups: readonly RowKey[];
  },
): Promise<{ id: string; isUsed: boolean }[]> {
  const came = sql`(select jsonb_array_elements(${JSON.stringify(ties)}::jsonb))`;
  const tie = (row: string) =>
    sql`jsonb_build_object('organisation_id', ${sql.ref(`${row}.organisation_id`)}, 'from_on', ${sql.ref(`${row}.from_on`)})`;
  const own = sql`district_id = ${districtId} and mentor_id = ${mentorId}`;
  const { rows } = await sql<{ id: string; isUsed: boolean }>`
    with lone as (select organisation_id from affiliations a where ${own}
      group by organisation_id having bool_and(${tie("a")} in ${came}))
    select lone.organisation_id as id, exists (select from placements p
      where p.district_id = ${districtId} and p.organisation_id = lone.organisation_id and p.erased_at is null
        and ((p.lead_mentor_id = ${mentorId} and p.id <> all(${ids(leads)}::uuid[]))
          or exists (select from placement_backups b where b.district_id = p.district_id and b.placement_id = p.id
            and b.mentor_id = ${mentorId} and b.placement_id <> all(${backups.map((key) => key.placement_id ?? "")}::uuid[])))
    ) as "isUsed" from lone order by id`.execute(tx);
  return rows;
}
