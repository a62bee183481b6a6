import { sql } from "kysely";
import type { MentorName } from "~/domain/merge/mentors";
import type { ComparedPerson } from "~/domain/merge/person-twins";
import type { IdentityTx, ScopeTx } from "./scope.server";
import { TOLD_MENTORS } from "./told-mentors.server";

interface OfMentor {
  districtId: string;
  mentorId: string;
}

export interface MentorRow extends MentorName {
  id: string;
  language: string;
  /** Where they are reached, the preferred of a kind first. */
  points: { kind: string; value: string }[];
  /** Organisations they belong to or belonged to. */
  organisations: { id: string; name: string }[];
  isSuspended: boolean;
  mergedInto: string | null;
  /** Changes with the name, the ties, and the ways to reach them. */
  seal: string;
  /** The row as a merge keeps it. */
  whole: Record<string, unknown>;
}

const rows = (
  ids: readonly string[],
  districtId: string,
) => sql`select m.id, m.full_name as "fullName", m.name_used as "nameUsed",
  m.pronouns, m.language, m.suspended_at is not null as "isSuspended", m.merged_into as "mergedInto", to_jsonb(m) as whole,
  coalesce(reached.points, '[]') as points, coalesce(tied.organisations, '[]') as organisations,
  md5(concat_ws(chr(31), m.full_name, m.name_used, m.pronouns, m.suspended_at, reached.points, tied.organisations)) as seal
  from mentors m
  left join lateral (select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value)
      order by c.kind, c.preferred desc, c.value) as points
    from mentor_contact_points c where c.district_id = m.district_id and c.mentor_id = m.id) reached on true
  left join lateral (select jsonb_agg(distinct jsonb_build_object('id', o.id, 'name', o.name)) as organisations
    from affiliations a join organisations o on o.district_id = a.district_id and o.id = a.organisation_id
    where a.district_id = m.district_id and a.mentor_id = m.id) tied on true
  where m.district_id = ${districtId} and m.id = any(${[...ids]}::uuid[]) order by m.id`;

