import { sql } from "kysely";

/**
 * Which of these mentors have had a student of the school: who led a placement when a pursuit of it was completed. Who leads
 * since, or led before, has not. A piece of a query, for `readTogether`.
 */
export function mentorsWithStudents({ schoolId, mentorIds }: { schoolId: string; mentorIds: readonly string[] }) {
  return sql<{ mentor_id: string }>`
    with asked as (select unnest(${[...mentorIds]}::uuid[]) as mentor_id)
    select distinct led.mentor_id from (
      select app.lead_at(l.district_id, l.placement_id, u.ended_at) as mentor_id
      from pursuits u
        join listings l on l.school_id = u.school_id and l.id = u.listing_id
        join placements p on p.district_id = l.district_id and p.id = l.placement_id
      where u.school_id = ${schoolId} and u.state = 'completed' and (p.lead_mentor_id in (select mentor_id from asked)
        or exists (select from former_leads f where f.district_id = l.district_id and f.placement_id = l.placement_id
          and f.mentor_id in (select mentor_id from asked)))
    ) led
    where led.mentor_id in (select mentor_id from asked)`;
}

/**
 * Mentors whom a student met: whoever led the placement when a visit there began that took place, or when the pursuit came to
 * its end. Who leads since, or led before, is nobody they met.
 */
export function metMentors({ schoolId, studentId }: { schoolId: string; studentId?: string | undefined }) {
  // Not "of anybody or of this student": a plan that is kept for both would read the pursuits of the whole school.
  const ofStudent = studentId === undefined ? sql`` : sql`and u.student_id = ${studentId}::uuid`;
  return sql<{ student_id: string; mentor_id: string }>`
    select distinct met.student_id, met.mentor_id from (
      select u.student_id, app.lead_at(l.district_id, l.placement_id, met_at) as mentor_id
      from pursuits u
        join listings l on l.school_id = u.school_id and l.id = u.listing_id
        cross join lateral (
          select v.starts_at as met_at from visits v
            where v.school_id = u.school_id and v.pursuit_id = u.id and v.state = 'done'
          union all
          select u.ended_at where u.state = 'completed' and not exists (
            select from visits v where v.school_id = u.school_id and v.pursuit_id = u.id and v.state = 'done')
        ) meetings
      where u.school_id = ${schoolId} ${ofStudent}
    ) met
    where met.mentor_id is not null
    order by met.student_id, met.mentor_id`;
}
