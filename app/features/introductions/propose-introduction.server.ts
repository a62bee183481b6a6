import { civilDate } from "~/clock";
import type { GuardianActor, LinkActor, StaffActor, StudentActor } from "~/domain/actor";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { faultOf, isSameMentor, MOST_WAITING, type Proposal, tidyProposal } from "~/domain/introduction/proposal";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findIntroduction, insertIntroduction, lockOpenProposals } from "~db/introductions.server";
import { findGuardianLink, findStudent } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { tellCoordinators } from "./tell-coordinators.server";

export type Proposer = GuardianActor | StudentActor | StaffActor | LinkActor;

export type ProposeRefusal = "not_permitted" | "no_way_to_reach" | "name_missing" | "not_found" | "too_many_waiting";

/**
 * A guardian (signed in or by link), a student or staff proposes somebody they know. Whether the address is known already
 * is not told to the proposer: the coordinator sees it in review. A form sent twice is one introduction.
 */
export async function proposeIntroduction(
  wiring: Wiring,
  actor: Proposer,
  input: Proposal,
): Promise<Outcome<{ introductionId: string }, ProposeRefusal>> {
  const { schoolId, personId: proposedBy } = actor;
  if (!proposedBy || (actor.kind === "link" && actor.linkKind !== "introduce")) return refused("not_permitted");
  const proposal = tidyProposal(input);
  const fault = faultOf(proposal);
  if (fault) return refused(fault);
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (proposal.studentId && !(await mayName(tx, { ...actor, personId: proposedBy }, proposal.studentId, now)))
      return refused("not_found");
    const open = await lockOpenProposals(tx, { schoolId, proposedBy });
    const earlier = open.find((each) => isSameMentor(proposal, each));
    if (earlier) return done({ introductionId: earlier.id });
    const waiting = open.filter(({ state }) => isWaiting(state));
    if (actor.kind !== "staff" && waiting.length >= MOST_WAITING) return refused("too_many_waiting");
    const introductionId = await insertIntroduction(tx, {
      ...proposal,
      schoolId,
      districtId: actor.districtId,
      proposedBy,
      proposedAs: actor.kind === "link" ? "guardian" : actor.kind,
      forStudentId: proposal.studentId,
      relativesStudentId: proposal.isRelative ? proposal.studentId : null,
      now,
    });
    await recordAct(tx, {
      actor,
      noun: "introduction",
      nounId: introductionId,
      transition: "propose",
      to: "submitted",
      now,
    });
    const introduction = await findIntroduction(tx, { schoolId, introductionId });
    if (introduction) await tellCoordinators(tx, wiring, { introduction, event: "submitted", now });
    return done({ introductionId });
  });
}

/** Staff may name any student of the school, a guardian their own children, a student themselves. */
async function mayName(
  tx: ScopeTx,
  actor: Proposer & { personId: string },
  studentId: string,
  now: Date,
): Promise<boolean> {
  const { schoolId, personId } = actor;
  if (actor.kind === "student") return personId === studentId;
  if (actor.kind === "staff") return (await findStudent(tx, { schoolId, studentId })) !== undefined;
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  return (await findGuardianLink(tx, { schoolId, studentId, guardianId: personId, on })) !== undefined;
}
