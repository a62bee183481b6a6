import type { StaffActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { listPersonNames } from "~db/names-of.server";
import { findMailOf } from "~db/people.server";
import { listLeadChanges, listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { MailProps } from "~emails/kinds";

interface Change {
  actor: StaffActor;
  personId: string;
  event: MailProps<"leads-changed">["event"];
  holdsOn: string;
  on: string;
  now: Date;
}

/** Mails every lead, old, new and to come, and every admin that somebody changed the leads: nobody becomes a reader in secret. */
export async function tellOfLeadChange(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, personId, event, holdsOn, on, now }: Change,
): Promise<void> {
  const { schoolId } = actor;
  const school = await getSchool(tx, schoolId);
  const staff = await listStaff(tx, { schoolId, on });
  const changing = (await listLeadChanges(tx, { schoolId, since: on })).map((change) => change.personId);
  const heard = new Set([personId, ...changing]);
  const names = await listPersonNames(tx, { schoolId, personIds: [personId, actor.personId] });
  const nameOf = (id: string) => names.find((row) => row.id === id)?.full_name ?? "";
  for (const person of staff.filter((one) => one.isLead || one.role === "admin" || heard.has(one.personId))) {
    const mail = await findMailOf(tx, { schoolId, personId: person.personId });
    if (!mail) continue;
    await enqueueMail(tx, {
      kind: "leads-changed",
      props: {
        event,
        leadName: nameOf(personId),
        leadChangedBy: nameOf(actor.personId),
        leadFrom: holdsOn,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${wiring.env.origin}/safeguarding`,
      },
      to: { mail, language: person.language, personId: person.personId },
      schoolId,
      dedupeKey: `leads-changed:${personId}:${event}:${now.toISOString()}:${person.personId}`,
      now,
    });
  }
}
