import { sql } from "kysely";
import { gatesFor } from "~/domain/pursuit/gates";
import { gradeBand } from "~/domain/pursuit/grade-band";
import { PLACE_HOLDING_STATES, type PursuitState } from "~/domain/pursuit/lifecycle";
import { DEFAULT_SETTINGS } from "~/domain/settings";
import { type SampleSchoolSlug, sampleSchools } from "../cast";
import { withScope } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import { DECLINE_TEXTS, type SamplePursuit, sampleWishes } from "./pursuits";
import { firstNameOf, mentorIdOf, personIdOf, type Sample, seedActor } from "./sample.server";
import { TERM_ENDS_AFTER } from "./sample-calendar";
import { auditRow, consentIdOf, consentRows, pursuitIdOf, pursuitsOf } from "./sample-consents.server";
import { samplePlacements } from "./sample-placements";
import { sampleStudents } from "./sample-students";
import { seedId } from "./seed-id.server";
import { communityOf, organisationIdOf } from "./write-organisations.server";
import { listingIdOf } from "./write-placements.server";

/** Which moves lead to each state, so that the audit log tells the same story as the rows. */
const WAY: Record<PursuitState, readonly [move: string, to: PursuitState][]> = {
  suggested: [["suggest", "suggested"]],
  requested: [["request", "requested"]],
  approved: [
    ["request", "requested"],
    ["approve", "approved"],
  ],
  declined: [
    ["request", "requested"],
    ["decline", "declined"],
  ],
  contacted: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
  ],
  offered: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["offer", "offered"],
  ],
  accepted: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["offer", "offered"],
    ["accept", "accepted"],
  ],
  completed: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["complete", "completed"],
  ],
  not_taken: [
    ["request", "requested"],
    ["approve", "approved"],
    ["contact", "contacted"],
    ["turn_down", "not_taken"],
  ],
  expired: [
    ["request", "requested"],
    ["approve", "approved"],
    ["expire", "expired"],
  ],
  withdrawn: [
    ["request", "requested"],
    ["withdraw", "withdrawn"],
  ],
};

