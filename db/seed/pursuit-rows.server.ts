import type { Insertable } from "kysely";
import { gatesFor } from "~/domain/pursuit/gates";
import { gradeBand } from "~/domain/pursuit/grade-band";
import { DEFAULT_SETTINGS } from "~/domain/settings";
import { type SampleSchoolSlug, sampleSchools } from "../cast";
import type { Visits } from "../schema.generated";
import { type PursuitStory, WAY } from "./pursuit-story.server";
import { sampleWishes } from "./pursuits";
import { firstNameOf, mentorIdOf, personIdOf, type Sample } from "./sample.server";
import { auditRow, byCoordinator, byJob, byMentor, byPerson, coordinatorOf, type Doer } from "./sample-acts.server";
import { type ConsentStory, consentIdOf } from "./sample-consents.server";
import { sampleStudents } from "./sample-students";
import { seedId } from "./seed-id.server";
import { communityOf, organisationIdOf } from "./write-organisations.server";
import { listingIdOf } from "./write-placements.server";

export function gateRows({ calendar }: Sample, slug: SampleSchoolSlug, { id, pursuit, placement }: PursuitStory) {
  const mode = communityOf(slug).organisations.find((row) => row.slug === placement.organisation)?.mode ?? "on_site";
  const given = (purpose: string) =>
    pursuit.consents.some((consent) => consent.purpose === purpose && consent.state === "given");
  return gatesFor(placement.kind, mode as "on_site" | "remote" | "private_home", DEFAULT_SETTINGS).map((gate) => {
    const met =
      pursuit.state === "completed" ||
      (gate.kind === "looking_consent" && given("looking")) ||
      (gate.kind === "participate_consent" && given("participate")) ||
      (gate.kind === "clearance" && pursuit.state === "accepted");
    return {
      school_id: sampleSchools[slug].schoolId,
      id: seedId(`gate:${id}:${gate.kind}`),
      pursuit_id: id,
      kind: gate.kind,
      before: gate.before,
      state: met ? "met" : "open",
      confirmed_by: met && !gate.kind.endsWith("_consent") ? personIdOf(slug, coordinatorOf(slug)) : null,
      confirmed_on: met ? calendar.day(-pursuit.daysAgo + 2) : null,
      note: met ? "sample" : "",
    };
  });
}

export function visitRows(
  { calendar }: Sample,
  slug: SampleSchoolSlug,
  { id, pursuit, placement }: PursuitStory,
): Insertable<Visits>[] {
  const kind = placement.kind === "shadow_day" ? "shadow_day" : "informational_interview";
  const row = { school_id: sampleSchools[slug].schoolId, id: seedId(`visit:${id}`), pursuit_id: id, kind };
  if (pursuit.state === "completed") {
    return [
      {
        ...row,
        state: "done",
        starts_at: calendar.instant(-pursuit.daysAgo + 8),
        ends_at: calendar.instant(-pursuit.daysAgo + 8.2),
        note: "It went well (sample).",
      },
    ];
  }
  return pursuit.state === "contacted" ? [{ ...row, state: "proposed", starts_at: null, ends_at: null, note: "" }] : [];
}

export function wishRows(slug: SampleSchoolSlug) {
  return sampleWishes.flatMap(([student, ...placements]) =>
    sampleStudents[slug].some(({ name }) => name === student)
      ? placements.map((key, place) => ({
          school_id: sampleSchools[slug].schoolId,
          student_id: personIdOf(slug, student),
          listing_id: listingIdOf(slug, key),
          place: place + 1,
        }))
      : [],
  );
}

/** The estimator is the aunt of Sofia: no match until a coordinator decides. */
export function forbiddenPairs(slug: SampleSchoolSlug) {
  if (slug !== "lakeview") return [];
  const { schoolId, districtId } = sampleSchools.lakeview;
  return [
    {
      school_id: schoolId,
      student_id: personIdOf(slug, "Sofia Petrov"),
      district_id: districtId,
      mentor_id: mentorIdOf("Rita Olsen"),
      reason: "relative",
      note: "Aunt of the student (sample)",
    },
  ];
}

/** What each host that was contacted has been told, resting on the `looking` consent. */
export function disclosureRows({ calendar }: Sample, slug: SampleSchoolSlug, stories: readonly PursuitStory[]) {
  const told = stories.filter(({ reached }) => reached.has("contacted"));
  return told.map(({ id, pursuit, placement, student }) => ({
    school_id: sampleSchools[slug].schoolId,
    id: seedId(`disclosure:${id}`),
    pursuit_id: id,
    district_id: sampleSchools[slug].districtId,
    organisation_id: organisationIdOf(placement.organisation),
    mentor_id: placement.mentors[0] ? mentorIdOf(placement.mentors[0]) : null,
    consent_id: consentIdOf(slug, pursuit, "looking"),
    first_name: firstNameOf(pursuit.student),
    grade_band: gradeBand(student.grade),
    interests: student.likes.map(({ interest }) => interest),
    disclosed_at: calendar.instant(-pursuit.daysAgo + 2),
    withdrawn_at: pursuit.state === "not_taken" ? calendar.instant(-pursuit.daysAgo + 6) : null,
  }));
}

export function pursuitAuditRows({ calendar }: Sample, slug: SampleSchoolSlug, story: PursuitStory) {
  const { id, pursuit, reached } = story;
  const act = { noun: "pursuit", id };
  const moves = WAY[pursuit.state].map(([transition, to], step, way) =>
    auditRow(slug, {
      ...act,
      by: whoMoved(slug, transition, story),
      transition,
      from: way[step - 1]?.[1] ?? null,
      to,
      at: calendar.instant(-pursuit.daysAgo + step),
    }),
  );
  if (!reached.has("contacted")) return moves;
  const evidence = `consent ${consentIdOf(slug, pursuit, "looking")}`;
  const at = calendar.instant(-pursuit.daysAgo + 2);
  const by = byJob("first-contact");
  return [...moves, auditRow(slug, { ...act, by, transition: "disclose", from: null, to: null, at, evidence })];
}

/** Whoever makes this move in life. */
function whoMoved(slug: SampleSchoolSlug, transition: string, { pursuit, placement }: PursuitStory): Doer {
  if (["request", "accept", "withdraw"].includes(transition)) return byPerson(slug, "student", pursuit.student);
  if (transition === "contact") return byJob("first-contact");
  if (transition === "expire") return byJob("expire-pursuits");
  const [mentor] = placement.mentors;
  return mentor && ["offer", "turn_down"].includes(transition) ? byMentor(mentor) : byCoordinator(slug);
}

export function consentAuditRows(slug: SampleSchoolSlug, { row, askedBy, answer }: ConsentStory) {
  const act = { noun: "consent", id: row.id };
  const request = auditRow(slug, {
    ...act,
    by: askedBy,
    transition: "request",
    from: null,
    to: "requested",
    at: row.requested_at,
  });
  if (!row.answered_at) return [request];
  const { interpreter, evidence, answered_at: at, state: to } = row;
  const transition = to === "given" ? "give" : "refuse";
  return [request, auditRow(slug, { ...act, ...answer, interpreter, evidence, transition, from: "requested", to, at })];
}
