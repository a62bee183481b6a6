import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { consentDrafts } from "~db/consent-drafts";
import { classicLearningGoals } from "~db/learning-goals";
import { enqueueMail } from "~db/mails.server";
import { findEmptySchool, insertSchool, insertSchoolBasics, insertStaffMember } from "~db/new-schools.server";
import { findSchoolBySlug } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";
import type { NewSchool } from "./read-new-school";

type Tools = Pick<Wiring, "db" | "clock" | "env">;

/**
 * Creates an empty school, its first admin with an account, and the mail that invites them to sign in. Only a command on
 * the server calls this; there is no page for it. A creation that was interrupted goes on with the same slug and name.
 */
export async function createSchool(
  wiring: Tools,
  school: NewSchool,
): Promise<Outcome<{ schoolId: string; districtId: string }, "slug_taken">> {
  const made = (await withSystem(wiring, (tx) => insertSchool(tx, school))) ?? (await findInterrupted(wiring, school));
  if (!made) return refused("slug_taken", { slug: school.slug });
  await inviteFirstAdmin(wiring, { ...made, school });
  return done(made);
}

const actorOf = (at: { schoolId: string; districtId: string }): SystemActor => ({
  kind: "system",
  job: "school-create",
  schoolId: at.schoolId,
  districtId: at.districtId,
});

async function findInterrupted(wiring: Tools, school: NewSchool) {
  const row = await withSystem(wiring, (tx) => findSchoolBySlug(tx, school.slug));
  if (!row || row.name !== school.name || row.sample) return undefined;
  const at = { schoolId: row.id, districtId: row.district_id };
  return (await withScope(wiring, actorOf(at), (tx) => findEmptySchool(tx, at))) && at;
}

async function inviteFirstAdmin(
  wiring: Tools,
  { schoolId, districtId, school }: { schoolId: string; districtId: string; school: NewSchool },
): Promise<void> {
  const now = wiring.clock.now();
  const actor = actorOf({ schoolId, districtId });
  const language = school.languages[0] ?? "en";
  await withScope(wiring, actor, async (tx) => {
    await insertSchoolBasics(tx, { schoolId, goalSet: "classic", goals: classicLearningGoals, drafts: consentDrafts });
    const { personId } = await insertStaffMember(tx, {
      schoolId,
      districtId,
      role: "admin",
      name: school.adminName,
      mail: school.adminMail,
      language,
      from: civilDate(now, school.timeZone),
    });
    await recordAct(tx, { actor, noun: "school", nounId: schoolId, transition: "create", now });
    await enqueueMail(tx, {
      kind: "school-invitation",
      props: {
        adminName: school.adminName,
        schoolName: school.name,
        helpName: school.helpName,
        helpPhone: school.helpPhone,
        link: `${wiring.env.origin}/sign-in`,
      },
      to: { mail: school.adminMail, language, personId },
      schoolId,
      dedupeKey: `school-invitation:${schoolId}`,
      now,
    });
  });
}
