import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { type Followed, figuresOf } from "~/domain/outreach/sequence";
import { standingOf } from "~/domain/outreach/standing";
import type { Wiring } from "~/wiring";
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
    const people = rows.map((row) => ({
      enrolmentId: row.id,
      contactId: row.contact_id,
      name: row.full_name,
      organisation: row.organisation_name ?? "",
      next: row.next_position === null || row.due_on === null ? null : { position: row.next_position, on: row.due_on },
      placed: row.placements,
      ...followed(row),
    }));
    return done({
      sequence,
      people,
      steps: await listSteps(tx, { schoolId, sequenceId }),
      figures: figuresOf(people),
      today: civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone),
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
