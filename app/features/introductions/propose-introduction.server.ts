import { civilDate } from "~/clock";
import type { GuardianActor, LinkActor, StaffActor, StudentActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertIntroduction } from "~db/introductions.server";
import { findGuardianLink, findStudent } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface Proposal {
  mentorName: string;
  mentorMail: string;
  mentorPhone: string;
  mentorLanguage: string;
  doesWhat: string;
  howKnown: string;
  mayBeNamed: boolean;
  isRelative: boolean;
  /** The child the mentor is a relative of; own children only. */
  studentId: string | null;
}

export type ProposeRefusal = "not_permitted" | "no_way_to_reach" | "name_missing" | "not_found";

/**
 * A guardian (signed in or by link), a student or staff proposes somebody they know. Whether the address is known already
 * is not told to the proposer: the coordinator sees it in review.
 */
export async function proposeIntroduction(
  wiring: Wiring,
  actor: GuardianActor | StudentActor | StaffActor | LinkActor,
  input: Proposal,
): Promise<Outcome<{ introductionId: string }, ProposeRefusal>> {
  if (actor.kind === "link" && actor.linkKind !== "introduce") return refused("not_permitted");
  const proposedBy = actor.personId;
  if (!proposedBy) return refused("not_permitted");
  if (input.mentorName.trim() === "") return refused("name_missing");
  const mail = input.mentorMail.trim().toLowerCase();
  if (mail === "" && input.mentorPhone.trim() === "") return refused("no_way_to_reach");
  const now = wiring.clock.now();
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    if (input.studentId && !(await mayName(input.studentId))) return refused("not_found");
    const introductionId = await insertIntroduction(tx, {
      schoolId,
      districtId,
      proposedBy,
      proposedAs: actor.kind === "staff" ? "staff" : actor.kind === "student" ? "student" : "guardian",
      forStudentId: input.studentId,
      mentorName: input.mentorName.trim(),
      mentorMail: mail,
      mentorPhone: input.mentorPhone.trim(),
      mentorLanguage: input.mentorLanguage,
      doesWhat: input.doesWhat,
      howKnown: input.howKnown,
      mayBeNamed: input.mayBeNamed,
      isRelative: input.isRelative,
      relativesStudentId: input.isRelative ? input.studentId : null,
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
    return done({ introductionId });

    /** Staff may name any student of the school, a guardian their own children, a student themselves. */
    async function mayName(studentId: string): Promise<boolean> {
      if (actor.kind === "staff") return (await findStudent(tx, { schoolId, studentId })) !== undefined;
      if (actor.kind === "student") return actor.personId === studentId;
      const on = civilDate(now, school.time_zone);
      return (await findGuardianLink(tx, { schoolId, studentId, guardianId: proposedBy ?? "", on })) !== undefined;
    }
  });
}
