import { civilDate } from "~/clock";
import { cameFrom, type HowItWasSaid } from "~/domain/acting/how-it-was-said";
import { mayActForStudent } from "~/domain/acting/policy";
import { mayKeepScans, type ScanFault } from "~/domain/acting/scan";
import type { Actor, StaffActor } from "~/domain/actor";
import { faultOf, type Proposal, tidyProposal } from "~/domain/introduction/proposal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { keepScan, readScan } from "~/steps/keep-scan.server";
import type { Wiring } from "~/wiring";
import { isInAdvisoryOf } from "~db/advisories.server";
import { findLanguageOf, listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { ProposeRefusal } from "./propose-introduction.server";
import { writeProposal } from "./write-proposal.server";

export interface RecordedIntroduction extends HowItWasSaid {
  guardianId: string;
  /** Of a relative no child is named: all children of the guardian are kept apart. */
  proposal: Omit<Proposal, "studentId">;
}

export type RecordIntroductionRefusal =
  | Exclude<ProposeRefusal, "student_missing">
  | ScanFault
  | "evidence_missing"
  | "scan_not_kept";

/**
 * Staff take down whom a guardian without a screen knows. It is the guardian's introduction: they are thanked like any other, see it
 * on their page with a word that the school wrote it down, and are named only where they said so. Coordinators do so for every
 * family of the school, an advisor for those of the own and covered advisories, in words alone: a photo of the paper is kept by
 * who may look at it.
 */
export async function recordIntroduction(
  wiring: Wiring,
  actor: Actor,
  input: RecordedIntroduction,
): Promise<Outcome<{ introductionId: string; isNew: boolean }, RecordIntroductionRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId: by } = actor;
  const { guardianId, scan: file } = input;
  const proposal = tidyProposal({ ...input.proposal, studentId: null });
  const fault = faultOf(proposal) ?? (input.evidence.trim() === "" ? "evidence_missing" : undefined);
  if (fault) return refused(fault);
  if (file && !mayKeepScans(actor)) return refused("scan_not_kept");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await mayActForFamily(tx, { actor, guardianId, now }))) return refused("not_found");
    const scan = await readScan(tx, { schoolId, of: null, file });
    if (!scan.ok) return scan;
    const language = (await findLanguageOf(tx, { schoolId, personId: guardianId })) ?? null;
    const came = cameFrom({ id: guardianId, language }, input);
    const told = {
      actor,
      proposedBy: guardianId,
      proposedAs: "guardian",
      proposal,
      recorded: { by, came },
      now,
    } as const;
    const written = await writeProposal(tx, wiring, told);
    if (!written.ok) return written;
    const { introductionId, isNew } = written.value;
    // A form that is sent twice is one introduction with one photo.
    const of = { noun: "introduction", id: introductionId } as const;
    if (isNew) await keepScan(tx, { actor, of, picture: scan.value, now });
    return done(written.value);
  });
}

/** Whether somebody is a guardian today of a student for whom this member of staff may record something. */
async function mayActForFamily(
  tx: ScopeTx,
  { actor, guardianId, now }: { actor: StaffActor; guardianId: string; now: Date },
): Promise<boolean> {
  const { schoolId, personId: staffId } = actor;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  for (const { student_id: studentId } of await listChildren(tx, { schoolId, guardianId, on })) {
    const inOwnAdvisory = await isInAdvisoryOf(tx, { schoolId, studentId, staffId, on });
    if (mayActForStudent(actor, { inOwnAdvisory })) return true;
  }
  return false;
}
