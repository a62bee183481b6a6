import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openEquity } from "~/features/matching/open-equity.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { sampleSchools } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
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

test("a coordinator reads how the plan on the board treats groups, in numbers that name nobody", async () => {
  await makePlan();
  const byArea = valueIn(await openEquity(stage.wiring, staff("ines"), { by: "area" }));
  const [count] = await stage.rows<{ n: number }>(
    "select count(*)::int n from students st join people pe on pe.id = st.id where st.school_id = $1 and st.seeking and pe.left_on is null",
    [sampleSchools.lakeview.schoolId],
  );
  expect(byArea.all?.students).toBe(count?.n);
  const told = JSON.stringify(byArea);
  const people = await stage.rows<{ id: string; full_name: string }>("select id, full_name from people");
  for (const { id, full_name: name } of people) {
    expect(told).not.toContain(id);
    expect(told).not.toContain(name);
  }
});

test("without a plan there is nothing to look back at", async () => {
  expect(reasonIn(await openEquity(stage.wiring, staff("ines"), { by: "grade" }))).toBe("no_plan");
});

test("nobody but coordinators and admins reads it, and another school's plan is not theirs", async () => {
  await makePlan();
  for (const actor of [student("ana"), staff("tom")])
    expect(reasonIn(await openEquity(stage.wiring, actor, { by: "grade" }))).toBe("not_permitted");
  expect(reasonIn(await openEquity(stage.wiring, staff("malik"), { by: "grade" }))).toBe("no_plan");
  expect(await openEquity(stage.wiring, staff("priya"), { by: "grade" })).toMatchObject({ ok: true });
});
