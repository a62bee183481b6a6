import { afterAll, beforeAll, expect, test } from "vitest";
import { gatherPlan } from "~/features/matching/plan-input.server";
import { cast, sampleSchools } from "~db/cast";
import { withScope } from "~db/scope.server";
import { anaAsks, inesSuggests, staff } from "../../support/pursuit-way";
import { openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What settles the ties of everybody, as a plan is given it. */
async function sinceWhen(): Promise<Map<string, string>> {
  const asked = { ...sampleSchools.lakeview, now: stage.wiring.clock.now() };
  const { input } = await withScope(stage.wiring, staff("ines"), (tx) => gatherPlan(tx, asked));
  return new Map(input.students.map(({ id, waitingSince }) => [id, waitingSince]));
}

test("who asks for a place, or is suggested one, loses no tie by it to anybody", async () => {
  await stage.clear();
  const before = await sinceWhen();
  expect(before.get(cast.ana.personId)).toBeDefined();
  stage.wiring.clock.pass(60);
  await anaAsks(stage);
  await inesSuggests(stage, "jada");
  expect(await sinceWhen()).toEqual(before);
});
