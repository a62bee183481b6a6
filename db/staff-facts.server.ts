import { sql } from "kysely";
import type { ComparedPerson } from "~/domain/merge/person-twins";
import type { StaffStanding } from "~/domain/merge/staff";
import type { ScopeTx } from "./scope.server";

interface OfStaff {
  schoolId: string;
  personId: string;
  /** Today at the school. */
  on: string;
}

export interface StaffFacts extends Omit<StaffStanding, "isHeldReader" | "isLastAdmin"> {
  /** Names of their advisories. */
  advisories: string[];
  /** Changes with the roles, the advisories and the covers. */
  seal: string;
}

/** What is known of somebody on the staff, or who was. */
export async function findStaffFacts(tx: ScopeTx, { schoolId, personId, on }: OfStaff): Promise<StaffFacts> {
  const { rows } = await sql<StaffFacts>`select places.accounts, places."cameIn", places.places, own.advisories,
      (places.are_other or exists (select from students where school_id = ${schoolId} and id = ${personId})
        or exists (select from guardian_links where school_id = ${schoolId} and guardian_id = ${personId})) as "hasOtherDuties",
      exists (select from safeguarding_leads where school_id = ${schoolId} and person_id = ${personId}
        and (to_on is null or to_on > ${on}::date)) as "isLead",
      exists (select from thread_members s join messages w on w.school_id = s.school_id and w.member_id = s.id
        where s.school_id = ${schoolId} and s.person_id = ${personId}) as "hasWritten",
      md5(concat_ws(chr(31), places.places, own.are, covering.are)) as seal
    from (select coalesce(array_agg(distinct m.account_id), '{}') as accounts,
        coalesce(array_agg(distinct m.account_id) filter (where m.came_in_at is not null), '{}') as "cameIn",
        coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'toOn', m.to_on) order by m.id)
          filter (where m.role in ('advisor', 'coordinator', 'admin') and (m.to_on is null or m.to_on >= ${on}::date)), '[]') as places,
        coalesce(bool_or(m.role in ('student', 'guardian')), false) as are_other
      from identity.memberships m where m.school_id = ${schoolId} and m.person_id = ${personId}) places,
    (select coalesce(array_agg(name order by name, id), '{}') as advisories, string_agg(id::text, ',' order by id) as are
      from advisories where school_id = ${schoolId} and advisor_id = ${personId}) own,
    (select string_agg(id::text, ',' order by id) as are
      from advisory_covers where school_id = ${schoolId} and cover_id = ${personId} and to_on >= ${on}::date) covering`.execute(
    tx,
  );
  const [facts] = rows;
  if (!facts) throw new Error("facts are one row");
  return facts;
}

/** Whether each of two covers an advisory of the other one on a day or later. */
export async function hasCoversBothWays(
  tx: ScopeTx,
  { schoolId, oneId, otherId, on }: { schoolId: string; oneId: string; otherId: string; on: string },
): Promise<boolean> {
  const covers = (advisor: string, cover: string) => sql`exists (select from advisory_covers c
    join advisories a on a.school_id = c.school_id and a.id = c.advisory_id
    where c.school_id = ${schoolId} and a.advisor_id = ${advisor} and c.cover_id = ${cover} and c.to_on >= ${on}::date)`;
  const { rows } = await sql<{
    do: boolean;
  }>`select ${covers(oneId, otherId)} and ${covers(otherId, oneId)} as do`.execute(tx);
  return rows[0]?.do ?? false;
}

export interface StaffCounts {
  advisories: number;
  covers: number;
  meetings: number;
  seats: number;
  contacts: number;
  sequences: number;
  tasks: number;
}

/** How much of what names somebody of the staff comes along when they go into another one. */
export async function countOfStaff(
  tx: ScopeTx,
  { schoolId, personId, on, now }: OfStaff & { now: Date },
): Promise<StaffCounts> {
  const { rows } = await sql<StaffCounts>`select
    (select count(*) from advisories where school_id = ${schoolId} and advisor_id = ${personId})::int as advisories,
    (select count(*) from advisory_covers where school_id = ${schoolId} and cover_id = ${personId} and to_on >= ${on}::date)::int as covers,
    (select count(*) from meetings where school_id = ${schoolId} and with_id = ${personId} and state = 'planned'
      and ends_at > ${now.toISOString()})::int as meetings,
    (select count(*) from thread_members where school_id = ${schoolId} and person_id = ${personId})::int as seats,
    (select count(*) from contacts where school_id = ${schoolId} and owner_id = ${personId})::int as contacts,
    (select count(*) from sequences where school_id = ${schoolId} and writer_id = ${personId})::int as sequences,
    (select count(*) from staff_tasks where school_id = ${schoolId} and subject_id = ${personId} and state = 'open')::int as tasks`.execute(
    tx,
  );
  const [counts] = rows;
  if (!counts) throw new Error("counts are one row");
  return counts;
}

/** Staff of the school on a day, with what tells that another row is the same person. */
export async function listComparedStaff(
  tx: ScopeTx,
  { schoolId, on }: { schoolId: string; on: string },
): Promise<ComparedPerson[]> {
  const { rows } = await sql<ComparedPerson>`select p.id, p.full_name as name,
      coalesce(array_agg(distinct lower(c.value)) filter (where c.kind = 'mail'), '{}') as mails,
      coalesce(array_agg(distinct c.value) filter (where c.kind in ('phone', 'sms')), '{}') as phones
    from people p left join contact_points c on c.school_id = p.school_id and c.person_id = p.id
    where p.school_id = ${schoolId} and p.merged_into is null and p.left_on is null
      and exists (select from identity.memberships m where m.school_id = p.school_id and m.person_id = p.id
        and m.role in ('advisor', 'coordinator', 'admin') and (m.to_on is null or m.to_on >= ${on}::date))
    group by p.school_id, p.id order by p.full_name, p.id`.execute(tx);
  return rows;
}
