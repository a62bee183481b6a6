import type { Actor, StaffActor } from "~/domain/actor";
import { type Done, done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { type ContactRecord, findContact } from "~db/contacts.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findSequence, listSteps, type SequenceRow } from "~db/sequences.server";
import type { MailProps } from "~emails/kinds";
import { renderMail } from "~emails/render";
import { composeOutreach, type TextFault } from "./compose-outreach.server";
import type { OutreachPreview } from "./preview-outreach-mail.server";

interface Asked {
  sequenceId: string;
  contactId: string;
}

/** A mail as this contact would get it, or why it cannot be written to them. */
export type ShownStep = { ok: true; mail: OutreachPreview } | Fault;
type Fault = Refused<TextFault> & { detail: NonNullable<Refused<TextFault>["detail"]> };

/** Every mail of a sequence with the real data of one contact, signed by whoever looks. Nothing is stored and nobody is written to. */
export async function previewSequence(
  wiring: Wiring,
  actor: Actor,
  { sequenceId, contactId }: Asked,
): Promise<Outcome<ShownStep[], "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const composed = await composeAll(tx, { actor, sequenceId, contactId });
    if (!composed) return refused("not_found");
    const { contact, mails } = composed;
    const school = await getSchool(tx, actor.schoolId);
    const { name, postal_address: postalAddress, help_name: helpName, help_phone: helpPhone } = school;
    const shown: ShownStep[] = [];
    for (const mail of mails) {
      if (!mail.ok) {
        shown.push(mail);
        continue;
      }
      const { subject, html, text } = await renderMail({
        ...{ kind: "outreach-mail", props: mail.value, language: contact.language, to: contact.mail },
        from: wiring.mailer.from,
        sender: { name, postalAddress, helpName, helpPhone },
        unsubscribeLink: `${wiring.env.origin}/unsubscribe/example`,
      });
      shown.push({ ok: true, mail: { subject, html, text } });
    }
    return done(shown);
  });
}

export type TestSequenceRefusal = TextFault | "not_permitted" | "not_found" | "no_own_mail" | "steps_missing";

/** Sends every mail of a sequence to whoever asks, with the data of one contact. The same steps for the same contact come once. */
export async function testSequence(
  wiring: Wiring,
  actor: Actor,
  { sequenceId, contactId }: Asked,
): Promise<Outcome<null, TestSequenceRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, personId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const composed = await composeAll(tx, { actor, sequenceId, contactId });
    if (!composed) return refused("not_found");
    const { sequence, contact, mails } = composed;
    if (mails.length === 0) return refused("steps_missing");
    const fault = mails.find(({ ok }) => !ok);
    if (fault && !fault.ok) return fault;
    const mail = await findMailOf(tx, { schoolId, personId });
    if (!mail) return refused("no_own_mail");
    for (const [place, one] of mails.entries()) {
      if (!one.ok) continue;
      await enqueueMail(tx, {
        ...{ kind: "outreach-mail", props: one.value, schoolId, now: wiring.clock.now() },
        to: { mail, language: contact.language, personId },
        dedupeKey: `outreach-test:${personId}:${sequence.id}:${sequence.revision}:${contact.id}:${place + 1}`,
      });
    }
    return done(null);
  });
}

interface Composed {
  sequence: SequenceRow;
  contact: ContactRecord;
  /** A fault says of which step it is. */
  mails: (Done<MailProps<"outreach-mail">> | Fault)[];
}

async function composeAll(
  tx: ScopeTx,
  { actor, sequenceId, contactId }: Asked & { actor: StaffActor },
): Promise<Composed | undefined> {
  const { schoolId, personId: writerId } = actor;
  const sequence = await findSequence(tx, { schoolId, sequenceId });
  const contact = await findContact(tx, { schoolId, contactId });
  if (!sequence || !contact) return undefined;
  const mails: Composed["mails"] = [];
  for (const [place, text] of (await listSteps(tx, { schoolId, sequenceId })).entries()) {
    const mail = await composeOutreach(tx, { schoolId, writerId, contact, text });
    mails.push(mail.ok ? mail : { ...mail, detail: { ...mail.detail, step: place + 1 } });
  }
  return { sequence, contact, mails };
}
