import fc from "fast-check";
import type { MatchContext } from "~/domain/matching/context";
import type {
  MentorEvidence,
  PairIds,
  PlacementEvidence,
  StudentEvidence,
  StudentInterest,
} from "~/domain/matching/evidence";
import { MODES } from "~/domain/matching/mode";
import type { PlanInput } from "~/domain/matching/plan-types";
import { DEFAULT_WEIGHTS, type MatchWeights } from "~/domain/matching/weights";
import { matchContext } from "../support/match-context";

/** Ana, who would like to care for animals on Thursdays; everything known, everything in reach. */
export function ana(changes: Partial<StudentEvidence> = {}): StudentEvidence {
  return {
    id: "ana",
    interests: [like("animals", 3), like("healthcare", 2), dislike("building", 3)],
    weekdays: [2, 4],
    grade: 10,
    ageYears: 15,
    area: { lat: 47.68, lon: -122.33 },
    travelLimitMinutes: 40,
    languages: ["en", "es"],
    goalInterestIds: ["animals"],
    wishedListingIds: [],
    requestedListingIds: [],
    waitingSince: "2026-09-01T16:00:00Z",
    familyForbiddenMentorIds: [],
    currentSeatListingIds: [],
    ...changes,
  };
}

/** The animal clinic: two seats on Tuesday and Thursday, a cleared mentor. */
export function clinic(changes: Partial<PlacementEvidence> = {}): PlacementEvidence {
  return {
    listingId: "clinic",
    placementId: "clinic-placement",
    kind: "internship",
    leadMentor: maya(),
    interests: ["animals", "healthcare"],
    weekdays: [2, 4].map((weekday) => ({ weekday, seats: 2, startMinute: 540, endMinute: 840 })),
    openPursuitPlaces: 2,
    openSeats: 2,
    minimumGrade: 9,
    maximumGrade: 12,
    minimumAge: 0,
    location: { lat: 47.685, lon: -122.335, approximate: false },
    mode: "on_site",
    languages: ["en"],
    startsOn: null,
    endsOn: null,
    published: true,
    ...changes,
  };
}

export function maya(changes: Partial<MentorEvidence> = {}): MentorEvidence {
  return {
    id: "maya",
    interests: ["animals", "science"],
    languages: ["en"],
    experienceYears: 14,
    cleared: "valid",
    ...changes,
  };
}

export function like(interestId: string, strength: 1 | 2 | 3 = 2): StudentInterest {
  return { interestId, strength, liked: true };
}

export function dislike(interestId: string, strength: 1 | 2 | 3 = 2): StudentInterest {
  return { interestId, strength, liked: false };
}

/** Few tags, so that they meet; one outside the taxonomy. */
export const TAGS = [
  "animals",
  "nature",
  "science",
  "robotics",
  "engineering",
  "cooking",
  "music",
  "zz-unknown",
  "constructor",
];
const tag = fc.constantFrom(...TAGS);
const tags = (maxLength = 4) => fc.uniqueArray(tag, { maxLength });
const listingIds = ["l0", "l1", "l2", "l3", "l4", "l5"];
const mentorIds = ["m0", "m1", "m2"];
const languages = fc.uniqueArray(fc.constantFrom("en", "es", "so", "vi"), { maxLength: 3 });
const strength = fc.constantFrom<(1 | 2 | 3)[]>(1, 2, 3);
const point = fc.record({
  lat: fc.double({ min: 47.5, max: 47.8, noNaN: true }),
  lon: fc.double({ min: -122.5, max: -122.2, noNaN: true }),
});
const weekdays = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5), { maxLength: 3 });

export const anyStudent: fc.Arbitrary<StudentEvidence> = fc.record({
  id: fc.constant("s"),
  interests: fc.uniqueArray(fc.record({ interestId: tag, strength, liked: fc.boolean() }), {
    maxLength: 5,
    selector: ({ interestId }) => interestId,
  }),
  weekdays,
  grade: fc.integer({ min: 8, max: 12 }),
  ageYears: fc.option(fc.integer({ min: 13, max: 18 })),
  area: fc.option(point),
  travelLimitMinutes: fc.option(fc.integer({ min: 10, max: 120 })),
  languages,
  goalInterestIds: tags(2),
  wishedListingIds: fc.uniqueArray(fc.constantFrom(...listingIds), { maxLength: 3 }),
  requestedListingIds: fc.uniqueArray(fc.constantFrom(...listingIds), { maxLength: 3 }),
  waitingSince: fc.constantFrom("2026-09-01T16:00:00Z", "2026-09-02T16:00:00Z", "2026-09-01 18:00:00+02"),
  familyForbiddenMentorIds: fc.uniqueArray(fc.constantFrom(...mentorIds), { maxLength: 1 }),
  currentSeatListingIds: fc.uniqueArray(fc.constantFrom(...listingIds), { maxLength: 1 }),
  metMentorIds: fc.uniqueArray(fc.constantFrom(...mentorIds), { maxLength: 1 }),
});

const anyMentor: fc.Arbitrary<MentorEvidence> = fc.record({
  id: fc.constantFrom(...mentorIds),
  interests: tags(3),
  languages,
  experienceYears: fc.option(fc.integer({ min: 0, max: 20 })),
  cleared: fc.constantFrom(...(["valid", "valid", "expired", "missing", "pending", "not_clear"] as const)),
});

