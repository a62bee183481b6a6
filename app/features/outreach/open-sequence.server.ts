import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { clockOf, nextWorkingTime } from "~/domain/outreach/recipient-clock";
import { type Followed, figuresOf } from "~/domain/outreach/sequence";
import { standingOf } from "~/domain/outreach/standing";
import type { Wiring } from "~/wiring";
import { listClosedDays } from "~db/lti-calendar.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listSequenceContacts } from "~db/sequence-contacts.server";
import { findSequence, listSteps } from "~db/sequences.server";

/** A sequence with its steps, everybody who is in it and how far they came, and what it has brought. */
export async function openSequence(wiring: Wiring, actor: Actor, { sequenceId }: { sequenceId: string }) {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const sequence = await findSequence(tx, { schoolId, sequenceId });
    if (!sequence) return refused("not_found");
    const rows = await listSequenceContacts(tx, { schoolId, sequenceId });
    const now = wiring.clock.now();
    const { time_zone: school } = await getSchool(tx, schoolId);
    const today = civilDate(now, school);
    const closed = new Set(await listClosedDays(tx, { schoolId, from: today }));
    /** When the next mail leaves at the earliest, by the clock of whoever gets it. */
    const nextOf = (row: (typeof rows)[number]) => {
      if (row.next_position === null || row.due_on === null) return null;
      const timeZone = clockOf({ own: row.clock ?? "", state: row.state ?? "", school });
      const notBefore = [row.due_on, sequence.startsOn ?? today].sort()[1] ?? today;
      const at = nextWorkingTime({ timeZone, closed }, { from: now.toISOString(), notBefore });
      return { position: row.next_position, at, timeZone };
    };
    const people = rows.map((row) => ({
      enrolmentId: row.id,
      contactId: row.contact_id,
      name: row.full_name,
      organisation: row.organisation_name ?? "",
      next: nextOf(row),
      placed: row.placements,
      ...followed(row),
    }));
    return done({
      sequence,
      people,
      steps: await listSteps(tx, { schoolId, sequenceId }),
      figures: figuresOf(people),
      today,
    });
  });
}

function followed(row: Awaited<ReturnType<typeof listSequenceContacts>>[number]): Followed {
  return {
    mails: row.mails.map(standingOf),
    stop: row.stop,
    isAccepted: row.mentor_id !== null,
    placements: row.placements.length,
  };
}
