import fc from "fast-check";
import type { MatchContext } from "~/domain/matching/context";
import type { PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { type TravelRow, type TravelTable, travelKey } from "~/domain/matching/travel";
import { TRAVEL_MODES } from "~/domain/matching/travel-modes";
import { DEFAULT_WEIGHTS } from "~/domain/matching/weights";
import { matchContext } from "../support/match-context";
import { anyPlacement, anyStudent, anyWeights } from "./matching-cases";

/** A whole small school: everything that a score or an eligibility can depend on, the school's travel table among it. */
export interface SmallSchool {
  students: StudentEvidence[];
  placements: PlacementEvidence[];
  context: MatchContext;
}

const AREAS = ["north", "south"];
const SITES = ["dock", "hill", "mall"];
/** Spots that meet, so that distances of zero and areas shared by many come up. */
const spots = [
  { lat: 47.68, lon: -122.33 },
  { lat: 47.6, lon: -122.3 },
  { lat: 47.61, lon: -122.4 },
];

const goer = fc.record(
  {
    areaId: fc.option(fc.constantFrom(...AREAS)),
    area: fc.option(fc.constantFrom(...spots)),
    travelModes: fc.uniqueArray(fc.constantFrom(...TRAVEL_MODES), { maxLength: 4 }),
    travelLimitMinutes: fc.constantFrom(null, 0, 15, 40, 400, 12.5),
    goalInterestIds: fc.constantFrom(undefined, [], ["science", "cooking"]),
    metMentorIds: fc.constantFrom(undefined, ["m1"]),
  },
  { requiredKeys: ["travelLimitMinutes"] },
);
const days = fc.array(
  fc.record({
    weekday: fc.integer({ min: 1, max: 5 }),
    seats: fc.integer({ min: 0, max: 2 }),
    startMinute: fc.constantFrom(480, 540, 780),
    endMinute: fc.constant(900),
  }),
  { maxLength: 4 },
);
const site = fc.record(
  {
    siteId: fc.option(fc.constantFrom(...SITES)),
    location: fc.option(
      fc.tuple(fc.constantFrom(...spots), fc.boolean()).map(([at, approximate]) => ({ ...at, approximate })),
    ),
    weekdays: days,
    mode: fc.constantFrom("on_site" as const, "remote" as const, "private_home" as const),
    kind: fc.constantFrom("internship" as const, "informational_interview" as const, "exhibition_panel" as const),
  },
  { requiredKeys: ["weekdays"] },
);

const anyLine: fc.Arbitrary<TravelRow> = fc.record({
  mode: fc.constantFrom(...TRAVEL_MODES),
  minutes: fc.integer({ min: 1, max: 90 }),
  fromMinute: fc.constantFrom(0, 500),
  toMinute: fc.constantFrom(600, 1440),
});
const anyTable: fc.Arbitrary<TravelTable> = fc
  .array(fc.tuple(fc.constantFrom(...AREAS), fc.constantFrom(...SITES), fc.array(anyLine, { maxLength: 3 })), {
    maxLength: 6,
  })
  .map((lines) => Object.fromEntries(lines.map(([area, at, rows]) => [travelKey(area, at), rows])));

/** Half of the schools let most pairs through, so that the scores are looked at and not the refusals alone. */
const OPEN = { openPursuitPlaces: 1, openSeats: 1, minimumAge: 0, minimumGrade: 6, maximumGrade: 12, published: true };
const LOOKING = { grade: 10, ageYears: 16, currentSeatListingIds: [] };

function among<Thing extends object>(plain: fc.Arbitrary<Thing>, changes: fc.Arbitrary<Partial<Thing>>) {
  return fc.tuple(plain, fc.option(changes)).map(([thing, change]) => ({ ...thing, ...change }));
}

export const anySmallSchool: fc.Arbitrary<SmallSchool> = fc
  .record({
    students: fc.array(among(anyStudent, goer as fc.Arbitrary<Partial<StudentEvidence>>), { maxLength: 4 }),
    placements: fc.array(among(anyPlacement, site as fc.Arbitrary<Partial<PlacementEvidence>>), {
      minLength: 3,
      maxLength: 9,
    }),
    travelTable: fc.option(anyTable),
    weights: fc.oneof(fc.constant(DEFAULT_WEIGHTS), anyWeights),
    isOpen: fc.boolean(),
    longestWay: fc.boolean(),
  })
  .map(({ students, placements, travelTable, weights, isOpen, longestWay }) => {
    const listed = placements.map((placement, at) => ({
      ...placement,
      ...(isOpen && OPEN),
      listingId: `l${at}`,
      placementId: `p${at}`,
    }));
    return {
      students: students.map((student, at) => ({ ...student, ...(isOpen && LOOKING), id: `s${at}` })),
      placements: listed,
      context: matchContext({ placements: listed, weights, longestWay, ...(travelTable && { travelTable }) }),
    };
  });
