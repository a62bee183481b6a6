import type { SchoolActor } from "~/domain/actor";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { isSameMentor, MOST_WAITING, type Proposal } from "~/domain/introduction/proposal";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { HowItCame } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findIntroduction, insertIntroduction, lockOpenProposals, markRelative } from "~db/introductions.server";
import type { ScopeTx } from "~db/scope.server";
import { keepKnownRelativesApart } from "./keep-relatives-apart.server";
import { tellCoordinators } from "./tell-coordinators.server";

interface Written {
  /** Whoever writes it down: the proposer, or staff for them. */
  actor: SchoolActor;
  proposedBy: string;
  proposedAs: "guardian" | "student" | "staff";
  proposal: Proposal;
  /** Who of staff took it down, and how it reached them; null where the proposer wrote it. */
  recorded: { by: string; came: HowItCame } | null;
  now: Date;
}

/**
 * Writes down somebody whom a person of the school knows, keeps relatives apart and tells the coordinators. Told twice it is one
 * introduction; a relative who is declared the second time is not lost. `isNew` says which it was.
 */
export async function writeProposal(
  tx: ScopeTx,
  wiring: Wiring,
  written: Written,
): Promise<Outcome<{ introductionId: string; isNew: boolean }, "too_many_waiting">> {
  const { actor, proposedBy, proposedAs, proposal, recorded, now } = written;
  const { schoolId, districtId } = actor;
  const open = await lockOpenProposals(tx, { schoolId, proposedBy });
  const earlier = open.find((each) => isSameMentor(proposal, each));
  if (earlier) {
    if (proposal.isRelative) await declareRelative(tx, { schoolId, introductionId: earlier.id, proposal, now });
    return done({ introductionId: earlier.id, isNew: false });
  }
  const waiting = open.filter(({ state }) => isWaiting(state));
  if (actor.kind !== "staff" && waiting.length >= MOST_WAITING) return refused("too_many_waiting");
  const introductionId = await insertIntroduction(tx, {
    ...proposal,
    schoolId,
    districtId,
    proposedBy,
    proposedAs,
    recordedBy: recorded?.by ?? null,
    forStudentId: proposal.studentId,
    relativesStudentId: proposal.isRelative ? proposal.studentId : null,
    now,
  });
  const act = { actor, noun: "introduction", nounId: introductionId, transition: "propose", to: "submitted", now };
  await recordAct(tx, { ...act, ...recorded?.came });
  const introduction = await findIntroduction(tx, { schoolId, introductionId });
  if (introduction) {
    await keepKnownRelativesApart(tx, { introduction, now });
    await tellCoordinators(tx, wiring, { introduction, event: "submitted", now });
  }
  return done({ introductionId, isNew: true });
}

/** What was left out the first time is not lost with the second form: the two are kept apart. */
async function declareRelative(
  tx: ScopeTx,
  key: { schoolId: string; introductionId: string; proposal: Proposal; now: Date },
): Promise<void> {
  await markRelative(tx, { ...key, studentId: key.proposal.studentId });
  const introduction = await findIntroduction(tx, key);
  if (introduction) await keepKnownRelativesApart(tx, { introduction, now: key.now });
}
