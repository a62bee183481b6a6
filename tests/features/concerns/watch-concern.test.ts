import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { handConcernBack } from "~/features/concerns/hand-concern-back.server";
import { listConcerns } from "~/features/concerns/list-concerns.server";
import { openConcern } from "~/features/concerns/open-concern.server";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { takeConcernOn } from "~/features/concerns/take-concern-on.server";
import { unsealConcern } from "~/features/concerns/unseal-concern.server";
import { handlers } from "~/jobs/handlers";
import { cast, castActor } from "~db/cast";
import { call, raise } from "../../support/concerns";
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
  await stage.rows("update contact_points set undeliverable_at = null");
});
afterAll(() => stage.close());

type Key = "ines" | "priya" | "tom" | "june";
const { schoolId } = cast.ana;
const watch = (concernId: string, turn: number) => call(stage, { schoolId, concernId, turn });
const told = async () => (await listMails(stage, "concern-waits")).map(({ to }) => to);
const nameToo = (...keys: Key[]) =>
  stage.rows(
    "insert into safeguarding_leads (school_id, person_id, from_on) select $1, unnest($2::uuid[]), '2026-10-01'",
    [schoolId, keys.map((key) => cast[key].personId)],
  );
const unlead = (key: "ines" | "priya") =>
  stage.rows("update safeguarding_leads set to_on = '2026-10-14' where person_id = $1", [cast[key].personId]);
const silence = (key: Key) =>
  stage.rows("update contact_points set undeliverable_at = now() where person_id = $1", [cast[key].personId]);
const sees = async (key: Key, concernId: string) => (await openConcern(stage.wiring, staff(key), { concernId })).ok;
const takeOn = async (key: Key, concernId: string) => {
  valueIn(await unsealConcern(stage.wiring, staff(key), { concernId }));
  valueIn(await takeConcernOn(stage.wiring, staff(key), { concernId }));
};
const jobs = () =>
  stage.rows<{ turn: string; minutes: number }>(
    `select payload ->> 'turn' as turn, extract(epoch from j.run_at - $1::timestamptz)::int / 60 as minutes
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'watch-concern' and payload ->> 'turn' <> '0' order by j.id`,
    [stage.wiring.clock.now()],
  );

test("when nobody takes a report on, all leads are told after the school's time, then the admins, then everybody again", async () => {
  await nameToo("tom", "june");
  await unlead("priya");
  await setLakeview(stage, { concernMinutes: 15 });
  const concernId = await raise(stage, castActor(cast.rosa));
  const first = await told();
  expect(first).toHaveLength(2);
  expect(first).toContain(cast.ines.mail);
  expect(await jobs()).toEqual([{ turn: "1", minutes: 15 }]);
  stage.wiring.clock.pass(15);
  await watch(concernId, 1);
  expect((await told()).toSorted()).toEqual([cast.ines.mail, cast.june.mail, cast.tom.mail].toSorted());
  stage.wiring.clock.pass(15);
  expect(await sees("priya", concernId)).toBe(false);
  await watch(concernId, 2);
  expect((await told()).at(-1)).toBe(cast.priya.mail);
  expect(await sees("priya", concernId)).toBe(true);
  const all = await told();
  for (const again of [0, 1, 2, 2]) await watch(concernId, again);
  expect(await told()).toEqual(all);
  stage.wiring.clock.pass(15);
  await watch(concernId, 3);
  expect(await told()).toHaveLength(2 * all.length);
  expect((await jobs()).at(-1)?.turn).toBe("4");
});

test("an admin who was told reads a report only until somebody else looks after it, and all of it who took it on", async () => {
  await unlead("priya");
  const concernId = await raise(stage, castActor(cast.rosa));
  await watch(concernId, 1);
  expect(await sees("priya", concernId)).toBe(true);
  expect(await sees("ines", concernId)).toBe(true);
  await takeOn("ines", concernId);
  expect(await sees("priya", concernId)).toBe(false);
  expect(valueIn(await listConcerns(stage.wiring, staff("priya"))).concerns).toEqual([]);
  const other = await raise(stage, castActor(cast.rosa));
  await watch(other, 1);
  await takeOn("priya", other);
  expect(await sees("priya", other)).toBe(true);
  expect(await sees("ines", other)).toBe(true);
});

