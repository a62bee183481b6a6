import { civilDate } from "~/clock";
import { keepApart } from "~/steps/forbid-pair.server";
import { listHouseholdPairs } from "~db/families.server";
import type { IntroductionFacts } from "~db/introductions.server";
import { listMentorsReachedBy } from "~db/known-mentors.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listRelatives } from "./list-relatives.server";

interface Relatives {
  introduction: IntroductionFacts;
  now: Date;
}

/**
 * A relative is kept apart from the family's students until a coordinator decides, each pair by a task: as soon as the address
 * or phone that was given is known to be a mentor's, not only once they answer.
 */
export async function keepKnownRelativesApart(tx: ScopeTx, { introduction, now }: Relatives): Promise<void> {
  if (!introduction.is_relative) return;
  const { district_id: districtId, mentor_mail: mail, mentor_phone: phone } = introduction;
  for (const mentor of await listMentorsReachedBy(tx, { districtId, mail, phone }))
    await keepRelativesApart(tx, { introduction, mentor, now });
}

/** The same for somebody who is a mentor from now on, and for the students of a household with which they share phone or mail. */
export async function keepFamilyApart(
  tx: ScopeTx,
  { introduction, mentor, now }: Relatives & { mentor: { id: string; name: string } },
): Promise<void> {
  await keepRelativesApart(tx, { introduction, mentor, now });
  const { school_id: schoolId, district_id: districtId } = introduction;
  const on = await dayAt(tx, schoolId, now);
  for (const pair of await listHouseholdPairs(tx, { schoolId, districtId, on, mentorId: mentor.id }))
    await keepApart(tx, { schoolId, districtId, studentId: pair.student_id, mentor, reason: "household", now });
}

async function keepRelativesApart(
  tx: ScopeTx,
  { introduction, mentor, now }: Relatives & { mentor: { id: string; name: string } },
): Promise<void> {
  const { school_id: schoolId, district_id: districtId } = introduction;
  const on = await dayAt(tx, schoolId, now);
  for (const { student_id: studentId } of await listRelatives(tx, { introduction, on }))
    await keepApart(tx, { schoolId, districtId, studentId, mentor, reason: "relative", now });
}

async function dayAt(tx: ScopeTx, schoolId: string, now: Date): Promise<string> {
  return civilDate(now, (await getSchool(tx, schoolId)).time_zone);
}
