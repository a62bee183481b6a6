import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface Asked {
  schoolId: string;
  /** Today at the school. */
  on: string;
}

export interface NotIn {
  id: string;
  name_used: string;
  full_name: string;
  as: "student" | "guardian" | "staff";
  /** The address that a mail would go to. */
  mail: string | null;
  /** How and when they were invited last. */
  way: string | null;
  invited_at: string | null;
}

/** Whoever has a place at a school on a day and of whom no sign-in there is noted. */
const waiting = ({ schoolId, on }: Asked) => sql`
  select pe.id, pe.name_used, pe.full_name,
    case when st.id is not null then 'student' when fa.guardian_id is not null then 'guardian' else 'staff' end as "as"
  from people pe
  left join students st on st.school_id = pe.school_id and st.id = pe.id
  left join (select distinct guardian_id from guardian_links
    where school_id = ${schoolId} and (to_on is null or to_on >= ${on}::date)) fa on fa.guardian_id = pe.id
  left join (select person_id, bool_or(came_in_at is not null) as is_in,
      bool_or(role in ('advisor', 'coordinator', 'admin') and (to_on is null or to_on >= ${on}::date)) as is_staff
    from identity.memberships where school_id = ${schoolId} group by person_id) ms on ms.person_id = pe.id
  where pe.school_id = ${schoolId} and (pe.left_on is null or pe.left_on >= ${on}::date)
    and (st.id is not null or fa.guardian_id is not null or ms.is_staff) and ms.is_in is not true`;

/** How many there are who have never come in. */
export async function countNotIn(tx: ScopeTx, asked: Asked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${waiting(asked)}) as people`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** A page of them: first whoever was never invited, then by whose invitation is the oldest, each by name. */
export async function listNotIn(tx: ScopeTx, asked: Asked & { limit: number; offset: number }): Promise<NotIn[]> {
  const { schoolId, on } = asked;
  const { rows } = await sql<NotIn>`
    with page as (
      select people.*, last.way, last.invited_at from (${waiting(asked)}) as people
      left join lateral (select way, invited_at from invitations i
        where i.school_id = ${schoolId} and i.person_id = people.id order by i.id desc limit 1) last on true
      order by last.invited_at nulls first, name_used, full_name, id
      limit ${asked.limit} offset ${asked.offset})
    select page.*, (select c.value from contact_points c
      where c.school_id = ${schoolId} and c.person_id = page.id and c.kind = 'mail' and c.undeliverable_at is null
        and exists (select from identity.memberships m where m.school_id = ${schoolId} and m.person_id = page.id
          and (m.to_on is null or m.to_on >= ${on}::date) and m.account_id = app.account_of(c.value))
      order by c.preferred desc, c.id limit 1) as mail
    from page order by invited_at nulls first, name_used, full_name, id`.execute(tx);
  return rows;
}
