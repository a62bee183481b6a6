import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { fitWord } from "~/domain/matching/explain";
import { matchPair } from "~/domain/matching/pair";
import { DEFAULT_WEIGHTS, readWeights, weightsFaults } from "~/domain/matching/weights";
import { matchContext } from "../support/match-context";
import { ana, anyContext, anyPlacement, anyStudent, anyWeights, clinic, dislike, like, maya } from "./matching-cases";

const context = matchContext({ placements: [clinic()] });

function explanation(student: Partial<StudentEvidence> = {}, placement: Partial<PlacementEvidence> = {}) {
  const match = matchPair(ana(student), clinic(placement), context);
  if (!match.eligible) throw new Error("The pair of this test has to be eligible.");
  return match.explanation;
}

describe("the words of a match", () => {
  it("are strong, good or possible", () => {
    expect([10_000, 6500, 6499, 4500, 4499, 0].map(fitWord)).toEqual([
      "strong",
      "strong",
      "good",
      "good",
      "possible",
      "possible",
    ]);
  });

  it("name the student's wish first, then shared interests, then the goal", () => {
    expect(explanation({ wishedListingIds: ["x", "clinic"] })).toMatchObject({
      word: "strong",
      reasons: [
        { code: "student_starred", data: { onList: 2 } },
        { code: "shared_interests", data: { interestIds: ["animals", "healthcare"] } },
        { code: "fits_goal", data: { interestIds: ["animals"] } },
      ],
      caution: null,
    });
  });

  it("name the place on the student's one list, what they asked for before what they only saved", () => {
    const first = (student: Partial<StudentEvidence>, given = context) => {
      const match = matchPair(ana(student), clinic(), given);
      return match.eligible ? match.explanation.reasons[0] : null;
    };
    const saved = { requestedListingIds: ["x", "y"], wishedListingIds: ["clinic", "x"] };
    expect(first(saved)).toEqual({ code: "student_starred", data: { onList: 3 } });
    const asked = { requestedListingIds: ["x", "clinic"], wishedListingIds: ["z", "x"] };
    expect(first(asked)).toEqual({ code: "student_asked", data: { onList: 2 } });
    const { listInOrder: _, ...before } = context;
    expect(first(saved, before)).toEqual({ code: "student_starred", data: { place: 1 } });
  });

  it("name the related interest where none is shared", () => {
    const { reasons } = explanation(
      { interests: [like("robotics")], goalInterestIds: [] },
      { interests: ["engineering"] },
    );
    expect(reasons[0]).toEqual({
      code: "related_interests",
      data: { interestId: "robotics", relatedId: "engineering" },
    });
  });

  it("name a language other than English that both speak", () => {
    const { reasons } = explanation(
      { interests: [], goalInterestIds: [], weekdays: [], area: null },
      { languages: ["es", "en"] },
    );
    expect(reasons[0]).toEqual({ code: "shared_language", data: { languages: ["es"] } });
  });

  it.each<[string, Partial<StudentEvidence>, Partial<PlacementEvidence>]>([
    ["has_disliked", { interests: [like("animals"), dislike("healthcare")] }, {}],
    ["may_be_far", {}, { location: { lat: 47.2, lon: -122.33, approximate: true } }],
    ["long_travel", {}, { location: { lat: 47.73, lon: -122.33, approximate: false } }],
    ["some_days", { weekdays: [4] }, {}],
    ["no_mentor", {}, { leadMentor: null }],
    ["first_time_mentor", {}, { leadMentor: maya({ experienceYears: 0 }) }],
    ["interests_unknown", {}, { interests: [] }],
    ["location_unknown", { area: null }, {}],
    ["days_unknown", { weekdays: [] }, {}],
  ])("caution: %s", (code, student, placement) => {
    expect(explanation(student, placement).caution?.code).toBe(code);
  });

  it("are at most three reasons and one caution, and name no clearance or forbidden pair (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacement, anyContext, (student, placement, within) => {
        const match = matchPair(student, placement, within);
        fc.pre(match.eligible);
        expect(match.explanation?.reasons.length).toBeLessThanOrEqual(3);
        expect(JSON.stringify(match.explanation)).not.toMatch(/clear|forbid/);
      }),
    );
  });
});

describe("weights", () => {
  it("as shipped are valid and let the student's wish weigh most", () => {
    expect(weightsFaults(DEFAULT_WEIGHTS)).toEqual([]);
  });

  it("of a school are read back from JSON (property)", () => {
    fc.assert(
      fc.property(anyWeights, (weights) => {
        expect(readWeights(JSON.parse(JSON.stringify(weights)))).toEqual({ ok: true, value: weights });
      }),
    );
  });

  it.each([
    ["not_whole_numbers", null],
    ["not_whole_numbers", { ...DEFAULT_WEIGHTS, dislikes: -1 }],
    ["not_whole_numbers", { ...DEFAULT_WEIGHTS, student: { ...DEFAULT_WEIGHTS.student, days: 0.5 } }],
    ["student_sum", { ...DEFAULT_WEIGHTS, student: { ...DEFAULT_WEIGHTS.student, days: 801 } }],
    ["placement_sum", { ...DEFAULT_WEIGHTS, placement: { ...DEFAULT_WEIGHTS.placement, days: 0 } }],
    ["wish_not_largest", { ...DEFAULT_WEIGHTS, student: { ...DEFAULT_WEIGHTS.student, wish: 3700, interests: 3700 } }],
    ["language_counts", { ...DEFAULT_WEIGHTS, student: { ...DEFAULT_WEIGHTS.student, wish: 4300, language: 100 } }],
    ["version", { ...DEFAULT_WEIGHTS, version: 0 }],
  ])("are refused: %s", (fault, weights) => {
    expect(weightsFaults(weights)).toEqual([fault]);
    expect(readWeights(weights)).toMatchObject({ ok: false, reason: "weights_not_valid", detail: { faults: fault } });
  });
});
