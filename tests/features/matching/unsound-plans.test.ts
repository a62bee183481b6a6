import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { canonicalInput } from "~/domain/matching/input-hash";
import type { Mode } from "~/domain/matching/mode";
import type { matchPair } from "~/domain/matching/pair";
import { proposePlan } from "~/domain/matching/plan";
import type { Plan, PlanInput } from "~/domain/matching/plan-types";
import type { PairScore } from "~/domain/matching/score";
import { keepPlan } from "~/features/matching/keep-plan.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { textDigest } from "~/features/matching/text-digest";
import { sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { staff } from "../../support/pursuit-way";
import { countRows, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import { type Bent, FORGED, type Made } from "./forged-plans";

/**
 * While it is set, one part of a score is a point too large, in pairs that a plan proposes or in those that are kept for each
 * student, or the score of a pair that is judged alone is: what only a fault of the engine could do.
 */
const crooked = vi.hoisted(() => ({ in: null as Bent | null }));
vi.mock("~/domain/matching/pair", async (original) => {
  const real = await original<typeof import("~/domain/matching/pair")>();
  const bent = <Judged extends { score: PairScore | null }>(judged: Judged): Judged => {
    if (!judged.score) return judged;
    const [first, ...others] = judged.score.parts.student;
    const student = first ? [{ ...first, points: first.points + 1 }, ...others] : [];
    return { ...judged, score: { ...judged.score, parts: { ...judged.score.parts, student } } };
  };
  return {
    ...real,
    matchPair: (...given: Parameters<typeof matchPair>) => {
      const match = real.matchPair(...given);
      return crooked.in === "proposed" ? bent(match) : match;
    },
    judgePair: (...given: Parameters<typeof real.judgePair>) => {
      const judged = real.judgePair(...given);
      if (crooked.in === "alone" && judged.score)
        return { ...judged, score: { ...judged.score, forStudent: judged.score.forStudent + 1 } };
      return crooked.in === "kept" ? bent(judged) : judged;
    },
  };
});

/** While it is set, the engine finds itself wrong in the middle of a plan. */
const broken = vi.hoisted(() => ({ is: false }));
vi.mock("~/domain/matching/plan", async (original) => {
  const real = await original<typeof import("~/domain/matching/plan")>();
  return {
    ...real,
    proposePlan: (...given: Parameters<typeof real.proposePlan>) => {
      if (broken.is) throw new Error("a price of the plan is not a number");
      return real.proposePlan(...given);
    },
  };
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => {
  crooked.in = null;
  broken.is = false;
  return stage.clear();
});
afterAll(() => stage.close());

const ines = staff("ines");
const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
const board = async () => valueIn(await openBoard(stage.wiring, ines));

async function ask(mode: Mode): Promise<string> {
  stage.wiring.clock.pass(1);
  return valueIn(await startMatchRun(stage.wiring, ines, { mode })).runId;
}

/** A good plan of the kind, on the board. */
async function makePlan(mode: Mode): Promise<Made> {
  const runId = await ask(mode);
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  const [row] = await stage.rows<{ input: string; plan: string }>(
    "select input, plan from match_snapshots where run_id = $1",
    [runId],
  );
  return { input: JSON.parse(row?.input ?? "") as PlanInput, plan: JSON.parse(row?.plan ?? "") as Plan };
}

const forgeries = Object.entries(FORGED).flatMap(([id, forged]) => forged.map((forgery) => ({ id, ...forgery })));

test.each(forgeries)(
  "$id is asserted on each run: where $fault the plan is not used, the one before stays, the coordinator is told, the log has the input's hash",
  async ({ id, mode, forge, bends }) => {
    const made = await makePlan(mode ?? "balanced");
    const before = await board();
    const runId = await ask(mode ?? "balanced");
    const { plan, input } = forge?.(made) ?? made;
    crooked.in = bends ?? null;
    const kept = await withScope(stage.wiring, worker, (tx) =>
      keepPlan(tx, stage.wiring, worker, { runId, input, plan, settled: [], resting: [] }),
    );
    expect(reasonIn(kept)).toBe("plan_not_sound");
    const { matches, finishedAt, running } = await board();
    expect({ matches, finishedAt }).toEqual({ matches: before.matches, finishedAt: before.finishedAt });
    expect(running).toMatchObject({ state: "failed", failure: "plan_not_sound" });
    expect(await countRows(stage, `matches where run_id = '${runId}'`)).toBe(0);
    const line = stage.wiring.lines.findLast(({ level }) => level === "error");
    expect(line?.message).toBe("a plan broke its own rules");
    const inputHash = textDigest(canonicalInput(input));
    expect(line?.fields).toMatchObject({ runId, inputHash, properties: expect.arrayContaining([id]) });
  },
);

test("what the engine saw when it threw is kept, and makes a plan once the engine is mended", async () => {
  await makePlan("balanced");
  const before = await board();
  const runId = await ask("balanced");
  broken.is = true;
  expect(reasonIn(await proposeMatches(stage.wiring, worker, { runId }))).toBe("plan_not_sound");
  const { matches, running } = await board();
  expect(matches).toEqual(before.matches);
  expect(running).toMatchObject({ state: "failed", failure: "plan_not_sound" });
  const [kept] = await stage.rows<{ input: string; plan: string; input_hash: string }>(
    "select s.input, s.plan, r.input_hash from match_snapshots s join match_runs r on r.id = s.run_id where r.id = $1",
    [runId],
  );
  expect(kept?.plan).toBe("null");
  expect(textDigest(kept?.input ?? "")).toBe(kept?.input_hash);
  broken.is = false;
  expect(proposePlan(JSON.parse(kept?.input ?? "") as PlanInput)).toMatchObject({ ok: true });
});