/** Pursuits in every state with their places, seats, consents, gates, disclosures, visits and engagements, and the wish lists. */
export async function writePursuits(sample: Sample, slug: SampleSchoolSlug): Promise<void> {
  const { schoolId, districtId } = sampleSchools[slug];
  const { instant, day } = sample.calendar;
  const pursuits = pursuitsOf(slug).map((pursuit) => describe(slug, pursuit));
  const consents = consentRows(slug, sample.calendar);
  const ended = (state: PursuitState) => ["declined", "completed", "not_taken", "expired", "withdrawn"].includes(state);
  await withScope(sample, seedActor(slug), async (tx) => {
    await insertRows(tx, "wishes", wishRows(slug));
    await insertRows(
      tx,
      "pursuits",
      pursuits.map(({ id, pursuit, placement, reached }) => ({
        school_id: schoolId,
        id,
        student_id: personIdOf(slug, pursuit.student),
        listing_id: listingIdOf(slug, placement.key),
        organisation_id: organisationIdOf(placement.organisation),
        state: pursuit.state,
        origin: pursuit.state === "suggested" ? "match" : "student",
        student_asked_at: pursuit.state === "suggested" ? null : instant(-pursuit.daysAgo),
        student_note: pursuit.note,
        decline_for_student: DECLINE_TEXTS[pursuit.student]?.forStudent ?? "",
        decline_for_staff: DECLINE_TEXTS[pursuit.student]?.forStaff ?? "",
        match_score: pursuit.state === "suggested" ? 7200 : null,
        approved_at: reached.has("approved") ? instant(-pursuit.daysAgo + 1) : null,
        expires_at:
          expiresAfter(pursuit.state) === null
            ? null
            : instant(-pursuit.daysAgo + 1 + (expiresAfter(pursuit.state) ?? 0)),
        contacted_at: reached.has("contacted") ? instant(-pursuit.daysAgo + 2) : null,
        ended_at: ended(pursuit.state) ? instant(-Math.max(1, pursuit.daysAgo - 6)) : null,
        created_at: instant(-pursuit.daysAgo),
        updated_at: instant(-Math.max(0.5, pursuit.daysAgo - WAY[pursuit.state].length + 1)),
      })),
    );
    const holding = pursuits.filter(({ pursuit }) =>
      (PLACE_HOLDING_STATES as readonly string[]).includes(pursuit.state),
    );
    await insertRows(
      tx,
      "pursuit_places",
      holding.map(({ id, placement }, at) => ({
        school_id: schoolId,
        listing_id: listingIdOf(slug, placement.key),
        place_no: numberAmong(holding, at),
        pursuit_id: id,
      })),
    );
    const seated = pursuits.filter(({ pursuit }) => pursuit.state === "offered" || pursuit.state === "accepted");
    await insertRows(
      tx,
      "seat_holds",
      seated.flatMap(({ id, placement, pursuit }, at) =>
        placement.weekdays.map((weekday) => ({
          school_id: schoolId,
          listing_id: listingIdOf(slug, placement.key),
          seat_no: numberAmong(seated, at),
          weekday,
          pursuit_id: id,
          during: sql<string>`daterange(${day(-pursuit.daysAgo + 5)}::date, ${day(TERM_ENDS_AFTER)}::date, '[]')`,
        })),
      ),
    );
    await insertRows(tx, "consents", consents);
    await insertRows(
      tx,
      "gates",
      pursuits.filter(({ reached }) => reached.has("approved")).flatMap((each) => gateRows(sample, slug, each)),
    );
    await insertRows(
      tx,
      "disclosures",
      pursuits
        .filter(({ reached }) => reached.has("contacted"))
        .map(({ id, pursuit, placement, student }) => ({
          school_id: schoolId,
          id: seedId(`disclosure:${id}`),
          pursuit_id: id,
          district_id: districtId,
          organisation_id: organisationIdOf(placement.organisation),
          mentor_id: placement.mentors[0] ? mentorIdOf(placement.mentors[0]) : null,
          consent_id: consentIdOf(slug, pursuit, "looking"),
          first_name: firstNameOf(pursuit.student),
          grade_band: gradeBand(student.grade),
          interests: student.likes.map(({ interest }) => interest),
          disclosed_at: instant(-pursuit.daysAgo + 2),
          withdrawn_at: pursuit.state === "not_taken" ? instant(-pursuit.daysAgo + 6) : null,
        })),
    );
    await insertRows(
      tx,
      "visits",
      pursuits.flatMap((each) => visitRows(sample, slug, each)),
    );
    await insertRows(
      tx,
      "engagements",
      pursuits
        .filter(({ pursuit }) => pursuit.state === "accepted")
        .map(({ id, placement }) => ({
          school_id: schoolId,
          id: seedId(`engagement:${id}`),
          pursuit_id: id,
          district_id: districtId,
          lead_mentor_id: placement.mentors[0] ? mentorIdOf(placement.mentors[0]) : null,
          basis: "unpaid_educational",
          ends_on: day(TERM_ENDS_AFTER),
        })),
    );
    await insertRows(tx, "forbidden_pairs", forbiddenPairs(slug));
    await insertRows(tx, "audit_log", [
      ...pursuits.flatMap(({ id, pursuit, reached }) => [
        ...WAY[pursuit.state].map(([transition, to], step, way) =>
          auditRow(slug, {
            noun: "pursuit",
            id,
            transition,
            from: way[step - 1]?.[1] ?? null,
            to,
            at: instant(-pursuit.daysAgo + step),
          }),
        ),
        ...(reached.has("contacted")
          ? [
              auditRow(slug, {
                noun: "pursuit",
                id,
                transition: "disclose",
                from: null,
                to: null,
                at: instant(-pursuit.daysAgo + 2),
                evidence: `consent ${consentIdOf(slug, pursuit, "looking")}`,
              }),
            ]
          : []),
      ]),
      ...consents.flatMap(({ id, state, requested_at, answered_at }) => [
        auditRow(slug, { noun: "consent", id, transition: "request", from: null, to: "requested", at: requested_at }),
        ...(answered_at
          ? [
              auditRow(slug, {
                noun: "consent",
                id,
                transition: state === "given" ? "give" : "refuse",
                from: "requested",
                to: state,
                at: answered_at,
              }),
            ]
          : []),
      ]),
    ]);
  });
}

type Described = ReturnType<typeof describe>;

function describe(slug: SampleSchoolSlug, pursuit: SamplePursuit) {
  const placement = samplePlacements.find(({ key }) => key === pursuit.placement);
  const student = sampleStudents[slug].find(({ name }) => name === pursuit.student);
  if (!placement || !student) throw new Error(`No such placement: ${pursuit.placement}`);
  return {
    id: pursuitIdOf(slug, pursuit),
    pursuit,
    placement,
    student,
    reached: new Set<PursuitState>(WAY[pursuit.state].map(([, to]) => to)),
  };
}

/** Days an approval or a suggestion lives; nothing after an acceptance or an end. */
function expiresAfter(state: PursuitState): number | null {
  if (state === "suggested") return DEFAULT_SETTINGS.suggestionDays;
  return ["approved", "contacted", "offered", "expired"].includes(state) ? DEFAULT_SETTINGS.approvalDays : null;
}

/** The lowest number not yet used among those of the same placement before this one. */
function numberAmong(all: readonly Described[], at: number): number {
  return 1 + all.slice(0, at).filter(({ placement }) => placement.key === all[at]?.placement.key).length;
}

function gateRows({ calendar }: Sample, slug: SampleSchoolSlug, { id, pursuit, placement }: Described) {
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
      confirmed_on: met ? calendar.day(-pursuit.daysAgo + 2) : null,
      note: met ? "sample" : "",
    };
  });
}

function visitRows({ calendar }: Sample, slug: SampleSchoolSlug, { id, pursuit, placement }: Described) {
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

function wishRows(slug: SampleSchoolSlug) {
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
function forbiddenPairs(slug: SampleSchoolSlug) {
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
