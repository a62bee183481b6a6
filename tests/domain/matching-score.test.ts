import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eligibilityOf, factsOf } from "~/domain/matching/eligibility";
import type { PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { type Match, matchPair } from "~/domain/matching/pair";
import { harmonicMean, scoreOf } from "~/domain/matching/score";
import { sharesOf } from "~/domain/matching/shares";
import { matchContext } from "../support/match-context";
import {
  ana,
  anyContext,
  anyPlacement,
  anyStudent,
  clinic,
  like,
  maya,
  ownListOf,
  shuffled,
  TAGS,
} from "./matching-cases";

const RUNS = { numRuns: 2000 };
const context = matchContext({ placements: [clinic()] });
const anyTag = fc.constantFrom(...TAGS);
const strength = fc.constantFrom<(1 | 2 | 3)[]>(1, 2, 3);

/** Scores a pair whether it is eligible or not, since the laws of the score hold for every pair. */
function scored(student: StudentEvidence, placement: PlacementEvidence, within = context) {
  const facts = factsOf(student, placement, within);
  return scoreOf(sharesOf(student, placement, { facts, context: within }), within.weights);
}

const sum = (parts: readonly { points: number }[]) => parts.reduce((total, { points }) => total + points, 0);

describe("the score of a pair", () => {
  it("S1: parts sum exactly to each direction, whole points in 0..10000 (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, (student, placement, within) => {
        const { forStudent, forPlacement, score, parts } = scored(student, placement, within);
        expect(sum(parts.student)).toBe(forStudent);
        expect(sum(parts.placement)).toBe(forPlacement);
        for (const total of [forStudent, forPlacement, score]) {
          expect(Number.isInteger(total)).toBe(true);
          expect(total).toBeGreaterThanOrEqual(0);
          expect(total).toBeLessThanOrEqual(10_000);
        }
        for (const { points, of, key } of [...parts.student, ...parts.placement]) {
          expect(Number.isInteger(points)).toBe(true);
          if (key !== "dislikes") expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(of);
        }
      }),
      RUNS,
    );
  });

  it("S2: an ineligible pair has no score and no explanation (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, (student, placement, within) => {
        const match = matchPair(student, placement, within);
        const { eligible } = eligibilityOf(student, placement, factsOf(student, placement, within));
        expect(match.eligible).toBe(eligible);
        expect(match.score === null).toBe(!eligible);
        expect(match.explanation === null).toBe(!eligible);
        expect(match.eligibility.blockers.length === 0).toBe(eligible);
      }),
      RUNS,
    );
  });

  it("S3: an interest that becomes shared never lowers either direction (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, anyTag, strength, (student, placement, within, tag, force) => {
        fc.pre(!student.interests.some(({ interestId }) => interestId === tag));
        const offering = { ...placement, interests: [...new Set([...placement.interests, tag])] };
        const liking = { ...student, interests: [...student.interests, like(tag, force)] };
        const both = scored(liking, offering, within);
        const studentNames = scored(student, offering, within);
        const placementNames = scored(
          liking,
          { ...placement, interests: placement.interests.filter((id) => id !== tag) },
          within,
        );
        for (const before of [studentNames, placementNames]) {
          expect(both.forStudent).toBeGreaterThanOrEqual(before.forStudent);
          expect(both.forPlacement).toBeGreaterThanOrEqual(before.forPlacement);
          expect(both.score).toBeGreaterThanOrEqual(before.score);
        }
      }),
      RUNS,
    );
  });

  it("S3: a shared interest that turns into a dislike raises neither direction, while anything is still liked (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, anyTag, strength, (student, placement, within, tag, force) => {
        const others = student.interests.filter(({ interestId }) => interestId !== tag);
        const offering = { ...placement, interests: [...new Set([...placement.interests, tag])] };
        const saying = (liked: boolean) => ({ ...student, interests: [...others, { ...like(tag, force), liked }] });
        const [liking, disliking] = [saying(true), saying(false)].map((one) => scored(one, offering, within));
        expect(disliking?.forStudent).toBeLessThanOrEqual(liking?.forStudent ?? 0);
        // Of who likes nothing else nothing liked is known any more, which is neutral to a mentor who would share none of it.
        if (others.some(({ liked }) => liked))
          expect(disliking?.forPlacement).toBeLessThanOrEqual(liking?.forPlacement ?? 0);
      }),
      RUNS,
    );
  });

  it("S3: whose only like turns into a dislike has said of no place what they like, as somebody who said nothing", () => {
    const elsewhere = clinic({ interests: ["cooking"] });
    const within = matchContext({ placements: [elsewhere] });
    const disliking = { ...like("robotics", 3), liked: false };
    const [disliked, silent] = [[disliking], []].map((interests) => scored(ana({ interests }), elsewhere, within));
    expect(disliked?.score).toBe(silent?.score);
    expect(disliked?.missing).toContain("student_interests");
  });

  it("S3: a disliked interest never raises either direction (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, anyTag, strength, (student, placement, within, tag, force) => {
        fc.pre(!student.interests.some(({ interestId }) => interestId === tag));
        const offering = { ...placement, interests: [...new Set([...placement.interests, tag])] };
        const disliking = { ...student, interests: [...student.interests, { ...like(tag, force), liked: false }] };
        const both = scored(disliking, offering, within);
        const studentNames = scored(student, offering, within);
        const placementNames = scored(
          disliking,
          { ...placement, interests: placement.interests.filter((id) => id !== tag) },
          within,
        );
        for (const before of [studentNames, placementNames]) {
          expect(both.forStudent).toBeLessThanOrEqual(before.forStudent);
          expect(both.forPlacement).toBeLessThanOrEqual(before.forPlacement);
        }
      }),
      RUNS,
    );
  });

  it("S4: order of lists and names of rows do not matter (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, fc.nat(), (student, placement, within, turn) => {
        const rename = (id: string) => `renamed-${id}`;
        const otherStudent: StudentEvidence = {
          ...student,
          id: "another",
          interests: shuffled(student.interests, turn),
          weekdays: shuffled(student.weekdays, turn),
          languages: shuffled(student.languages, turn),
          wishedListingIds: student.wishedListingIds.map(rename),
          requestedListingIds: student.requestedListingIds.map(rename),
          currentSeatListingIds: student.currentSeatListingIds.map(rename),
        };
        const otherPlacement: PlacementEvidence = {
          ...placement,
          listingId: rename(placement.listingId),
          placementId: "another",
          interests: shuffled(placement.interests, turn),
          weekdays: shuffled(placement.weekdays, turn),
          languages: shuffled(placement.languages, turn),
        };
        const ids = { studentId: "", listingId: "", placementId: "" };
        expect({ ...matchPair(otherStudent, otherPlacement, within), ...ids }).toEqual({
          ...matchPair(student, placement, within),
          ...ids,
        });
      }),
      RUNS,
    );
  });

  it("S5: who somebody is, and who gives money, changes nothing (property)", () => {
    const identity = fc.record({
      name: fc.string(),
      gender: fc.string(),
      race: fc.string(),
      disability: fc.boolean(),
      freeLunch: fc.boolean(),
      citizenship: fc.string(),
      photo: fc.webUrl(),
    });
    const sponsor = fc.record({ sponsor: fc.boolean(), giftCents: fc.nat(), organisation: fc.string() });
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, identity, sponsor, (student, placement, within, who, gift) => {
        const other = { ...student, ...who };
        const sponsored = { ...placement, ...gift };
        expect(matchPair(other, sponsored, within)).toEqual(matchPair(student, placement, within));
        // What a student speaks is read, for a reason and for a task of staff, and moves no score and no rule.
        const speaking = matchPair({ ...student, languages: ["so"] }, placement, within);
        expect(figuresOf(speaking)).toEqual(figuresOf(matchPair(student, placement, within)));
      }),
      RUNS,
    );
  });

  it("a stored idf snapshot scores as the one it was stored from (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, (student, placement, within) => {
        const stored = JSON.parse(JSON.stringify(within));
        expect(matchPair(student, placement, stored)).toEqual(matchPair(student, placement, within));
      }),
      RUNS,
    );
  });

  it("orders by the harmonic mean, which a low side pulls down", () => {
    expect(harmonicMean(10_000, 10_000)).toBe(10_000);
    expect(harmonicMean(10_000, 0)).toBe(0);
    expect(harmonicMean(0, 0)).toBe(0);
    expect(harmonicMean(8000, 2000)).toBe(3200);
  });
});

