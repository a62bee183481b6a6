import { civilDate } from "~/clock";
import { type GuardianActor, isCoordinator, type LinkActor, type StaffActor, type StudentActor } from "~/domain/actor";
import { faultOf, type Proposal, tidyProposal } from "~/domain/introduction/proposal";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { isInAdvisoryOf } from "~db/advisories.server";
import { findGuardianLink, findStudent, listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { writeProposal } from "./write-proposal.server";

export type Proposer = GuardianActor | StudentActor | StaffActor | LinkActor;

export type ProposeRefusal =
  | "not_permitted"
  | "no_way_to_reach"
  | "name_missing"
  | "not_found"
  | "too_many_waiting"
  | "student_missing";

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
  if (!proposedBy || (actor.kind === "link" && !isGuardianLink(actor))) return refused("not_permitted");
  const proposal = tidyProposal(input);
  const fault = faultOf(proposal);
  if (fault) return refused(fault);
  // Staff may be a guardian too, but here they speak of somebody else's child.
  if (actor.kind === "staff" && proposal.isRelative && !proposal.studentId) return refused("student_missing");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (actor.kind === "link" && !(await hasChild(tx, { schoolId, guardianId: proposedBy, now })))
      return refused("not_permitted");
    if (proposal.studentId && !(await mayName(tx, { ...actor, personId: proposedBy }, proposal.studentId, now)))
      return refused("not_found");
    const proposedAs = actor.kind === "link" ? "guardian" : actor.kind;
    const written = await writeProposal(tx, wiring, { actor, proposedBy, proposedAs, proposal, recorded: null, now });
    return written.ok ? done({ introductionId: written.value.introductionId }) : written;
  });
}

/** A guardian's own link, or the one by which they answer for their child: asked right after that, they need no second mail. */
function isGuardianLink({ linkKind }: LinkActor): boolean {
  return linkKind === "introduce" || linkKind === "consent";
}

/** A link outlives the day on which the last child leaves, and a student of age answers for themselves by one of the same kind. */
async function hasChild(
  tx: ScopeTx,
  { schoolId, guardianId, now }: { schoolId: string; guardianId: string; now: Date },
): Promise<boolean> {
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  return (await listChildren(tx, { schoolId, guardianId, on })).length > 0;
}

/** Coordinators may name any student of the school, advisors those of their advisory, a guardian their own children, a student themselves. */
async function mayName(
  tx: ScopeTx,
  actor: Proposer & { personId: string },
  studentId: string,
  now: Date,
): Promise<boolean> {
  const { schoolId, personId } = actor;
  if (actor.kind === "student") return personId === studentId;
  if (isCoordinator(actor)) return (await findStudent(tx, { schoolId, studentId })) !== undefined;
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  if (actor.kind === "staff") return isInAdvisoryOf(tx, { schoolId, studentId, staffId: personId, on });
  return (await findGuardianLink(tx, { schoolId, studentId, guardianId: personId, on })) !== undefined;
}
