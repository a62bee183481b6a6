import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPair } from "~/domain/matching/pair";
import { rankPlacementsFor, rankStudentsFor } from "~/domain/matching/rank";
import { topMatches } from "~/domain/matching/top-matches";
import { instantMs } from "~/domain/time";
import { matchContext } from "../support/match-context";
import {
  ana,
  anyContext,
  anyPlacement,
  anyPlacements,
  anyPlanInput,
  anyStudent,
  anyStudents,
  clinic,
  shuffled,
} from "./matching-cases";

const RUNS = { numRuns: 2000 };
const context = matchContext({ placements: [clinic()] });

describe("ranking", () => {
  it("S7: the best k placements are those of brute force, and begin the best k+1 (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacements, anyContext, fc.nat(6), (student, placements, within, limit) => {
        const all = placements
          .map((placement) => matchPair(student, placement, within))
          .filter((match) => match.eligible);
        const { ranked, eligibleCount } = rankPlacementsFor({ student, placements, context: within, limit });
        expect(eligibleCount).toBe(all.length);
        expect(ranked).toHaveLength(Math.min(limit, all.length));
        const worst = ranked.at(-1)?.score.score ?? 0;
        const left = all.filter((match) => !ranked.some(({ listingId }) => listingId === match.listingId));
        if (ranked.length > 0) for (const match of left) expect(match.score.score).toBeLessThanOrEqual(worst);
        const more = rankPlacementsFor({ student, placements, context: within, limit: limit + 1 }).ranked;
        expect(more.slice(0, limit)).toEqual(ranked);
      }),
      RUNS,
    );
  });

  it("S1 and F5: what a run keeps of each student sums exactly, and leaves out what staff ruled out (property)", () => {
    fc.assert(
      fc.property(anyPlanInput, (input) => {
        const tops = topMatches(input, 2);
        const ruledOut = new Set((input.forbids ?? []).map(({ studentId, listingId }) => `${studentId} ${listingId}`));
        const sum = (parts: readonly { points: number }[]) => parts.reduce((total, { points }) => total + points, 0);
        for (const { studentId, top } of tops) {
          expect(top.length).toBeLessThanOrEqual(2);
          for (const { listingId, forStudent, forPlacement, parts } of top) {
            expect([sum(parts.student), sum(parts.placement)]).toEqual([forStudent, forPlacement]);
            expect(ruledOut.has(`${studentId} ${listingId}`)).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it("S7: the best k students are those of brute force, ties by waiting time, then id (property)", () => {
    fc.assert(
      fc.property(anyPlacement, anyStudents, anyContext, fc.nat(8), (placement, students, within, limit) => {
        const since = (id: string) => instantMs(students.find((student) => student.id === id)?.waitingSince ?? "");
        const all = students.map((student) => matchPair(student, placement, within)).filter((match) => match.eligible);
        const isBefore = (a: (typeof all)[number], b: (typeof all)[number]) =>
          a.score.score !== b.score.score
            ? a.score.score > b.score.score
            : since(a.studentId) !== since(b.studentId)
              ? since(a.studentId) < since(b.studentId)
              : a.studentId < b.studentId;
        const placeOf = (match: (typeof all)[number]) =>
          all.filter((other) => other !== match && isBefore(other, match)).length;
        const expected = [...all].sort((a, b) => placeOf(a) - placeOf(b)).slice(0, limit);
        expect(rankStudentsFor({ placement, students, context: within, limit }).ranked).toEqual(expected);
      }),
      RUNS,
    );
  });

  it("S6: a stranger more moves nobody else, while the idf snapshot is the same (property)", () => {
    fc.assert(
      fc.property(anyPlacement, anyStudents, anyStudent, anyContext, (placement, students, other, within) => {
        const stranger = { ...other, id: "zz-stranger" };
        const before = rankStudentsFor({ placement, students, context: within });
        const after = rankStudentsFor({ placement, students: [stranger, ...students], context: within });
        const others = <Row extends { studentId: string }>(rows: Row[]) =>
          rows.filter(({ studentId }) => studentId !== stranger.id);
        expect(others(after.ranked)).toEqual(before.ranked);
        expect(others(after.blocked)).toEqual(before.blocked);
      }),
      RUNS,
    );
  });

  it("S4: the order of rows does not matter (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacements, anyContext, fc.nat(), (student, placements, within, turn) => {
        const one = rankPlacementsFor({ student, placements, context: within });
        expect(rankPlacementsFor({ student, placements: shuffled(placements, turn), context: within })).toEqual(one);
      }),
      RUNS,
    );
  });

  it("hides nothing: every placement is ranked or blocked with a reason (property)", () => {
    fc.assert(
      fc.property(anyStudent, anyPlacements, anyContext, (student, placements, within) => {
        const { ranked, blocked } = rankPlacementsFor({ student, placements, context: within });
        expect(ranked.length + blocked.length).toBe(placements.length);
        for (const { eligibility } of blocked) expect(eligibility.blockers.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it("lets whoever waits longer go first among equals, across time zones", () => {
    const students = [
      ana({ id: "a", waitingSince: "2026-09-01T10:00:00Z" }),
      ana({ id: "b", waitingSince: "2026-09-01T11:30:00+02:00" }),
      ana({ id: "c", waitingSince: "2026-09-01 09:45:00+00" }),
    ];
    const { ranked } = rankStudentsFor({ placement: clinic(), students, context });
    expect(ranked.map(({ studentId }) => studentId)).toEqual(["b", "c", "a"]);
  });
});
