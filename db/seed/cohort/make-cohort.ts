import { listBasicInterests } from "~/domain/interest/taxonomy";
import type { PlacementKind } from "~/domain/pursuit/gates";
import { randomFrom } from "./random";
import { DOINGS, FIRST_NAMES, LAST_NAMES, ORGANISATION_KINDS, STREETS } from "./words";

export const COHORT_STUDENTS = 300;
export const COHORT_PLACEMENTS = 200;
const ORGANISATIONS = 70;
const COHORT_SEED = 20_260_901;

const KINDS: readonly PlacementKind[] = [
  ...Array<PlacementKind>(14).fill("internship"),
  "shadow_day",
  "shadow_day",
  "shadow_day",
  "informational_interview",
  "informational_interview",
  "service_learning",
];

/** A school for measuring: always the same 300 students and 200 placements in a square of about 20 by 20 km. */
export function makeCohort() {
  const random = randomFrom(COHORT_SEED);
  const interests = listBasicInterests().map(({ id }) => id);
  const near = (middle: number) => middle + (random.below(2000) - 1000) / 10_000;
  const areas = STREETS.map((street) => ({ name: `${street} Quarter`, latitude: near(47.3), longitude: near(-122.2) }));
  const names = random.some(
    FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`)),
    COHORT_STUDENTS + ORGANISATIONS,
  );
  const organisations = random
    .some(
      LAST_NAMES.flatMap((word) => ORGANISATION_KINDS.map((kind) => `${word} ${kind}`)),
      ORGANISATIONS,
    )
    .map((name, at) => ({
      name: `${name} (sample)`,
      area: random.below(areas.length),
      latitude: near(47.3),
      longitude: near(-122.2),
      mentor: {
        name: names[COHORT_STUDENTS + at] as string,
        interests: random.some(interests, 3),
        languages: random.below(6) === 0 ? ["en", "es"] : ["en"],
      },
    }));
  const students = names.slice(0, COHORT_STUDENTS).map((name, at) => {
    const tags = random.some(interests, 3 + random.below(4));
    return {
      name,
      at,
      grade: 9 + random.below(4),
      area: random.below(areas.length),
      travelLimitMinutes: 20 + 5 * random.below(8),
      weekdays: random.below(4) === 0 ? [random.pick([2, 4])] : [2, 4],
      languages: random.below(5) === 0 ? ["en", "es"] : ["en"],
      guardianLanguage: random.pick(["en", "en", "en", "es", "es", "so", "vi"]),
      tags: tags.map((interest, place) => ({
        interest,
        strength: 1 + random.below(3),
        liked: place < tags.length - 1 || random.below(2) === 0,
      })),
      wishes: random.some(
        Array.from({ length: COHORT_PLACEMENTS }, (_, place) => place),
        random.below(4),
      ),
    };
  });
  const placements = Array.from({ length: COHORT_PLACEMENTS }, (_, at) => {
    const tags = random.some(interests, 1 + random.below(3));
    const main = listBasicInterests().find(({ id }) => id === tags[0]);
    return {
      at,
      organisation: random.below(ORGANISATIONS),
      kind: random.pick(KINDS),
      seats: 1 + random.below(3),
      interests: tags,
      title: `${random.pick(DOINGS)} ${main?.labels.en?.toLowerCase() ?? tags[0]}`,
      weekdays: random.below(3) === 0 ? [random.pick([2, 4])] : [2, 4],
    };
  });
  return { areas, organisations, students, placements };
}

export type Cohort = ReturnType<typeof makeCohort>;
