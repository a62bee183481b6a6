import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { CallOutcome } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertContactNote, listContactNotes } from "~db/contact-notes.server";
import { lockContact } from "~db/contacts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface ContactNote {
  contactId: string;
  /** Chosen when the form was made: the same form sent twice is one note. */
  noteId: string;
  /** How a call ended; null for a note. */
  call: CallOutcome | null;
  /** Civil date at the school, today or before; null is today. */
  on: string | null;
  body: string;
}

export type WriteNoteRefusal = "not_permitted" | "not_found" | "words_missing" | "in_future" | "written_already";

/** Writes down a note, or a call with its day and how it ended. */
export async function writeNote(
  wiring: Wiring,
  actor: Actor,
  { contactId, noteId, call, on, body }: ContactNote,
): Promise<Outcome<null, WriteNoteRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, personId: writtenBy } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockContact(tx, { schoolId, contactId }))) return refused("not_found");
    if (call === null && body.trim() === "") return refused("words_missing");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (on !== null && on > today) return refused("in_future");
    const note = { schoolId, contactId, noteId, call, on: on ?? today, body: body.trim(), writtenBy, now };
    if (!(await insertContactNote(tx, note))) {
      const stands = (await listContactNotes(tx, { schoolId, contactId })).find(({ id }) => id === noteId);
      return stands && isSame(stands, note) ? done(null) : refused("written_already");
    }
    const transition = call === null ? "note" : "call";
    await recordAct(tx, { actor, noun: "contact", nounId: contactId, transition, evidence: call ?? "", now });
    return done(null);
  });
}

/** Whether a note that stands says what the same form says now. */
function isSame(
  stands: { outcome: string; happened_on: string; body: string },
  note: { call: CallOutcome | null; on: string; body: string },
): boolean {
  return stands.outcome === (note.call ?? "") && stands.happened_on === note.on && stands.body === note.body;
}
