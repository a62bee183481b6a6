import { daysLater } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { contactAfterUndo } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockContacts } from "~db/contact-book.server";
import {
  CONTACT_REFERENCES,
  contactOfWhole,
  giveBackPlaces,
  insertContactAgain,
  putBackImports,
} from "~db/contact-moves.server";
import { type ContactRecord, findContactByMail, lockContact, updateContact } from "~db/contacts.server";
import { deleteMoves, listMoves } from "~db/merge-moves.server";
import { closeMerge, lockMerge } from "~db/merges.server";
import { pointRows } from "~db/moved-rows.server";
import { findOrganisationByKey } from "~db/organisation-names.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type UndoContactMergeRefusal = "not_permitted" | "not_found" | "undone_already" | "too_late" | "address_taken";

/**
 * Makes two contacts of one again within a week. Notes, calls, mails and tasks that came along go back as far as they are still there;
 * what was written since stays, and so does a silence that somebody asked for: it holds for an address, not for a row. A sequence that
 * the merge stopped stays stopped: nobody is written to because something was undone.
 */
export async function undoContactMerge(
  wiring: Wiring,
  actor: Actor,
  { contactId, mergeId }: { contactId: string; mergeId: string },
): Promise<Outcome<{ otherId: string }, UndoContactMergeRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ otherId: string }, UndoContactMergeRefusal>> => {
    await lockContacts(tx, actor);
    const merge = await lockMerge(tx, { districtId, mergeId });
    const kept = await lockContact(tx, { schoolId, contactId });
    if (!kept || merge?.noun !== "contact" || merge.kept_id !== contactId) return refused("not_found");
    if (merge.undone_at) return refused("undone_already");
    const wholes = await listMoves(tx, { districtId, mergeId, schoolId, table: "contacts" });
    const before = (id: string) => wholes.find(({ key }) => key.id === id)?.before;
    const [keptBefore, otherBefore] = [before(contactId), before(merge.gone_id)];
    if (!keptBefore || !otherBefore) return refused("not_found");
    if (now > daysLater(new Date(merge.merged_at), UNDO_DAYS)) return refused("too_late");
    const other = contactOfWhole(otherBefore);
    const bearer = other.mail && (await findContactByMail(tx, { schoolId, mail: other.mail }));
    const restored = contactAfterUndo({ now: kept, before: contactOfWhole(keptBefore), other });
    if (bearer && (bearer !== contactId || restored.mail === other.mail)) return refused("address_taken");
    await write(tx, { actor, restored, now });
    await insertContactAgain(tx, { whole: otherBefore, organisationId: await organisationOf(tx, districtId, other) });
    await pointBack(tx, { districtId, schoolId, mergeId, from: contactId, to: merge.gone_id });
    await closeMerge(tx, { districtId, mergeId, now });
    const act = {
      actor,
      noun: "contact",
      evidence: `${merge.gone_id} out of ${contactId}`,
      transition: "undo_merge",
      now,
    };
    await recordAct(tx, { ...act, nounId: contactId });
    await recordAct(tx, { ...act, nounId: merge.gone_id });
    return done({ otherId: merge.gone_id });
  });
}

interface Written {
  actor: StaffActor;
  restored: ContactRecord;
  now: Date;
}

/** The kept one first: the address that it may have taken over is free again then. */
async function write(tx: ScopeTx, { actor: { schoolId, districtId }, restored, now }: Written): Promise<void> {
  const organisationId = await organisationOf(tx, districtId, restored);
  await updateContact(tx, { ...restored, schoolId, districtId, organisationId, contactId: restored.id, now });
}

async function organisationOf(tx: ScopeTx, districtId: string, { organisationName }: ContactRecord) {
  const nameKey = organisationNameKey(organisationName);
  return nameKey === "" ? null : findOrganisationByKey(tx, { districtId, nameKey });
}

interface Back {
  districtId: string;
  schoolId: string;
  mergeId: string;
  from: string;
  to: string;
}

async function pointBack(tx: ScopeTx, { districtId, schoolId, mergeId, from, to }: Back): Promise<void> {
  for (const reference of CONTACT_REFERENCES) {
    const moves = await listMoves(tx, { districtId, mergeId, schoolId, table: reference.table });
    const keys = moves.filter(({ before }) => before === null).map(({ key }) => key);
    await pointRows(tx, { reference, ownerId: schoolId, from, to, keys });
    const taken = moves.filter(({ before }) => before !== null);
    if (reference.table === "contact_imports") await putBackImports(tx, { moves: taken });
    if (reference.table === "sequence_contacts") await giveBackPlaces(tx, { schoolId, contactId: to, moves: taken });
  }
  await deleteMoves(tx, { districtId, mergeId, schoolId });
}
