import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { suggestSite } from "~/features/search/suggest-site.server";
import { finishTask } from "~/features/tasks/finish-task.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { cast, castActor } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { countRows, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

type By = Parameters<typeof suggestSite>[1];
const suggest = (place: string, by: By = student("ana"), wish = "") => suggestSite(stage.wiring, by, { place, wish });
const suggestedTo = async (by: By) =>
  valueIn(await listTasks(stage.wiring, by, { page: 1 })).tasks.filter(({ kind }) => kind === "site_suggested");

test("what a student suggests is a task of the coordinators, with who, where and what", async () => {
  valueIn(await suggest("  Lake Bike Shop, Main Street ", student("ana"), " Repair bikes. "));
  const [task, ...others] = await suggestedTo(staff("ines"));
  expect(others).toEqual([]);
  expect(task?.facts).toMatchObject({ organisation: "Lake Bike Shop, Main Street", message: "Repair bikes." });
  expect(task?.names.person).toBe(cast.ana.name);
  expect(await stage.rows("select transition, actor_id from audit_log where transition = 'suggest_site'")).toEqual([
    { transition: "suggest_site", actor_id: cast.ana.personId },
  ]);
});

test("families suggest as well, each for themselves", async () => {
  valueIn(await suggest("Lake Bike Shop"));
  valueIn(await suggest("Lake Bike Shop", castActor(cast.rosa)));
  const names = (await suggestedTo(staff("ines"))).map((task) => task.names.person);
  expect(names.sort()).toEqual([cast.ana.name, cast.rosa.name].sort());
});

test("a form sent twice, also at once, is one task", async () => {
  await Promise.all([suggest("Lake Bike Shop"), suggest("lake bike shop "), suggest("Lake Bike Shop")]);
  expect(await suggestedTo(staff("ines"))).toHaveLength(1);
  expect(await stage.rows("select id from audit_log where transition = 'suggest_site'")).toHaveLength(1);
});

test("a place needs a name, and nobody fills the coordinators' list alone", async () => {
  expect(await suggest("   ")).toMatchObject({ ok: false, reason: "place_missing" });
  for (let n = 1; n <= 10; n += 1) valueIn(await suggest(`Shop ${n}`));
  expect(await suggest("Shop 11")).toMatchObject({ ok: false, reason: "too_many_waiting" });
  // What is there already is no news, and what has been looked into makes room.
  valueIn(await suggest("Shop 3"));
  const [first] = await suggestedTo(staff("ines"));
  valueIn(
    await finishTask(stage.wiring, staff("ines"), { taskId: first?.id ?? "", outcome: "done", note: "They said yes." }),
  );
  valueIn(await suggest("Shop 11"));
  expect(await suggestedTo(staff("ines"))).toHaveLength(10);
});

test("staff and mentors do not suggest here", async () => {
  for (const by of [staff("ines"), castActor(cast.maya)])
    expect(await suggest("Lake Bike Shop", by)).toEqual({ ok: false, reason: "not_permitted" });
  expect(await countRows(stage, "staff_tasks where kind = 'site_suggested'")).toBe(0);
});

test("another school hears nothing of it", async () => {
  valueIn(await suggest("Lake Bike Shop"));
  expect(await suggestedTo(castActor(cast.malik))).toEqual([]);
});
