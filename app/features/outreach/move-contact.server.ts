import type { StaffActor } from "~/domain/actor";
import { stopOfOutcome } from "~/domain/outreach/sequence";
import { stopSequences, stopThese } from "~/steps/sequence-stops.server";
import { CONTACT_REFERENCES, listWholeContacts, takeDoubledImports, unlessInSequence } from "~db/contact-moves.server";
import { insertMoves, type Move } from "~db/merge-moves.server";
import { insertMerge } from "~db/merges.server";
import { lockRows, pointRows } from "~db/moved-rows.server";
import type { ScopeTx } from "~db/scope.server";
import { listAnswered } from "~db/sequence-contacts.server";

interface Moving {
  actor: StaffActor;
  from: string;
  to: string;
  now: Date;
}

/** Has all that was written down about one contact be about another, and keeps which rows those were and both as they were. */
export async function moveContact(tx: ScopeTx, moving: Moving): Promise<void> {
  const { actor, from, to, now } = moving;
  const { schoolId, districtId } = actor;
  const mergeId = await insertMerge(tx, { districtId, noun: "contact", keptId: to, goneId: from, schoolId, now });
  const keep = (table: string, moves: readonly Move[]) =>
    insertMoves(tx, { districtId, mergeId, schoolId, table, moves });
  await keep("contacts", await listWholeContacts(tx, { schoolId, ids: [from, to] }));
  await keep("contact_imports", await takeDoubledImports(tx, { schoolId, from, to }));
  for (const reference of CONTACT_REFERENCES) {
    const pointing = { reference, ownerId: schoolId, from };
    if (reference.table !== "sequence_contacts") await keep(reference.table, await pointRows(tx, { ...pointing, to }));
    else {
      await keep(reference.table, await pointRows(tx, { ...pointing, to, unless: unlessInSequence(to) }));
      const left = await lockRows(tx, pointing);
      await keep(
        reference.table,
        left.map(({ key }) => ({ key, before: { contact_id: from } })),
      );
    }
  }
  await stopWhatIsAnswered(tx, moving);
}

/** One person gets the mails of one place in a sequence, and none after an answer that is written under either name. */
async function stopWhatIsAnswered(tx: ScopeTx, { actor, from, to, now }: Moving): Promise<void> {
  await stopSequences(tx, { actor, contactId: from, stop: "merged", now });
  for (const { id, outcome } of await listAnswered(tx, { schoolId: actor.schoolId, contactId: to })) {
    const stop = stopOfOutcome(outcome);
    if (stop) await stopThese(tx, { actor, enrolmentIds: [id], stop, now });
  }
}
