import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { NoteKind } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { writeDown } from "~/steps/write-down.server";
import type { Wiring } from "~/wiring";
import { listContactNotes } from "~db/contact-notes.server";
import { lockContact } from "~db/contacts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface ContactNote {
  contactId: string;
  /** Chosen when the form was made: the same form sent twice is one note. */
  noteId: string;
  what: NoteKind;
  /** Civil date at the school, today or before; null is today. */
  on: string | null;
  body: string;
}

export type WriteNoteRefusal = "not_permitted" | "not_found" | "words_missing" | "in_future" | "written_already";

/** Writes down a note, or a call or an answer with its day and how it ended. */
export async function writeNote(
  wiring: Wiring,
  actor: Actor,
  { contactId, noteId, what, on, body }: ContactNote,
): Promise<Outcome<null, WriteNoteRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockContact(tx, { schoolId, contactId }))) return refused("not_found");
    if (what.is === "note" && body.trim() === "") return refused("words_missing");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    if (on !== null && on > today) return refused("in_future");
    const note = { what, on: on ?? today, body: body.trim() };
    if (await writeDown(tx, { actor, contactId, noteId, ...note, now })) return done(null);
    const stands = (await listContactNotes(tx, { schoolId, contactId })).find(({ id }) => id === noteId);
    return stands && isSame(stands, note) ? done(null) : refused("written_already");
  });
}

/** Whether a note that stands says what the same form says now. */
function isSame(
  stands: { kind: string; outcome: string; via: string; happened_on: string; body: string },
  { what, on, body }: Pick<ContactNote, "what" | "body"> & { on: string },
): boolean {
  const [outcome, via] = [what.is === "note" ? "" : what.outcome, what.is === "reply" ? what.via : ""];
  const isSameKind = stands.kind === what.is && stands.outcome === outcome && stands.via === via;
  return isSameKind && stands.happened_on === on && stands.body === body;
}
