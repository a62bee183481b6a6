import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StudentEvidence } from "~/domain/matching/evidence";
import { judgePair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import { compareIds } from "~/domain/matching/rank";
import { harmonicMean, planFit } from "~/domain/matching/score";
import { bestOfRow, type Measure, newBest } from "~/domain/matching/scorer/best-of-row";
import { placementColumnsOf } from "~/domain/matching/scorer/placement-columns";
import { newScorer, type Scorer, scoreRow } from "~/domain/matching/scorer/score-row";
import { verifyScores } from "~/domain/matching/verify-scores";
import { openRows } from "~/domain/matching/verify-total";
import { matchContext } from "../support/match-context";
import { ana, anyPlacement, anyStudent, clinic, dislike, like, maya, TAGS } from "./matching-cases";
import { anySmallSchool, type SmallSchool } from "./matching-ways";

const RUNS = { numRuns: 2500 };

const scorerOf = ({ placements, context }: SmallSchool) => newScorer(placementColumnsOf(placements, context));

const listingAt = ({ columns }: Scorer, position: number) => columns.placements[position]?.listingId;

/** Both scores by listing, of those the scorer says are open. */
function fast(scorer: Scorer, student: StudentEvidence): Record<string, [number, number]> {
  const row = scoreRow(scorer, student);
  const pairs = Array.from({ length: row.count }, (_, at) => [
    listingAt(scorer, row.place[at] as number),
    [row.forStudent[at], row.forPlacement[at]],
  ]);
  return Object.fromEntries(pairs);
}

function naive(school: SmallSchool, student: StudentEvidence): Record<string, [number, number]> {
  const pairs: [string, [number, number]][] = school.placements.flatMap((placement) => {
    const { score } = judgePair(student, placement, school.context);
    const scores = score && ([score.forStudent, score.forPlacement] as [number, number]);
    return scores ? [[placement.listingId, scores] as [string, [number, number]]] : [];
  });
  return Object.fromEntries(pairs);
}

describe("the fast scorer", () => {
  it("S8: says of every pair what judging it alone says, eligibility and both scores (property)", () => {
    fc.assert(
      fc.property(anySmallSchool, (school) => {
        const scorer = scorerOf(school);
        for (const student of school.students) expect(fast(scorer, student)).toEqual(naive(school, student));
      }),
      RUNS,
    );
  });

  it("S6: a placement or student more changes no score of the others, while the idf snapshot is the same (property)", () => {
    fc.assert(
      fc.property(anySmallSchool, anyPlacement, anyStudent, (school, other, stranger) => {
        const more = { ...school, placements: [{ ...other, listingId: "zz" }, ...school.placements] };
        const before = scorerOf(school);
        const after = scorerOf(more);
        for (const student of school.students) {
          fast(after, stranger);
          const { zz: _, ...others } = fast(after, student);
          expect(others).toEqual(fast(before, student));
        }
      }),
      RUNS,
    );
  });

  it("S7: the best of a row are the first of sorting it whole, and the first of one more (property)", () => {
    const anyMeasure = fc.constantFrom<Measure[]>("score", "fit");
    fc.assert(
      fc.property(anySmallSchool, anyMeasure, fc.nat(6), fc.nat(5), (school, measure, most, out) => {
        const scorer = scorerOf(school);
        const ruledOut = new Set(scorer.columns.listed.get(`l${out}`));
        for (const student of school.students) {
          const sorted = Object.entries(naive(school, student))
            .filter(([listingId]) => listingId !== `l${out}`)
            .map(([listingId, [forStudent, forPlacement]]) => ({
              listingId,
              by: measure === "score" ? harmonicMean(forStudent, forPlacement) : planFit({ forStudent, forPlacement }),
            }))
            .sort((a, b) => b.by - a.by || compareIds(a.listingId, b.listingId));
          const row = scoreRow(scorer, student);
          const best = (count: number) =>
            Array.from(bestOfRow(newBest(measure, count), row, scorer.columns, ruledOut), (p) => listingAt(scorer, p));
          expect(best(most)).toEqual(sorted.slice(0, most).map(({ listingId }) => listingId));
          expect(best(most + 1).slice(0, most)).toEqual(best(most));
        }
      }),
      RUNS,
    );
  });

  it("keeps its columns apart by what they depend on, however many areas come", () => {
    const placements = [
      clinic(),
      clinic({ listingId: "far", location: { lat: 47.9, lon: -122.33, approximate: false } }),
    ];
    const context = matchContext({ placements });
    const scorer = scorerOf({ students: [], placements, context });
    scorer.columns.travel.ways.most = 2;
    scorer.columns.reach.most = 2;
    for (let turn = 0; turn < 3; turn += 1)
      for (const lat of [47.68, 47.9, 47.78, 47.6]) {
        const student = ana({ area: { lat, lon: -122.33 } });
        expect(fast(scorer, student)).toEqual(naive({ students: [], placements, context }, student));
      }
  });

  it("agrees on a tag list longer than its slots", () => {
    const placements = [clinic({ interests: TAGS, leadMentor: maya({ interests: [...TAGS, "dance", "sport"] }) })];
    const school = { students: [], placements, context: matchContext({ placements }) };
    for (const student of [ana(), ana({ interests: [dislike("animals"), like("music"), like("cooking", 1)] })])
      expect(fast(scorerOf(school), student)).toEqual(naive(school, student));
  });

  it("is checked on each run: a row that says something else of a proposed pair is found", () => {
    const placements = [clinic()];
    const input = { students: [ana()], placements, context: matchContext({ placements }), seed: 1 };
    const outcome = proposePlan(input);
    if (!outcome.ok) throw new Error(outcome.reason);
    const rows = openRows(input);
    expect(verifyScores(outcome.value, { input, rows })).toEqual([]);
    for (const edge of rows.get("ana")?.edges ?? []) edge.forStudent -= 1;
    expect(verifyScores(outcome.value, { input, rows })).toContainEqual({ studentId: "ana", listingId: "clinic" });
    rows.get("ana")?.edges.splice(0);
    expect(verifyScores(outcome.value, { input, rows })).toContainEqual({ studentId: "ana", listingId: "clinic" });
  });
});
