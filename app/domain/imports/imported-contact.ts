import type { ContactReason, ContactWarning, RowNote } from "./row-note";

/** What a row says of somebody. "" or empty where it says nothing, which leaves what is known. */
export interface ImportedContact {
  fullName: string;
  title: string;
  organisationName: string;
  /** In small letters. */
  mail: string;
  phone: string;
  /** A code of two letters; null when the row names none. */
  language: string | null;
  /** The clock they work by (IANA); "" when the row names none. */
  timeZone: string;
  tags: string[];
  /** Where the address came from; whoever is written to reads it. */
  originNote: string;
  /** Becomes a note about them. */
  note: string;
}

export type ContactVerdict = { name: string; organisation: string } & (
  | { ok: true; contact: ImportedContact; warnings: RowNote<ContactWarning>[] }
  | {
      ok: false;
      reasons: RowNote<ContactReason>[];
      /** Every address that stands in the row, wherever: one of them may belong to somebody who asked for silence. */
      mails: string[];
    }
);
