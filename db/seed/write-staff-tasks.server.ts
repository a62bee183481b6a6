import type { SampleSchoolSlug } from "../cast";
import { sampleSchools } from "../cast";
import { withScope } from "../scope.server";
import { openTask } from "../staff-tasks.server";
import { forbiddenPairs } from "./pursuit-rows.server";
import { firstNameOf, personIdOf, type Sample, seedActor } from "./sample.server";
import { consentIdOf, pursuitsOf, signerOf } from "./sample-consents.server";
import { samplePlacements } from "./sample-placements";
import { sampleStudents } from "./sample-students";
import { communityOf } from "./write-organisations.server";
import { listingIdOf } from "./write-placements.server";

/** The tasks that the sample pursuits, consents and introductions leave open; kinds and keys as the verbs make them. */
export async function writeStaffTasks(sample: Sample, slug: SampleSchoolSlug): Promise<void> {
  const { schoolId } = sampleSchools[slug];
  const { now } = sample.calendar;
  const { organisations } = communityOf(slug);
  await withScope(sample, seedActor(slug), async (tx) => {
    for (const pursuit of pursuitsOf(slug)) {
      const placement = samplePlacements.find(({ key }) => key === pursuit.placement);
      if (placement && placement.mentors.length === 0 && ["requested", "approved"].includes(pursuit.state)) {
        const id = listingIdOf(slug, placement.key);
        const organisation = organisations.find((row) => row.slug === placement.organisation)?.name ?? "";
        await openTask(tx, {
          schoolId,
          kind: "find_contact",
          subject: { noun: "listing", id },
          props: { title: placement.title, organisation },
          dedupeKey: `find_contact:${id}`,
          now,
        });
      }
      for (const { purpose, state } of pursuit.consents) {
        const id = consentIdOf(slug, pursuit, purpose);
        const subject = { noun: "consent", id };
        const { language, flags, name: guardian } = signerOf(slug, pursuit.student);
        const released = language === "en" || language === "es";
        const mail = !flags.includes("phone-only");
        if (state === "requested" && !(released && mail)) {
          await openTask(tx, {
            schoolId,
            kind: "interpreter_consent",
            subject,
            props: { language, released, mail, guardian: firstNameOf(guardian) },
            dedupeKey: `interpreter_consent:${id}`,
            now,
          });
        }
        if (state === "refused")
          await openTask(tx, {
            schoolId,
            kind: "consent_refused",
            subject,
            props: { purpose, guardian, title: placement?.title ?? "" },
            dedupeKey: `consent_refused:${id}`,
            now,
          });
      }
    }
    for (const { name, guardians } of sampleStudents[slug]) {
      const id = personIdOf(slug, name);
      if (guardians.length === 0)
        await openTask(tx, {
          schoolId,
          kind: "no_guardian",
          subject: { noun: "student", id },
          dedupeKey: `no_guardian:${id}`,
          now,
        });
    }
    for (const { student_id: studentId, mentor_id: mentorId } of forbiddenPairs(slug))
      await openTask(tx, {
        schoolId,
        kind: "relative_pair",
        subject: { noun: "student", id: studentId },
        props: { studentId, mentorId },
        dedupeKey: `relative_pair:${studentId}:${mentorId}`,
        now,
      });
  });
}
