import { civilDate } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { LONGEST_REPLY, type NoteKind, type ReplyWay } from "~/domain/outreach/contact";
import { stopOfOutcome } from "~/domain/outreach/sequence";
import { recordAct } from "~db/audit.server";
import { insertContactNote } from "~db/contact-notes.server";
import { lockContact } from "~db/contacts.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { stopSequences } from "./sequence-stops.server";

interface WrittenDown {
  actor: StaffActor | SystemActor;
  contactId: string;
  /** Chosen by whoever knows when it is the same again: one id is one note. */
  noteId: string;
  what: NoteKind;
  /** Civil date at the school. */
  on: string;
  body: string;
  now: Date;
}

/**
 * Writes a note, a call or a reply under a contact whom the transaction has locked; an answer of theirs stops what sequences would still
 * send them. Answers false when one of this id stands already.
 */
export async function writeDown(tx: ScopeTx, { actor, contactId, ...note }: WrittenDown): Promise<boolean> {
  const { what, now } = note;
  const writtenBy = actor.kind === "staff" ? actor.personId : null;
  if (!(await insertContactNote(tx, { ...note, schoolId: actor.schoolId, contactId, writtenBy }))) return false;
  const evidence = what.is === "note" ? "" : what.outcome;
  await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition: what.is, evidence, now });
  const stop = what.is === "note" ? null : stopOfOutcome(what.outcome);
  if (stop) await stopSequences(tx, { actor, contactId, stop, now });
  return true;
}

/**
 * Writes down that a contact has answered of their own accord, today. `replyId` tells one answer from another: the same again is no
 * second one. Answers false when it stands already, or when the contact is forgotten.
 */
export async function recordReply(
  tx: ScopeTx,
  reply: { actor: SystemActor; contactId: string; replyId: string; via: ReplyWay; body: string; now: Date },
): Promise<boolean> {
  const { actor, contactId, replyId: noteId, via, now } = reply;
  const { schoolId } = actor;
  if (!(await lockContact(tx, { schoolId, contactId }))) return false;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const body = reply.body.trim().slice(0, LONGEST_REPLY);
  return writeDown(tx, { actor, contactId, noteId, what: { is: "reply", outcome: "answered", via }, on, body, now });
}