test("a lead whom no mail reaches keeps nobody waiting: the next are told at once", async () => {
  await unlead("priya");
  await silence("ines");
  await raise(stage, castActor(cast.rosa));
  expect(await told()).toEqual([cast.priya.mail]);
  expect((await ownConcernTasks(stage.wiring, staff("ines"))).waiting).toBe(1);
});

test("a lead who is named after the first call is told of what waits, and reads it until somebody else looks after it", async () => {
  for (const key of ["ines", "priya"] as const) await unlead(key);
  const concernId = await raise(stage, castActor(cast.rosa));
  expect(await told()).toEqual([cast.priya.mail]);
  await stage.rows("insert into safeguarding_leads (school_id, person_id, from_on) values ($1, $2, '2026-10-16')", [
    ...[schoolId, cast.tom.personId],
  ]);
  stage.wiring.clock.pass(24 * 60);
  expect(await sees("tom", concernId)).toBe(false);
  await watch(concernId, 1);
  expect((await told()).at(-1)).toBe(cast.tom.mail);
  expect(await sees("tom", concernId)).toBe(true);
  await takeOn("priya", concernId);
  expect(await sees("tom", concernId)).toBe(false);
});

test("a report that somebody looks after calls nobody else, and leaves the homes of all leads", async () => {
  await nameToo("tom");
  const concernId = await raise(stage, castActor(cast.rosa));
  await takeOn("ines", concernId);
  stage.wiring.clock.pass(5);
  await takeOn("priya", concernId);
  expect(valueIn(await openConcern(stage.wiring, staff("priya"), { concernId })).takenBy).toBe("Ines Carvalho");
  for (const key of ["ines", "priya", "tom"] as const)
    expect((await ownConcernTasks(stage.wiring, staff(key))).waiting).toBe(0);
  const before = await told();
  await watch(concernId, 1);
  expect(await told()).toEqual(before);
});

test("nobody takes on what they have not opened, and only who looks after a report hands it back: then it waits and is told anew", async () => {
  const concernId = await raise(stage, castActor(cast.rosa));
  expect(reasonIn(await takeConcernOn(stage.wiring, staff("ines"), { concernId }))).toBe("not_opened");
  expect((await ownConcernTasks(stage.wiring, staff("ines"))).waiting).toBe(1);
  expect(reasonIn(await handConcernBack(stage.wiring, staff("ines"), { concernId }))).toBe("not_yours");
  await takeOn("ines", concernId);
  expect(reasonIn(await handConcernBack(stage.wiring, staff("priya"), { concernId }))).toBe("not_yours");
  expect(reasonIn(await handConcernBack(stage.wiring, staff("tom"), { concernId }))).toBe("not_found");
  expect(reasonIn(await handConcernBack(stage.wiring, castActor(cast.ana), { concernId }))).toBe("not_permitted");
  stage.wiring.clock.pass(60);
  valueIn(await handConcernBack(stage.wiring, staff("ines"), { concernId }));
  expect((await ownConcernTasks(stage.wiring, staff("priya"))).waiting).toBe(1);
  await watch(concernId, 1);
  expect(await told()).toHaveLength(4);
});

test("when whoever looks after a report leaves, or is no lead any more, it waits again and is told anew", async () => {
  await nameToo("tom");
  const concernId = await raise(stage, castActor(cast.rosa));
  await takeOn("ines", concernId);
  await handlers.sweep(stage.wiring, {});
  expect((await ownConcernTasks(stage.wiring, staff("priya"))).waiting).toBe(0);
  await unlead("ines");
  stage.wiring.clock.pass(60);
  await handlers.sweep(stage.wiring, {});
  expect((await ownConcernTasks(stage.wiring, staff("priya"))).waiting).toBe(1);
  await watch(concernId, 1);
  expect((await told()).slice(2).toSorted()).toEqual([cast.priya.mail, cast.tom.mail].toSorted());
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
  await watch(concernId, 1);
  expect(new Set(await told())).toEqual(new Set([cast.ines.mail]));
  expect(await sees("priya", concernId)).toBe(false);
});
