import type { StaffActor } from "~/domain/actor";
import type { AlongGuardian, AlongPerson } from "~/steps/goes-along.server";
import { reachPerson } from "~/steps/reach-person.server";
import { tieGuardian } from "~/steps/tie-guardian.server";
import { findGuardianLetInBy } from "~db/goes-along.server";
import { insertPerson, updateNames } from "~db/person-changes.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

interface Bringing {
  actor: StaffActor;
  studentId: string;
  firstDay: string;
  now: Date;
}

/**
 * Brings an adult along: somebody who is let in here already by the same mailbox under the same name, as the guardian of a brother or
 * sister, or somebody new. The link gives nothing, and staff have a task to decide what it gives. Answers who it is.
 */
export async function bringGuardian(
  tx: ScopeTx,
  { actor, studentId, firstDay: on, now }: Bringing,
  adult: AlongGuardian,
): Promise<string> {
  const { schoolId } = actor;
  const { relationship, legalBasis, callOrder } = adult;
  const guardianId = (await findKnown(tx, { schoolId, on }, adult)) ?? (await writePerson(tx, schoolId, adult));
  const rights = { mayConsent: false, maySeeRecords: false, mayKnowWhereabouts: false };
  const terms = { relationship, legalBasis, rights, callOrder };
  const tie = { actor, studentId, guardianId, terms, document: "", isUndecided: true, on, now };
  const linkId = await tieGuardian(tx, tie);
  await letInBy(tx, { actor, personId: guardianId, as: "guardian", on, now }, adult);
  if (linkId)
    await openTask(tx, {
      schoolId,
      kind: "decide_rights",
      subject: { noun: "student", id: studentId },
      props: { studentId, personId: guardianId },
      dedupeKey: `decide_rights:${linkId}`,
      now,
    });
  return guardianId;
}

async function findKnown(
  tx: ScopeTx,
  { schoolId, on }: { schoolId: string; on: string },
  { fullName, mails }: AlongGuardian,
): Promise<string | undefined> {
  for (const mail of mails) {
    const known = await findGuardianLetInBy(tx, { schoolId, mail, fullName, on });
    if (known) return known;
  }
  return undefined;
}

async function writePerson(tx: ScopeTx, schoolId: string, adult: AlongPerson): Promise<string> {
  const { fullName, nameUsed, language } = adult;
  const personId = await insertPerson(tx, { schoolId, fullName, nameUsed, language, bornOn: null });
  await updateNames(tx, { schoolId, personId, names: namesOf(adult) });
  return personId;
}

/** Their names alone. */
export function namesOf({ fullName, nameUsed, nameUsedFor, pronunciation, pronouns }: AlongPerson) {
  return { fullName, nameUsed, nameUsedFor, pronunciation, pronouns };
}

interface ComingIn {
  actor: StaffActor;
  personId: string;
  as: "student" | "guardian";
  on: string;
  now: Date;
}

/** From the first day on somebody comes in by the addresses by which they came in before. */
export async function letInBy(
  tx: ScopeTx,
  { actor, personId, as, on, now }: ComingIn,
  { mails, language }: AlongPerson,
): Promise<void> {
  const contact = { actor, personId, kind: "mail", isShared: false, letsIn: true, onlyAs: as } as const;
  for (const value of mails) await reachPerson(tx, { ...contact, value, language, on, now });
}
