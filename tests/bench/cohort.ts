import { listBasicInterests } from "~/domain/interest/taxonomy";
import type { PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { randomBy } from "./random";

export interface Cohort {
  students: StudentEvidence[];
  placements: PlacementEvidence[];
}

const AREAS = 100;
const LANGUAGES = ["es", "so", "vi", "zh", "am"];
const LTI_DAYS = [[2, 4], [1, 3], [5], [2], [4]];
const HOST_DAYS = [[2, 4], [1, 3], [5], [2], [4], [1, 2, 3, 4, 5]];

/** Students of a district by neighborhood, and placements all over a city of 28 by 13 km, everything known of most. */
export function makeCohort(students: number, placements: number, seed = 1): Cohort {
  const random = randomBy(seed);
  const below = (count: number) => Math.floor(random() * count);
  const oneOf = <Thing>(things: readonly Thing[]) => things[below(things.length)] as Thing;
  const spot = () => ({ lat: 47.5 + random() * 0.25, lon: -122.42 + random() * 0.17 });
  const interests = listBasicInterests().map(({ id }) => id);
  const tags = (count: number) => {
    const drawn = new Set<string>();
    while (drawn.size < count) drawn.add(interests[Math.floor(interests.length * random() ** 1.5)] as string);
    return [...drawn];
  };
  const listingId = (at: number) => `listing-${String(at).padStart(6, "0")}`;
  const languages = (share: number) => (random() < share ? ["en", oneOf(LANGUAGES)] : ["en"]);
  const areas = Array.from({ length: AREAS }, spot);
  return {
    students: Array.from({ length: students }, (_, at) => ({
      id: `student-${at}`,
      interests: tags(3 + below(3)).map((interestId, nth) => ({
        interestId,
        strength: (1 + below(3)) as 1 | 2 | 3,
        liked: nth > 0 || random() < 0.6,
      })),
      weekdays: random() < 0.9 ? oneOf(LTI_DAYS) : [],
      grade: 9 + below(4),
      ageYears: random() < 0.95 ? 14 + below(4) : null,
      area: oneOf(areas),
      travelModes: random() < 0.7 ? ["walk", "bus"] : ["walk", "bus", oneOf(["cycle", "car"] as const)],
      travelLimitMinutes: random() < 0.7 ? null : oneOf([30, 45, 60]),
      languages: languages(0.3),
      goalInterestIds: random() < 0.5 ? tags(1) : [],
      wishedListingIds: Array.from({ length: random() < 0.6 ? below(5) : 0 }, () => listingId(below(placements))),
      requestedListingIds: [],
      waitingSince: "2026-09-01T16:00:00Z",
      familyForbiddenMentorIds: [],
      currentSeatListingIds: [],
    })),
    placements: Array.from({ length: placements }, (_, at) => ({
      listingId: listingId(at),
      placementId: `placement-${at}`,
      kind: random() < 0.8 ? "internship" : "shadow_day",
      leadMentor:
        random() < 0.95
          ? {
              id: `mentor-${at}`,
              interests: tags(2 + below(2)),
              languages: languages(0.2),
              experienceYears: random() < 0.8 ? below(10) : null,
              cleared: "valid",
            }
          : null,
      interests: tags(1 + below(3)),
      weekdays: oneOf(HOST_DAYS).map((weekday) => ({ weekday, seats: 2, startMinute: 540, endMinute: 900 })),
      openPursuitPlaces: 3,
      openSeats: 1 + below(3),
      minimumGrade: random() < 0.3 ? 11 : 9,
      maximumGrade: 12,
      minimumAge: random() < 0.2 ? 16 : 0,
      location: { ...spot(), approximate: random() < 0.1 },
      siteId: `site-${at}`,
      mode: random() < 0.1 ? "remote" : "on_site",
      languages: languages(0.2),
      startsOn: null,
      endsOn: null,
      published: random() < 0.95,
    })),
  };
}
