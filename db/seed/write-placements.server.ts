import type { PlacementKind } from "~/domain/pursuit/gates";
import { type SampleSchoolSlug, sampleSchools } from "../cast";
import { enqueue } from "../jobs.server";
import { withScope } from "../scope.server";
import { insertRows } from "./insert-rows.server";
import type { SamplePlacement } from "./placements/read-placements";
import { mentorIdOf, type Sample, seedActor } from "./sample.server";
import { type SampleCalendar, TERM_ENDS_AFTER, TERM_STARTS_AFTER } from "./sample-calendar";
import { cedarPlacements, greenwaterPlacements, samplePlacements, seatsPerListing } from "./sample-placements";
import { seedId } from "./seed-id.server";
import { organisationIdOf, siteIdOf } from "./write-organisations.server";

/** The placements of the school's district with days, interests and back-ups, and the school's own listings of them, on the way to the index. */
export async function writePlacements(sample: Sample, slug: SampleSchoolSlug): Promise<void> {
  const { districtId } = sampleSchools[slug];
  const placements = slug === "cedar-ridge" ? cedarPlacements : greenwaterPlacements;
  const key = (placement: SamplePlacement) => ({
    district_id: districtId,
    organisation_id: organisationIdOf(placement.organisation),
    placement_id: placementIdOf(placement.key),
  });
  await withScope(sample, seedActor(slug), async (tx) => {
    await insertRows(
      tx,
      "placements",
      placements.map((placement) => placementRow(sample.calendar, districtId, placement)),
    );
    await insertRows(
      tx,
      "placement_days",
      placements.flatMap((placement) =>
        placement.weekdays.map((weekday) => ({
          ...key(placement),
          weekday,
          starts_at: placement.startsAt,
          ends_at: placement.endsAt,
          seats: placement.seats,
        })),
      ),
    );
    await insertRows(
      tx,
      "placement_interests",
      placements.flatMap((placement) =>
        placement.interests.map((interest) => ({ ...key(placement), interest_id: interest })),
      ),
    );
    await insertRows(
      tx,
      "placement_backups",
      placements.flatMap((placement) =>
        placement.mentors.slice(1).map((name) => ({ ...key(placement), mentor_id: mentorIdOf(name) })),
      ),
    );
    await insertRows(
      tx,
      "listings",
      samplePlacements.flatMap((placement, place) => listingRows(sample.calendar, slug, placement, place)),
    );
    for (const { key, listings } of placements) {
      const isShown = listings.some(({ school, state }) => school === slug && state === "published");
      if (isShown) await enqueue(tx, "sync-placement", { districtId, placementId: placementIdOf(key) });
    }
  });
}

export function placementIdOf(key: string): string {
  return seedId(`placement:${key}`);
}

/** Stable, so that tests and screenshots can open a listing: `listingIdOf("lakeview", "clinic-care")`. */
export function listingIdOf(slug: SampleSchoolSlug, placementKey: string): string {
  return seedId(`listing:${slug}:${placementKey}`);
}

const LENGTHS: Record<PlacementKind, { unit: string; count: number }> = {
  internship: { unit: "term", count: 1 },
  shadow_day: { unit: "days", count: 1 },
  informational_interview: { unit: "days", count: 1 },
  service_learning: { unit: "weeks", count: 6 },
  exhibition_panel: { unit: "days", count: 1 },
  classroom_expert: { unit: "days", count: 1 },
};

function placementRow({ day, instant }: SampleCalendar, districtId: string, placement: SamplePlacement) {
  const lead = placement.mentors[0];
  const isWork = placement.kind === "internship" || placement.kind === "service_learning";
  return {
    district_id: districtId,
    organisation_id: organisationIdOf(placement.organisation),
    id: placementIdOf(placement.key),
    kind: placement.kind,
    title: placement.title,
    student_will_do: placement.studentWillDo,
    skills: placement.skills,
    aliases: placement.aliases,
    host_gains: placement.hostGains,
    requirements: placement.requirements,
    site_id: siteIdOf(placement.organisation),
    lead_mentor_id: lead ? mentorIdOf(lead) : null,
    seats: placement.seats,
    length_unit: LENGTHS[placement.kind].unit,
    length_count: LENGTHS[placement.kind].count,
    starts_on: isWork ? day(TERM_STARTS_AFTER) : null,
    ends_on: isWork ? day(TERM_ENDS_AFTER) : null,
    languages: placement.languages,
    minimum_grade: placement.minimumGrade,
    maximum_grade: placement.maximumGrade,
    minimum_age: placement.minimumAge,
    basis: placement.kind === "service_learning" ? "service_learning" : "unpaid_educational",
    hazards: placement.hazards,
    created_at: instant(-70),
    updated_at: instant(-50),
  };
}

function listingRows({ instant }: SampleCalendar, slug: SampleSchoolSlug, placement: SamplePlacement, place: number) {
  return placement.listings.flatMap(({ school, state }) => {
    if (school !== slug) return [];
    const inReview = state === "in_review";
    return [
      {
        school_id: sampleSchools[slug].schoolId,
        id: listingIdOf(slug, placement.key),
        district_id: sampleSchools[slug].districtId,
        organisation_id: organisationIdOf(placement.organisation),
        placement_id: placementIdOf(placement.key),
        state,
        seats: seatsPerListing(placement),
        published_at: inReview ? null : instant(-45 + (place % 30)),
        // Those in review came in one after the other over the last days.
        created_at: instant(inReview ? -1 - (place % 9) : -70),
      },
    ];
  });
}