/** Mentors of the district with what tells them apart, by id. */
export async function findMentorRows(
  tx: ScopeTx,
  { districtId, ids }: { districtId: string; ids: readonly string[] },
): Promise<Map<string, MentorRow>> {
  const found = await sql<MentorRow>`${rows(ids, districtId)}`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** The same, locked in the order of their ids: nothing new can name them until the transaction ends. */
export async function lockMentorRows(
  tx: ScopeTx,
  { districtId, ids }: { districtId: string; ids: readonly string[] },
): Promise<Map<string, MentorRow>> {
  await sql`select id from mentors where district_id = ${districtId} and id = any(${[...ids]}::uuid[])
    order by id for update`.execute(tx);
  return findMentorRows(tx, { districtId, ids });
}

/** Mentors of the district who went into nobody, with what tells that another row is the same person. */
export async function listComparedMentors(
  tx: ScopeTx,
  { districtId }: { districtId: string },
): Promise<(ComparedPerson & { organisations: string })[]> {
  const found = await sql<ComparedPerson & { organisations: string }>`select m.id, m.full_name as name,
      coalesce((select string_agg(distinct o.name, ', ' order by o.name) from affiliations a
        join organisations o on o.district_id = a.district_id and o.id = a.organisation_id
        where a.district_id = m.district_id and a.mentor_id = m.id), '') as organisations,
      coalesce(array_agg(distinct lower(c.value)) filter (where c.kind = 'mail'), '{}') as mails,
      coalesce(array_agg(distinct c.value) filter (where c.kind in ('phone', 'sms')), '{}') as phones
    from mentors m left join mentor_contact_points c on c.district_id = m.district_id and c.mentor_id = m.id
    where m.district_id = ${districtId} and m.merged_into is null and exists (select from affiliations a
      where a.district_id = m.district_id and a.mentor_id = m.id)
    group by m.district_id, m.id order by m.full_name, m.id`.execute(tx);
  return found.rows;
}

/** Whether a school holds a check of a mentor, or they know or knew of a student there. Never which. */
export async function isMentorHeld(
  tx: ScopeTx,
  { schoolId, mentorId }: { schoolId: string; mentorId: string },
): Promise<boolean> {
  const of = (table: string, column = "mentor_id") =>
    sql`exists (select from ${sql.table(table)} t where t.school_id = ${schoolId} and ${sql.ref(`t.${column}`)} = ${mentorId})`;
  const found = await sql<{ held: boolean }>`select ${of("clearances")}
    or exists (select from ${TOLD_MENTORS} t where t.school_id = ${schoolId} and t.mentor_id = ${mentorId})
    or ${of("engagements", "lead_mentor_id")} or ${of("thread_members")} or ${of("exhibition_panel")} as held`.execute(
    tx,
  );
  return found.rows[0]?.held ?? false;
}

/** Whether a mentor was suspended once, and whether a last day of theirs is said that is not over. */
export async function findMentorTrouble(
  tx: ScopeTx,
  { districtId, mentorId }: OfMentor,
): Promise<{ wasSuspended: boolean; isLeaving: boolean }> {
  const found = await sql<{ wasSuspended: boolean; isLeaving: boolean }>`select
    exists (select from mentor_suspensions where district_id = ${districtId} and mentor_id = ${mentorId}) as "wasSuspended",
    exists (select from mentor_departures where district_id = ${districtId} and mentor_id = ${mentorId}
      and undone_at is null and handed_on_at is null) as "isLeaving"`.execute(tx);
  return found.rows[0] ?? { wasSuspended: false, isLeaving: false };
}

/** Organisations for which a mentor may sign in, and whether the same account comes to a school of the district as staff. */
export async function findWaysIn(
  tx: IdentityTx,
  { districtId, mentorId }: OfMentor,
): Promise<{ organisationIds: string[]; isStaff: boolean }> {
  const found = await sql<{ organisationIds: string[]; isStaff: boolean }>`
    with own as (select account_id, organisation_id, to_on from identity.memberships
      where district_id = ${districtId} and role = 'mentor' and person_id = ${mentorId})
    select coalesce((select array_agg(distinct organisation_id) from own where to_on is null), '{}') as "organisationIds",
      exists (select from own join identity.memberships m on m.account_id = own.account_id
        where m.district_id = ${districtId} and m.role in ('advisor', 'coordinator', 'admin') and m.to_on is null) as "isStaff"`.execute(
    tx,
  );
  return found.rows[0] ?? { organisationIds: [], isStaff: false };
}

/** Whom a mentor is now, also by way of others: themselves where they went into nobody. Undefined where the district has no such mentor. */
export async function findWhoStays(tx: ScopeTx, { districtId, mentorId }: OfMentor): Promise<string | undefined> {
  const { rows: found } = await sql<{ id: string }>`with recursive who as (
      select id, merged_into from mentors where district_id = ${districtId} and id = ${mentorId}
      union select m.id, m.merged_into from mentors m join who on m.district_id = ${districtId} and m.id = who.merged_into)
    select id from who where merged_into is null`.execute(tx);
  return found[0]?.id;
}

/** Writes whom a mentor went into; null once they are two again. */
export async function writeMergedInto(
  tx: ScopeTx,
  { districtId, mentorId, into }: OfMentor & { into: string | null },
): Promise<void> {
  await tx
    .updateTable("mentors")
    .set({ merged_into: into })
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .execute();
}

/** Writes the name that a mentor goes by. */
export async function writeMentorName(
  tx: ScopeTx,
  { districtId, mentorId, name }: OfMentor & { name: MentorName },
): Promise<void> {
  await tx
    .updateTable("mentors")
    .set({ full_name: name.fullName, name_used: name.nameUsed, pronouns: name.pronouns })
    .where("district_id", "=", districtId)
    .where("id", "=", mentorId)
    .execute();
}

/** The name that a merge kept of a mentor. */
export function nameOfWhole(whole: Readonly<Record<string, unknown>>): MentorName {
  const word = (column: string) => String(whole[column] ?? "");
  return { fullName: word("full_name"), nameUsed: word("name_used"), pronouns: word("pronouns") };
}
