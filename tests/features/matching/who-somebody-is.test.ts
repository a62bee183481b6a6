import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "../../support/stage";
import { wholePlan } from "../../support/whole-plan";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test("S5: nothing of who somebody is reaches the engine: with other names, pronouns, families and homes the plan is the same", async () => {
  await stage.rows("update students set seeking = true");
  // The first plan is one that the others keep to.
  await wholePlan(stage);
  const before = await wholePlan(stage);
  expect(before.pairs.length).toBeGreaterThan(5);
  await stage.rows(
    `update people set full_name = 'Zora ' || left(id::text, 4), name_used = 'Zora', name_used_for = 'staff',
      pronouns = 'they', pronunciation = 'ZOH-ra', language = 'so'`,
  );
  await stage.rows("update students set directory_opt_out = not directory_opt_out");
  await stage.rows("update guardian_links set relationship = 'aunt', may_know_whereabouts = false");
  expect(await wholePlan(stage)).toEqual(before);
});
