import type { NoteKind } from "~/domain/outreach/contact";
import type { ScopeTx } from "./scope.server";

export interface NewContactNote {
  schoolId: string;
  contactId: string;
  /** Chosen when the form was made, so that a second click writes no second note. */
  noteId: string;
  what: NoteKind;
  /** Civil date at the school. */
  on: string;
  body: string;
  /** Null for what came by itself: with a file of an operator's command, or as a mail. */
  writtenBy: string | null;
  now: Date;
}

/** Writes a note, a call or a reply; answers false when it stands there already. */
export async function insertContactNote(tx: ScopeTx, note: NewContactNote): Promise<boolean> {
  const result = await tx
    .insertInto("contact_notes")
    .values({
      school_id: note.schoolId,
      id: note.noteId,
      contact_id: note.contactId,
      kind: note.what.is,
      outcome: note.what.is === "note" ? "" : note.what.outcome,
      via: note.what.is === "reply" ? note.what.via : "",
      happened_on: note.on,
      body: note.body,
      written_by: note.writtenBy,
      written_at: note.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "id"]).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface OfContact {
  schoolId: string;
  contactId: string;
}

/** What was written down about a contact, the newest first, with who wrote it. */
export function listContactNotes(tx: ScopeTx, { schoolId, contactId }: OfContact) {
  return tx
    .selectFrom("contact_notes as n")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "n.school_id").onRef("p.id", "=", "n.written_by"))
    .select([
      "n.id",
      "n.kind",
      "n.outcome",
      "n.via",
      "n.happened_on",
      "n.body",
      "n.written_at",
      "p.full_name as writer",
    ])
    .where("n.school_id", "=", schoolId)
    .where("n.contact_id", "=", contactId)
    .orderBy("n.happened_on", "desc")
    .orderBy("n.written_at", "desc")
    .orderBy("n.id")
    .execute();
}

/** How much is written down about a contact. */
export async function countContactNotes(tx: ScopeTx, { schoolId, contactId }: OfContact): Promise<number> {
  const { count } = await tx
    .selectFrom("contact_notes")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("school_id", "=", schoolId)
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
