import { isVisit } from "~/domain/pursuit/gates";
import { type SampleSchoolSlug, sampleSchools } from "../cast";
import type { SampleGuardian } from "./people/read-students";
import { type SamplePursuit, samplePursuits } from "./pursuits";
import { personIdOf } from "./sample.server";
import { byCoordinator, byJob, byLink, byMentor, byPerson, coordinatorOf, type Doer } from "./sample-acts.server";
import type { SampleCalendar } from "./sample-calendar";
import { samplePlacements } from "./sample-placements";
import { ADULT_STUDENT, sampleStudents } from "./sample-students";
import { seedId } from "./seed-id.server";
import { consentTextIdOf } from "./write-schools.server";

/** The pursuits of one school's students. */
export function pursuitsOf(slug: SampleSchoolSlug): SamplePursuit[] {
  const names = new Set(sampleStudents[slug].map(({ name }) => name));
  return samplePursuits.filter(({ student }) => names.has(student));
}

export function pursuitIdOf(slug: SampleSchoolSlug, { student, placement }: SamplePursuit): string {
  return seedId(`pursuit:${slug}:${student}:${placement}`);
}

export function consentIdOf(slug: SampleSchoolSlug, { student, placement }: SamplePursuit, purpose: string): string {
  return seedId(`consent:${slug}:${student}:${placement}:${purpose}`);
}

/** Who signs: the student at 18, else the first guardian who may consent. */
export function signerOf(slug: SampleSchoolSlug, student: string): SampleGuardian {
  if (student === ADULT_STUDENT) return { name: student, relationship: "self", language: "en", flags: [] };
  const guardians = sampleStudents[slug].find(({ name }) => name === student)?.guardians ?? [];
  const signer = guardians.find(({ flags }) => !flags.includes("no-consent"));
  if (!signer) throw new Error(`${student} has nobody who may consent`);
  return signer;
}

/** The consents behind a school's pursuits, asked, given by link or on paper, refused, lapsed; and who asked and answered. */
export function tellConsents(slug: SampleSchoolSlug, calendar: SampleCalendar) {
  return pursuitsOf(slug).flatMap((pursuit) =>
    pursuit.consents.map(({ purpose, state }) => tellConsent(slug, calendar, { pursuit, purpose, state })),
  );
}

export type ConsentStory = ReturnType<typeof tellConsent>;

function tellConsent(
  slug: SampleSchoolSlug,
  { day, instant }: SampleCalendar,
  {
    pursuit,
    purpose,
    state,
  }: Pick<SamplePursuit["consents"][number], "purpose" | "state"> & { pursuit: SamplePursuit },
) {
  const signer = signerOf(slug, pursuit.student);
  const isSelf = signer.relationship === "self";
  const isAnswered = state === "given" || state === "refused";
  const hasText = signer.language === "en" || signer.language === "es";
  const isOnPaper = isAnswered && !hasText;
  const asking = whoAsked(slug, pursuit, purpose);
  const askedDaysAgo = pursuit.daysAgo - asking.after;
  const guardianId = personIdOf(slug, signer.name);
  const studentId = personIdOf(slug, pursuit.student);
  const channel = isOnPaper ? "paper" : isSelf ? "web" : "link";
  return {
    row: {
      school_id: sampleSchools[slug].schoolId,
      id: consentIdOf(slug, pursuit, purpose),
      student_id: studentId,
      guardian_id: guardianId,
      purpose,
      pursuit_id: purpose === "participate" ? pursuitIdOf(slug, pursuit) : null,
      text_id: hasText ? consentTextIdOf(slug, purpose, signer.language) : null,
      state,
      letter_code: letterCode(slug, pursuit, purpose),
      channel: isAnswered ? channel : null,
      signed_name: isAnswered ? signer.name : "",
      signed_relationship: isAnswered ? signer.relationship : "",
      language: signer.language,
      interpreter: isOnPaper ? "District interpreter (sample)" : "",
      evidence: isOnPaper ? "Signed letter, scanned (sample)" : "",
      recorded_by: isOnPaper ? personIdOf(slug, coordinatorOf(slug)) : null,
      requested_at: instant(-askedDaysAgo),
      answered_at: isAnswered ? instant(-askedDaysAgo + 0.5) : null,
      valid_until: state === "given" ? day(300 - askedDaysAgo) : state === "lapsed" ? day(-12) : null,
    },
    askedBy: asking.by,
    answer: isOnPaper
      ? { by: { ...byCoordinator(slug), channel: "paper" }, onBehalfOf: guardianId }
      : isSelf
        ? { by: byPerson(slug, "student", signer.name), onBehalfOf: null }
        : { by: byLink("consent", guardianId), onBehalfOf: studentId },
  };
}

/** Whose act asks the family, so many days after the student's request: the approval, the first contact or the host's offer. */
function whoAsked(slug: SampleSchoolSlug, pursuit: SamplePursuit, purpose: string): { by: Doer; after: number } {
  if (purpose === "looking") return { by: byCoordinator(slug), after: 1 };
  const placement = samplePlacements.find(({ key }) => key === pursuit.placement);
  const mentor = placement?.mentors[0];
  if (!placement || !mentor || isVisit(placement.kind)) return { by: byJob("first-contact"), after: 2 };
  return { by: byMentor(mentor), after: 3 };
}

/** Ten letters and digits that do not look alike, as on a printed letter. */
function letterCode(slug: SampleSchoolSlug, pursuit: SamplePursuit, purpose: string): string {
  const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  const hex = consentIdOf(slug, pursuit, purpose).replaceAll("-", "");
  return Array.from(
    { length: 10 },
    (_, place) => alphabet[Number.parseInt(hex.slice(place * 2, place * 2 + 2), 16) % alphabet.length],
  ).join("");
}