describe("what counts", () => {
  it("the student's own request weighs more than any other part", () => {
    const asked = scored(ana({ requestedListingIds: ["clinic"] }), clinic());
    const other = scored(ana({ requestedListingIds: ["somewhere-else"] }), clinic());
    expect(asked.forStudent - other.forStudent).toBe(3300);
    expect(asked.parts.student[0]).toMatchObject({ key: "wish", points: 4400, of: 4400 });
  });

  it("each place of the own list earns less than the one before: what was asked for, then what was saved (property)", () => {
    const ids = Array.from({ length: 12 }, (_, at) => `l${at}`);
    const anyList = fc.shuffledSubarray(ids);
    fc.assert(
      fc.property(anyList, anyList, (wishedListingIds, requestedListingIds) => {
        const student = ana({ wishedListingIds, requestedListingIds });
        const points = (listingId: string) => scored(student, clinic({ listingId })).parts.student[0]?.points ?? 0;
        const earned = ownListOf({ wishedListingIds, requestedListingIds }).map(points);
        expect(earned).toEqual([...new Set(earned)].sort((a, b) => b - a));
        if (earned.length > 0) expect(earned.at(-1)).toBeGreaterThan(points("not-on-it"));
        if (earned.length > 0) expect(earned[0]).toBe(4400);
      }),
      RUNS,
    );
  });

  it("a first wish weighs more than a third", () => {
    const first = scored(ana({ wishedListingIds: ["clinic", "b", "c"] }), clinic());
    const third = scored(ana({ wishedListingIds: ["b", "c", "clinic"] }), clinic());
    expect(first.forStudent).toBeGreaterThan(third.forStudent);
  });

  it("a related interest counts, at a discount", () => {
    const roboticist = ana({ interests: [like("robotics", 3)] });
    const same = scored(roboticist, clinic({ interests: ["robotics"] }));
    const near = scored(roboticist, clinic({ interests: ["engineering"] }));
    const far = scored(roboticist, clinic({ interests: ["beauty"] }));
    expect(same.forStudent).toBeGreaterThan(near.forStudent);
    expect(near.forStudent).toBeGreaterThan(far.forStudent);
  });

  it("a rare interest covers more than one that every placement has", () => {
    const student = ana({ interests: [like("animals", 3), like("music", 3)], goalInterestIds: [] });
    const many = [clinic(), clinic(), clinic(), clinic({ interests: ["music"] })];
    const within = matchContext({ placements: many });
    const alone = { leadMentor: maya({ interests: [] }) };
    const rare = scored(student, clinic({ ...alone, interests: ["music"] }), within);
    const common = scored(student, clinic({ ...alone, interests: ["animals"] }), within);
    expect(rare.forStudent).toBeGreaterThan(common.forStudent);
  });

  it("a dislike takes points off, never below zero", () => {
    const plain = scored(ana(), clinic());
    const hated = scored(ana(), clinic({ interests: ["animals", "healthcare", "building"] }));
    expect(hated.forStudent).toBeLessThan(plain.forStudent);
    expect(hated.parts.student.at(-1)).toMatchObject({ key: "dislikes", points: -3000 });
  });

  it("what is not known is neutral and named", () => {
    const score = scored(
      ana({ area: null, weekdays: [], interests: [], goalInterestIds: [] }),
      clinic({ leadMentor: null, interests: [] }),
    );
    expect([...score.missing].sort()).toEqual(
      ["days", "goals", "location", "mentor", "placement_interests", "wishes"].sort(),
    );
    expect(score.forStudent).toBeGreaterThan(4000);
    expect(score.forPlacement).toBeGreaterThan(4000);
  });

  it("a first-time mentor scores a little below one of whom nothing is known", () => {
    const years = (experienceYears: number | null) =>
      scored(ana(), clinic({ leadMentor: maya({ experienceYears }) })).forPlacement;
    expect(years(0)).toBeLessThan(years(null));
    expect(years(null)).toBeLessThan(years(5));
    expect(years(5)).toBe(years(30));
  });
});

const figuresOf = ({ eligible, score }: Match) =>
  [eligible, score?.score, score?.forStudent, score?.forPlacement, score?.missing] as const;
