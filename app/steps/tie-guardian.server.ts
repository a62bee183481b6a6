import type { StaffActor, SystemActor } from "~/domain/actor";
import { type LinkTerms, rightsInWords } from "~/domain/people/link-rights";
import { recordAct } from "~db/audit.server";
import { insertGuardianLink } from "~db/guardian-links.server";
import type { ScopeTx } from "~db/scope.server";
import { followRights } from "./follow-rights.server";

interface Tie {
  actor: StaffActor | SystemActor;
  studentId: string;
  guardianId: string;
  terms: LinkTerms;
  document: string;
  /** Staff have still to decide what the link gives. */
  isUndecided?: boolean;
  on: string;
  now: Date;
}

/** Ties an adult to a student with rights, on the record, and answers the link; null when they are tied, or are one person. */
export async function tieGuardian(tx: ScopeTx, tie: Tie): Promise<string | null> {
  const { actor, studentId, guardianId, terms, document, isUndecided, on, now } = tie;
  if (studentId === guardianId) return null;
  const link = { schoolId: actor.schoolId, studentId, guardianId, terms, isUndecided, on };
  const linkId = await insertGuardianLink(tx, link);
  if (!linkId) return null;
  const act = { actor, noun: "guardian_link", nounId: linkId, transition: "tie", now };
  await recordAct(tx, { ...act, to: rightsInWords(terms), evidence: document });
  await followRights(tx, { actor, studentId, on, now });
  return linkId;
}
