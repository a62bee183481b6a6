import { type Stage, toldAt } from "~/domain/concern/escalation";
import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf } from "~db/people.server";
import type { listStaff } from "~db/safeguarding-leads.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface Told {
  wiring: Wiring;
  schoolId: string;
  concernId: string;
  staff: Awaited<ReturnType<typeof listStaff>>;
  notFor: readonly string[];
  stage: Stage;
  raisedAt: Date;
  now: Date;
}

/**
 * Mails at once, whatever the hour, that a report waits: a link and the time, nothing of what it says. Leaves the job that tells
 * the next ones when nobody takes it on in the school's time. Staff without a mail address see it on their home.
 */
export async function tellOfConcern(tx: ScopeTx, told: Told): Promise<void> {
  const { wiring, schoolId, concernId, staff, notFor, stage, now } = told;
  const school = await getSchool(tx, schoolId);
  for (const person of toldAt(staff, notFor, stage)) {
    const mail = await findMailOf(tx, { schoolId, personId: person.personId });
    if (!mail) continue;
    await enqueueMail(tx, {
      kind: "concern-waits",
      props: {
        at: told.raisedAt.toISOString(),
        timeZone: school.time_zone,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/safeguarding/${concernId}`,
      },
      to: { mail, language: person.language, personId: person.personId },
      schoolId,
      dedupeKey: `concern-waits:${concernId}:${stage}:${person.personId}`,
      now,
    });
  }
  if (stage === 2) return;
  const { concernMinutes } = await getSettings(tx, schoolId);
  const runAt = new Date(now.getTime() + concernMinutes * 60_000);
  await enqueue(tx, "watch-concern", { schoolId, concernId, stage }, { runAt });
}
