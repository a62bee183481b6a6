import { PLACE_HOLDING_STATES, type PursuitState } from "~/domain/pursuit/lifecycle";
import { type SampleSchoolSlug, sampleSchools } from "../cast";
import { withScope } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import {
  consentAuditRows,
  disclosureRows,
  forbiddenPairs,
  gateRows,
  pursuitAuditRows,
  visitRows,
  wishRows,
} from "./pursuit-rows.server";
import { expiresAfter, numberAmong, tellStory, WAY } from "./pursuit-story.server";
import { DECLINE_TEXTS } from "./pursuits";
import { mentorIdOf, personIdOf, type Sample, seedActor } from "./sample.server";
import { TERM_ENDS_AFTER } from "./sample-calendar";
import { pursuitsOf, tellConsents } from "./sample-consents.server";
import { seedId } from "./seed-id.server";
import { organisationIdOf } from "./write-organisations.server";
import { listingIdOf } from "./write-placements.server";

/** Pursuits in every state with their places, seats, consents, gates, disclosures, visits and engagements, and the wish lists. */
export async function writePursuits(sample: Sample, slug: SampleSchoolSlug): Promise<void> {
  const { schoolId, districtId } = sampleSchools[slug];
  const { instant, day } = sample.calendar;
  const pursuits = pursuitsOf(slug).map((pursuit) => tellStory(slug, pursuit));
  const consents = tellConsents(slug, sample.calendar);
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
          during: `[${day(-pursuit.daysAgo + 5)},${day(TERM_ENDS_AFTER)}]`,
        })),
      ),
    );
    await insertRows(
      tx,
      "consents",
      consents.map(({ row }) => row),
    );
    await insertRows(
      tx,
      "gates",
      pursuits.filter(({ reached }) => reached.has("approved")).flatMap((each) => gateRows(sample, slug, each)),
    );
    await insertRows(tx, "disclosures", disclosureRows(sample, slug, pursuits));
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
      ...pursuits.flatMap((each) => pursuitAuditRows(sample, slug, each)),
      ...consents.flatMap((consent) => consentAuditRows(slug, consent)),
    ]);
  });
}
