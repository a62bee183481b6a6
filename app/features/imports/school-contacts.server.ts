import type { StaffActor, SystemActor } from "~/domain/actor";
import { ContactBook } from "~/domain/imports/contact-book";
import { mailsOf } from "~/domain/imports/plan-contact";
import { listContactBook, listSilentMails } from "~db/contact-book.server";
import type { ScopeTx } from "~db/scope.server";
import type { JudgedContact } from "./judge-contacts.server";

export interface SchoolContacts {
  book: ContactBook;
  isSilent(mail: string): boolean;
}

/** The contacts of the actor's school as they are now, and which addresses of these rows nobody of the district writes to. */
export async function readContacts(
  tx: ScopeTx,
  { schoolId, districtId }: StaffActor | SystemActor,
  rows: readonly JudgedContact[],
): Promise<SchoolContacts> {
  const notes = rows.flatMap(({ verdict }) => (verdict.ok && verdict.contact.note) || []);
  const mails = rows.flatMap(({ verdict }) => mailsOf(verdict));
  const silent = new Set(await listSilentMails(tx, { districtId, mails }));
  return {
    book: new ContactBook(await listContactBook(tx, { schoolId, notes })),
    isSilent: (mail) => silent.has(mail),
  };
}