export const anyPlacement: fc.Arbitrary<PlacementEvidence> = fc.record({
  listingId: fc.constantFrom(...listingIds),
  placementId: fc.constant("p"),
  kind: fc.constantFrom("internship" as const, "shadow_day" as const, "service_learning" as const),
  leadMentor: fc.option(anyMentor),
  interests: tags(),
  weekdays: weekdays.map((days) => days.map((weekday) => ({ weekday, seats: 2, startMinute: 540, endMinute: 840 }))),
  openPursuitPlaces: fc.integer({ min: 0, max: 3 }),
  openSeats: fc.integer({ min: 0, max: 3 }),
  minimumGrade: fc.constantFrom(6, 9),
  maximumGrade: fc.constantFrom(11, 12),
  minimumAge: fc.constantFrom(0, 0, 16),
  location: fc.option(fc.tuple(point, fc.boolean()).map(([at, approximate]) => ({ ...at, approximate }))),
  mode: fc.constantFrom("on_site" as const, "remote" as const),
  languages,
  startsOn: fc.constant(null),
  endsOn: fc.constant(null),
  daysLeft: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: weekdays }),
  published: fc.constantFrom(true, true, true, false),
});

/** Weights that readWeights accepts: the wish largest, each side 10000. */
export const anyWeights: fc.Arbitrary<MatchWeights> = fc
  .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
  .map(([each, dislikes, related]) => ({
    version: 2,
    student: {
      wish: 10_000 - 5 * each,
      interests: each,
      travel: each,
      days: each,
      goals: each,
      language: 0,
      continuity: each,
    },
    placement: DEFAULT_WEIGHTS.placement,
    dislikes,
    related,
  }));

/** Up to five placements with ids of their own, and a context over them. */
export const anyPlacements = fc
  .array(anyPlacement, { maxLength: 5 })
  .map((placements) =>
    placements.map((placement, at) => ({ ...placement, listingId: `l${at}`, placementId: `p${at}` })),
  );

export const anyStudents = fc
  .array(anyStudent, { maxLength: 7 })
  .map((students) => students.map((student, at) => ({ ...student, id: `s${at}` })));

export const anyContext: fc.Arbitrary<MatchContext> = fc
  .tuple(fc.array(anyPlacement, { maxLength: 6 }), fc.oneof(fc.constant(DEFAULT_WEIGHTS), anyWeights))
  .map(([placements, weights]) => matchContext({ placements, weights }));

/** A plan's input whose forbids, approvals, opt-outs and plan before name what exists; locks come with an override or not. */
export const anyPlanInput: fc.Arbitrary<PlanInput> = fc
  .tuple(anyStudents, anyPlacements, fc.integer(), fc.infiniteStream(fc.nat()))
  .map(([students, placements, seed, numbers]) => {
    const take = (below: number) => (numbers.next().value ?? 0) % below;
    const pick = () => ({ studentId: `s${take(students.length)}`, listingId: `l${take(placements.length)}` });
    const some = (most: number) =>
      students.length === 0 || placements.length === 0 ? [] : Array.from({ length: take(most + 1) }, pick);
    const override = { actorId: "coordinator", reason: "The family asked" };
    return {
      students,
      placements,
      context: matchContext({ placements }),
      seed,
      forbids: some(3),
      locks: some(2).map((pair) => (take(2) === 0 ? pair : { ...pair, override })),
      approved: some(1),
      previous: some(4),
      optedOutStudentIds: students.length > 0 && take(3) === 0 ? [`s${take(students.length)}`] : [],
      suggestionsLeft:
        take(2) === 0 ? {} : Object.fromEntries(students.flatMap(({ id }) => (take(2) === 0 ? [] : [[id, take(3)]]))),
    };
  });

/**
 * Whether the pair is a suggestion that no approval could add: as many are left to the student as stand in locks, or in
 * `given`, which the plan gives next to it.
 */
export function isOneTooMany(
  { students, locks = [], suggestionsLeft = {} }: PlanInput,
  pair: PairIds,
  given: readonly PairIds[] = locks,
): boolean {
  const limit = suggestionsLeft[pair.studentId];
  const isAsked = ({ studentId, listingId }: PairIds) =>
    students.some(({ id, requestedListingIds }) => id === studentId && requestedListingIds.includes(listingId));
  const others = given.filter((one) => one.studentId === pair.studentId && !isAsked(one));
  return limit !== undefined && !isAsked(pair) && others.length >= limit;
}

/** What a student asked for, then what they only saved, each as they put it in order: the definition, word for word. */
export function ownListOf({
  wishedListingIds: saved,
  requestedListingIds: asked,
}: Pick<StudentEvidence, "wishedListingIds" | "requestedListingIds">): string[] {
  return [...new Set([...saved.filter((id) => asked.includes(id)), ...asked, ...saved])];
}

/** Six for the first place of the own list, one for all after the fifth, none off it. */
export function ownRankOf(student: Parameters<typeof ownListOf>[0], listingId: string): number {
  const place = ownListOf(student).indexOf(listingId);
  return place < 0 ? 0 : Math.max(1, 6 - place);
}

/** The same question to each kind of plan, slates of up to three, with and without stickiness. */
export const anyModeInput: fc.Arbitrary<PlanInput> = fc
  .tuple(anyPlanInput, fc.constantFrom(...MODES), fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 0, 40, 3000))
  .map(([input, mode, perStudent, stickiness]) => ({ ...input, mode, perStudent, stickiness }));

/** The same things in another order, by a number that says which. */
export function shuffled<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const left = [...things];
  const out: Thing[] = [];
  for (let turn = Math.abs(seed); left.length > 0; turn = Math.floor(turn / 2) + 7 * left.length)
    out.push(...left.splice(turn % left.length, 1));
  return out;
}
