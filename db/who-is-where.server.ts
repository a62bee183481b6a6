import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** A student who is out of school on a day: at whose place, from when to when. */
export interface Whereabouts {
  studentId: string;
  student: string;
  advisoryId: string | null;
  advisory: string | null;
  kind: string;
  organisation: string;
  siteId: string | null;
  site: string | null;
  street: string | null;
  city: string | null;
  mode: string | null;
  /** Where to meet, in words, for a visit. */
  place: string;
  /** Instants of a visit; null for a day of an internship. */
  startsAt: string | null;
  endsAt: string | null;
  /** Clock times of a day of an internship ("09:00:00"); null for a visit. */
  startsAtClock: string | null;
  endsAtClock: string | null;
  mentor: string | null;
}

interface Asked {
  schoolId: string;
  /** The civil day, its weekday (Monday 1), and the instants between which it lies where the school is. */
  on: string;
  weekday: number;
  from: string;
  until: string;
  /** Left out, all of the school. */
  studentIds?: readonly string[] | undefined;
}

/**
 * Who is where on a day: dated visits of students, and days of internships that run and hold a seat on that weekday. Where the lead mentor is
 * suspended nobody goes, so nothing of theirs is among them.
 */
export async function listWhereabouts(
  tx: ScopeTx,
  { schoolId, on, weekday, from, until, studentIds }: Asked,
): Promise<Whereabouts[]> {
  const isAsked = studentIds === undefined ? sql`true` : sql`u.student_id = any(${[...studentIds]}::uuid[])`;
  const { rows } = await sql<Whereabouts>`
    with out as (
      select u.student_id, u.listing_id, v.kind, v.place, v.starts_at, v.ends_at, null::uuid as mentor_id, false as is_internship
      from visits v join pursuits u on u.school_id = v.school_id and u.id = v.pursuit_id
      where v.school_id = ${schoolId} and v.state = 'dated' and v.kind <> 'site_visit' and v.starts_at >= ${from} and v.starts_at < ${until} and ${isAsked}
      union all
      select u.student_id, u.listing_id, null, '', null, null, e.lead_mentor_id, true
      from engagements e join pursuits u on u.school_id = e.school_id and u.id = e.pursuit_id
      where e.school_id = ${schoolId} and e.state = 'active' and ${isAsked}
        and (e.starts_on is null or e.starts_on <= ${on}::date) and (e.ends_on is null or e.ends_on >= ${on}::date)
        and exists (select from seat_holds h where h.school_id = e.school_id and h.pursuit_id = e.pursuit_id
          and h.weekday = ${weekday} and h.during @> ${on}::date))
    select out.student_id as "studentId", pe.full_name as student, a.id as "advisoryId", a.name as advisory,
      coalesce(out.kind, p.kind) as kind, o.name as organisation, s.id as "siteId", s.name as site, s.street, s.city, s.mode,
      out.place, out.starts_at as "startsAt", out.ends_at as "endsAt",
      d.starts_at as "startsAtClock", d.ends_at as "endsAtClock", m.full_name as mentor
    from out
    join people pe on pe.school_id = ${schoolId} and pe.id = out.student_id
    join listings l on l.school_id = ${schoolId} and l.id = out.listing_id
    join placements p on p.district_id = l.district_id and p.id = l.placement_id
    join organisations o on o.district_id = p.district_id and o.id = p.organisation_id
    left join sites s on s.district_id = p.district_id and s.id = p.site_id
    left join placement_days d on out.is_internship and d.district_id = p.district_id and d.placement_id = p.id and d.weekday = ${weekday}
    left join mentors m on m.district_id = p.district_id and m.id = coalesce(out.mentor_id, p.lead_mentor_id)
    left join advisory_members am on am.school_id = ${schoolId} and am.student_id = out.student_id
      and am.from_on <= ${on}::date and (am.to_on is null or am.to_on >= ${on}::date)
    left join advisories a on a.school_id = ${schoolId} and a.id = am.advisory_id
    where m.suspended_at is null
    order by coalesce(s.name, o.name), o.name, pe.full_name, out.student_id, out.starts_at`.execute(tx);
  return rows;
}
