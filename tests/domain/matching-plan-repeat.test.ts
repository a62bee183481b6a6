import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { canonicalInput, inputHash } from "~/domain/matching/input-hash";
import { proposePlan } from "~/domain/matching/plan";
import type { PlanInput } from "~/domain/matching/plan-types";
import { matchContext } from "../support/match-context";
import { anyModeInput, clinic, shuffled } from "./matching-cases";
import { onEveryPlan, planOf, two } from "./matching-every-plan";

const RUNS = { numRuns: 2000 };
vi.setConfig({ testTimeout: 120_000 });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("a plan made again", () => {
  it("D1: is the same to the byte for the same input and seed, also from a stored snapshot (property)", () => {
    onEveryPlan(RUNS, (plan, input) => {
      expect(JSON.stringify(planOf(input))).toBe(JSON.stringify(plan));
      expect(JSON.stringify(planOf(JSON.parse(canonicalInput(input))))).toBe(JSON.stringify(plan));
    });
  });

  it("D2: does not depend on the order of rows, nor does the hash of its input (property)", () => {
    fc.assert(
      fc.property(anyModeInput, fc.nat(), (input, turn) => {
        const outcome = proposePlan(input);
        fc.pre(outcome.ok);
        const other: PlanInput = {
          ...input,
          students: shuffled(input.students, turn),
          placements: shuffled(input.placements, turn),
          locks: shuffled(input.locks ?? [], turn),
          forbids: shuffled(input.forbids ?? [], turn),
          previous: shuffled(input.previous ?? [], turn),
        };
        expect(JSON.stringify(proposePlan(other))).toBe(JSON.stringify(outcome));
        expect(inputHash(other, sha256)).toBe(inputHash(input, sha256));
      }),
      RUNS,
    );
  });

  it("changes its input's hash with the seed, a weight and a seat", () => {
    const input = two();
    const hashes = [
      input,
      { ...input, seed: 2 },
      { ...input, context: matchContext({ placements: input.placements, travelLimitMinutes: 30 }) },
      { ...input, placements: [clinic({ openSeats: 1 })] },
    ].map((one) => inputHash(one, sha256));
    expect(new Set(hashes).size).toBe(4);
  });
});
