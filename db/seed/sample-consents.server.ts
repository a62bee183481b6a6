import { type SampleSchoolSlug, sampleSchools } from "../cast";
import type { SampleGuardian } from "./people/read-students";
import { type SamplePursuit, samplePursuits } from "./pursuits";
import { personIdOf, seedActor } from "./sample.server";
import type { SampleCalendar } from "./sample-calendar";
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

/** The consents behind a school's pursuits: asked, given by link or on paper, refused, lapsed. */
export function consentRows(slug: SampleSchoolSlug, { day, instant }: SampleCalendar) {
  return pursuitsOf(slug).flatMap((pursuit) =>
    pursuit.consents.map(({ purpose, state }) => {
      const signer = signerOf(slug, pursuit.student);
      const isAnswered = state === "given" || state === "refused";
      const hasText = signer.language === "en" || signer.language === "es";
      const askedDaysAgo = pursuit.daysAgo - 1;
      return {
        school_id: sampleSchools[slug].schoolId,
        id: consentIdOf(slug, pursuit, purpose),
        student_id: personIdOf(slug, pursuit.student),
        guardian_id: personIdOf(slug, signer.name),
        purpose,
        pursuit_id: purpose === "participate" ? pursuitIdOf(slug, pursuit) : null,
        text_id: hasText ? consentTextIdOf(slug, purpose, signer.language) : null,
        state,
        letter_code: letterCode(slug, pursuit, purpose),
        channel: isAnswered ? (hasText ? "link" : "paper") : null,
        signed_name: isAnswered ? signer.name : "",
        signed_relationship: isAnswered ? signer.relationship : "",
        language: signer.language,
        interpreter: isAnswered && !hasText ? "District interpreter (sample)" : "",
        evidence: isAnswered && !hasText ? "Signed letter, scanned (sample)" : "",
        recorded_by: isAnswered && !hasText ? personIdOf(slug, coordinatorOf(slug)) : null,
        requested_at: instant(-askedDaysAgo),
        answered_at: isAnswered ? instant(-askedDaysAgo + 0.5) : null,
        valid_until: state === "given" ? day(300 - askedDaysAgo) : state === "lapsed" ? day(-12) : null,
      };
    }),
  );
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

export function coordinatorOf(slug: SampleSchoolSlug): string {
  return { lakeview: "Ines Carvalho", harbor: "Malik Johnson", "cedar-ridge": "Greta Lindqvist" }[slug];
}

/** Audit rows of a state change of the sample data: written by the seed, so marked as such. */
export function auditRow(
  slug: SampleSchoolSlug,
  act: {
    noun: string;
    id: string;
    transition: string;
    from: string | null;
    to: string | null;
    at: string;
    evidence?: string;
  },
) {
  const { schoolId, districtId, job } = seedActor(slug);
  return {
    id: seedId(`audit:${slug}:${act.noun}:${act.id}:${act.transition}`),
    school_id: schoolId,
    district_id: districtId,
    at: act.at,
    actor_kind: "system",
    actor_note: job,
    channel: "system",
    noun: act.noun,
    noun_id: act.id,
    transition: act.transition,
    from_state: act.from,
    to_state: act.to,
    reason: "sample data",
    evidence: act.evidence ?? "",
  };
}
