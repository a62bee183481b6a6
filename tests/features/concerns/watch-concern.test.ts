import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openConcern } from "~/features/concerns/open-concern.server";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { takeConcernOn } from "~/features/concerns/take-concern-on.server";
import { handlers } from "~/jobs/handlers";
import { cast, castActor } from "~db/cast";
import { raise } from "../../support/concerns";
import { staff } from "../../support/pursuit-way";
import { listMails, openStage, reasonIn, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from safeguarding_leads where person_id <> all ($1)", [
    [cast.ines.personId, cast.priya.personId],
  ]);
  await stage.rows("update safeguarding_leads set to_on = null");
});
afterAll(() => stage.close());

const { schoolId } = cast.ana;
const watch = (concernId: string, stageTold: number) =>
  handlers["watch-concern"](stage.wiring, { schoolId, concernId, stage: stageTold });
const told = async () => (await listMails(stage, "concern-waits")).map(({ to }) => to);
const nameToo = (...keys: ("tom" | "june")[]) =>
  stage.rows(
    "insert into safeguarding_leads (school_id, person_id, from_on) select $1, unnest($2::uuid[]), '2026-10-01'",
    [schoolId, keys.map((key) => cast[key].personId)],
  );
const unlead = (key: "ines" | "priya") =>
  stage.rows("update safeguarding_leads set to_on = '2026-10-14' where person_id = $1", [cast[key].personId]);
const jobs = () =>
  stage.rows<{ stage: string; minutes: number }>(
    `select payload ->> 'stage' as stage, extract(epoch from j.run_at - $1::timestamptz)::int / 60 as minutes
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'watch-concern' order by 1`,
    [stage.wiring.clock.now()],
  );

test("when nobody takes a report on, all leads are told after the school's time, then the admins, each once", async () => {
  await nameToo("tom", "june");
  await unlead("priya");
  await setLakeview(stage, { concernMinutes: 15 });
  const concernId = await raise(stage, castActor(cast.rosa));
  const first = await told();
  expect(first).toHaveLength(2);
  expect(first).toContain(cast.ines.mail);
  expect(await jobs()).toEqual([{ stage: "0", minutes: 15 }]);
  stage.wiring.clock.pass(15);
  await watch(concernId, 0);
  expect((await told()).toSorted()).toEqual([cast.ines.mail, cast.june.mail, cast.tom.mail].toSorted());
  stage.wiring.clock.pass(15);
  expect(reasonIn(await openConcern(stage.wiring, staff("priya"), { concernId }))).toBe("not_found");
  await watch(concernId, 1);
  expect((await told()).at(-1)).toBe(cast.priya.mail);
  expect(valueIn(await openConcern(stage.wiring, staff("priya"), { concernId })).id).toBe(concernId);
  const all = await told();
  for (const again of [0, 1, 1]) await watch(concernId, again);
  expect(await told()).toEqual(all);
});

test("a report that somebody looks after calls nobody else, and leaves the homes of all leads", async () => {
  await nameToo("tom");
  const concernId = await raise(stage, castActor(cast.rosa));
  valueIn(await takeConcernOn(stage.wiring, staff("ines"), { concernId }));
  stage.wiring.clock.pass(5);
  valueIn(await takeConcernOn(stage.wiring, staff("priya"), { concernId }));
  expect(valueIn(await openConcern(stage.wiring, staff("priya"), { concernId })).takenBy).toBe("Ines Carvalho");
  for (const key of ["ines", "priya", "tom"] as const)
    expect((await ownConcernTasks(stage.wiring, staff(key))).waiting).toBe(0);
  const before = await told();
  await watch(concernId, 0);
  expect(await told()).toEqual(before);
});

test("whoever is no lead, is of another school, or is named cannot take a report on", async () => {
  const concernId = await raise(stage, staff("tom"), { about: `person:${cast.ines.personId}` });
  for (const key of ["ines", "tom", "june", "malik", "greta"] as const)
    expect(reasonIn(await takeConcernOn(stage.wiring, staff(key), { concernId }))).toBe("not_found");
  for (const key of ["ana", "maya"] as const)
    expect(reasonIn(await takeConcernOn(stage.wiring, castActor(cast[key]), { concernId }))).toBe("not_permitted");
});

test("an admin whom the report names is not told at the end either", async () => {
  await unlead("priya");
  const concernId = await raise(stage, staff("tom"), { about: `person:${cast.priya.personId}` });
  await watch(concernId, 0);
  expect(await told()).toEqual([cast.ines.mail]);
  expect(reasonIn(await openConcern(stage.wiring, staff("priya"), { concernId }))).toBe("not_found");
});
