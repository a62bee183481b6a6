import type { StaffActor, SystemActor } from "~/domain/actor";
import { type LinkTerms, rightsInWords } from "~/domain/people/link-rights";
import { recordAct } from "~db/audit.server";
import { insertGuardianLink } from "~db/guardian-links.server";
import type { ScopeTx } from "~db/scope.server";

interface Tie {
  actor: StaffActor | SystemActor;
  studentId: string;
  guardianId: string;
  terms: LinkTerms;
  document: string;
  on: string;
  now: Date;
}

/** Ties an adult to a student with rights, on the record; false when they are tied, or are one person. */
export async function tieGuardian(tx: ScopeTx, tie: Tie): Promise<boolean> {
  const { actor, studentId, guardianId, terms, document, on, now } = tie;
  if (studentId === guardianId) return false;
  const linkId = await insertGuardianLink(tx, { schoolId: actor.schoolId, studentId, guardianId, terms, on });
  if (!linkId) return false;
  const act = { actor, noun: "guardian_link", nounId: linkId, transition: "tie", now };
  await recordAct(tx, { ...act, to: rightsInWords(terms), evidence: document });
  return true;
}
