import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askWhatIf } from "~/features/matching/ask-what-if.server";
import { comparePlans } from "~/features/matching/compare-plans.server";
import { listLockPrices } from "~/features/matching/list-lock-prices.server";
import { listUnmatched } from "~/features/matching/list-unmatched.server";
import { openSeats } from "~/features/matching/open-seats.server";
import { planOnBoard } from "~/features/matching/plan-on-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { staff } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

async function makePlan(): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}
const whatIf = (change: Parameters<typeof askWhatIf>[2]["change"], by = staff("ines")) =>
  askWhatIf(stage.wiring, by, { change });
/** Every question about the plan on the board. */
const asks = () =>
  Promise.all([
    whatIf(null),
    openSeats(stage.wiring, staff("ines"), { by: "interest", rows: 60 }),
    comparePlans(stage.wiring, staff("ines"), { mode: "stable" }),
    listUnmatched(stage.wiring, staff("ines")),
    listLockPrices(stage.wiring, staff("ines")),
  ]);

test("a page about the plan says that there is none, also when its snapshot went with an erased student", async () => {
  for (const outcome of await asks()) expect(reasonIn<string>(outcome)).toBe("no_plan");
  await makePlan();
  for (const outcome of await asks()) expect(outcome.ok).toBe(true);
  await stage.rows("delete from match_snapshots");
  for (const outcome of await asks()) expect(reasonIn<string>(outcome)).toBe("no_plan");
});

test("a plan is opened once for all who ask at the same moment, and stays open", async () => {
  await makePlan();
  const ask = () =>
    withScope(stage.wiring, staff("ines"), (tx) => planOnBoard(tx, stage.wiring, { schoolId: worker.schoolId }));
  const opened = (await Promise.all([ask(), ask(), ask()])).map((outcome) => valueIn(outcome).open);
  expect(new Set([...opened, valueIn(await ask()).open]).size).toBe(1);
});

test.each([
  ["the plan is torn off", "update match_snapshots set plan = left(plan, 200)", "SyntaxError"],
  ["the plan is something else", "update match_snapshots set plan = '{}'", "TypeError"],
  [
    "a pair of the plan is gone",
    `update match_snapshots set plan = jsonb_set(plan::jsonb, '{assignments}', (plan::jsonb -> 'assignments') - 0)::text`,
    "unsound f8",
  ],
  [
    "the input is another one",
    "update match_snapshots set input = replace(input, '\"seed\":1', '\"seed\":2')",
    "another_input",
  ],
])(
  "nothing is answered from a stored plan when %s: the log says which input, and a new plan mends it",
  async (_, damage, reason) => {
    await makePlan();
    await stage.rows(damage);
    stage.wiring.lines.length = 0;
    const outcomes = await asks();
    for (const outcome of outcomes) expect(reasonIn<string>(outcome)).toBe("plan_does_not_open");
    const [run] = await stage.rows<{ id: string; input_hash: string }>("select id, input_hash from match_runs");
    const line = { level: "error", message: "a plan does not open" };
    const fields = { schoolId: worker.schoolId, runId: run?.id, inputHash: run?.input_hash, reason };
    expect(stage.wiring.lines).toEqual(outcomes.map(() => ({ ...line, fields })));
    await makePlan();
    for (const outcome of await asks()) expect(outcome.ok).toBe(true);
  },
);
