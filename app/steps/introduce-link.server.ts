import { civilDate, daysLater } from "~/clock";
import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { insertLink } from "~db/links.server";
import { findStudent, listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** A family knows people all year long; the page only takes proposals, which a coordinator reads before anybody is written to. */
const INTRODUCE_LINK_DAYS = 365;

/** A new link by which a guardian introduces people and sees what became of them, without ever signing in. Answers its address. */
export async function makeIntroduceLink(
  tx: ScopeTx,
  wiring: Wiring,
  guardian: { schoolId: string; districtId: string; personId: string; language: string; now: Date },
): Promise<string> {
  const { schoolId, districtId, personId, language, now } = guardian;
  const token = await insertLink(tx, {
    kind: "introduce",
    schoolId,
    districtId,
    subjectId: personId,
    personId,
    language,
    expiresAt: daysLater(now, INTRODUCE_LINK_DAYS),
  });
  return `${wiring.env.origin}/introduce/${token}`;
}

/**
 * Whether whoever proposed somebody may still be written to about it: a guardian only while a child of theirs is at the school, a
 * student only while they are.
 */
export async function isStillOfSchool(
  tx: ScopeTx,
  { introduction, now }: { introduction: IntroductionFacts; now: Date },
): Promise<boolean> {
  const { school_id: schoolId, proposed_as: as, proposed_by: personId } = introduction;
  if (as === "staff") return true;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  if (as === "student") return isStudent(tx, { schoolId, studentId: personId, on });
  return (await listChildren(tx, { schoolId, guardianId: personId, on })).length > 0;
}

async function isStudent(
  tx: ScopeTx,
  { schoolId, studentId, on }: { schoolId: string; studentId: string; on: string },
): Promise<boolean> {
  const student = await findStudent(tx, { schoolId, studentId });
  return student !== undefined && (student.left_on === null || student.left_on >= on);
}

/** Where the proposer reads what became of an introduction: a guardian by their own link, students and staff signed in. */
export function introducePageOf(
  tx: ScopeTx,
  wiring: Wiring,
  { introduction, now }: { introduction: IntroductionFacts; now: Date },
): Promise<string> {
  if (introduction.proposed_as !== "guardian") return Promise.resolve(`${wiring.env.origin}/introduce`);
  return makeIntroduceLink(tx, wiring, {
    schoolId: introduction.school_id,
    districtId: introduction.district_id,
    personId: introduction.proposed_by,
    language: introduction.proposer_language,
    now,
  });
}
