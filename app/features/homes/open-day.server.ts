import { civilDate } from "~/clock";
import { type Actor, isCoordinator } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { addDays, instantAt, weekdayOf } from "~/domain/time";
import { visitHours } from "~/domain/visit/when";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import { findCalendar } from "~db/lti-calendar.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listWhereabouts, type Whereabouts } from "~db/who-is-where.server";

/** One student on the list of a day. */
export interface Out {
  studentId: string;
  student: string;
  advisory: { id: string; name: string } | null;
  kind: string;
  organisation: string;
  site: { id: string; name: string; mode: string } | null;
  /** The address of the site, or where to meet. */
  place: string;
  /** Clock times where the school is ("HH:MM"); null where the placement says none. */
  from: string | null;
  to: string | null;
  mentor: string | null;
}

/**
 * Who is where on a day, for a list on paper: of the whole school for coordinators, of the own and covered advisory for an
 * advisor. On paper it leaves the building, so the log keeps who opened which day, and how many students it named.
 */
export async function openDay(wiring: Wiring, actor: Actor, { day: on }: { day: string }) {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const timeZone = school.time_zone;
    const now = wiring.clock.now();
    const today = civilDate(now, timeZone);
    const calendar = await findCalendar(tx, { schoolId, on });
    const studentIds = isCoordinator(actor)
      ? undefined
      : (await listAdvisoryStudents(tx, { schoolId, staffId: personId, on: today })).map((row) => row.student_id);
    const rows = await listWhereabouts(tx, {
      ...{ schoolId, on, weekday: weekdayOf(on), studentIds },
      from: instantAt(timeZone, on, 0),
      until: instantAt(timeZone, addDays(on, 1), 0),
    });
    const evidence = `${on}, ${new Set(rows.map(({ studentId }) => studentId)).size} students`;
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition: "open_day_list", evidence, now });
    return done({
      day: on,
      isClosed: calendar?.closed.includes(on) ?? false,
      out: rows.map((row) => toOut(row, timeZone)),
      school: { name: school.name, helpName: school.help_name, helpPhone: school.help_phone },
    });
  });
}

function toOut(row: Whereabouts, timeZone: string): Out {
  const { advisoryId, advisory, siteId, site, mode, startsAt, endsAt } = row;
  const visit =
    startsAt && endsAt
      ? visitHours({ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() }, timeZone)
      : null;
  return {
    studentId: row.studentId,
    student: row.student,
    advisory: advisoryId ? { id: advisoryId, name: advisory ?? "" } : null,
    kind: row.kind,
    organisation: row.organisation,
    site: siteId ? { id: siteId, name: site ?? "", mode: mode ?? "on_site" } : null,
    place: row.place || [row.street, row.city].filter(Boolean).join(", "),
    from: visit?.from ?? row.startsAtClock?.slice(0, 5) ?? null,
    to: visit?.to ?? row.endsAtClock?.slice(0, 5) ?? null,
    mentor: row.mentor,
  };
}
