import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { listConcerns } from "~/features/concerns/list-concerns.server";
import { openConcern } from "~/features/concerns/open-concern.server";
import { openExpiredReport } from "~/features/concerns/open-expired-report.server";
import { openReport } from "~/features/concerns/open-report.server";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { unsealConcern } from "~/features/concerns/unseal-concern.server";
import { cast, castActor } from "~db/cast";
import { raise, SEALED } from "../../support/concerns";
import { anaContacted, staff } from "../../support/pursuit-way";
import { listMails, NOBODY, openStage, reasonIn, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const idsSeenBy = async (actor: Actor) => valueIn(await listConcerns(stage.wiring, actor)).concerns.map(({ id }) => id);
const receiptsOf = async (actor: Actor) => valueIn(await openReport(stage.wiring, actor)).receipts;

test("a family or a student ticks one of those who would read: that person reads nothing of it and is not told", async () => {
  for (const key of ["rosa", "ana"] as const) {
    await stage.clear();
    const reporter = castActor(cast[key]);
    const shown = valueIn(await openReport(stage.wiring, reporter)).schools.flatMap(({ readers }) => readers);
    expect(shown.map(({ name }) => name)).toEqual(["Ines Carvalho", "Priya Nair"]);
    const ticked = shown.filter(({ name }) => name === "Ines Carvalho").map(({ value }) => value);
    const concernId = await raise(stage, reporter, { aboutReaders: [...ticked, `person:${NOBODY}`] });
    expect(await idsSeenBy(staff("ines"))).toEqual([]);
    expect(await idsSeenBy(staff("priya"))).toEqual([concernId]);
    expect((await listMails(stage)).map(({ to }) => to)).toEqual([cast.priya.mail]);
    valueIn(await unsealConcern(stage.wiring, staff("priya"), { concernId }));
    expect(valueIn(await openConcern(stage.wiring, staff("priya"), { concernId })).said?.about).toBe("Ines Carvalho");
  }
});

test("a mentor ticks readers of a school that told them of a student, and of no other school", async () => {
  const readersOf = async (key: "maya" | "carlos") =>
    valueIn(await openReport(stage.wiring, castActor(cast[key]))).schools.flatMap(({ readers }) => readers);
  await anaContacted(stage);
  expect((await readersOf("maya")).map(({ name }) => name)).toEqual(["Ines Carvalho", "Priya Nair"]);
  expect(await readersOf("carlos")).toEqual([]);
});

test("a report that writes a student's whole name is kept from the student's guardians too", async () => {
  const concernId = await raise(stage, staff("tom"), { body: `${SEALED} Ana Reyes said that it hurts at home.` });
  const [watch] = await stage.rows<{ not_for: string[] }>("select not_for from concern_watch where concern_id = $1", [
    concernId,
  ]);
  expect(watch?.not_for).toContain(cast.rosa.personId);
});

test("whoever has the name that a report tells of does not read it, also when they took that name after it was sent", async () => {
  const rename = (name: string) =>
    stage.rows("update people set full_name = $2 where id = $1", [cast.ines.personId, name]);
  const concernId = await raise(stage, castActor(cast.rosa), { body: `${SEALED} Mr. Zimmerly did it.` });
  expect(await idsSeenBy(staff("ines"))).toEqual([concernId]);
  await rename("Ines Zimmerly");
  expect(await idsSeenBy(staff("ines"))).toEqual([]);
  expect((await ownConcernTasks(stage.wiring, staff("ines"))).waiting).toBe(0);
  expect(reasonIn(await unsealConcern(stage.wiring, staff("ines"), { concernId }))).toBe("not_found");
  expect(await idsSeenBy(staff("priya"))).toEqual([concernId]);
  await rename("Ines Carvalho");
});

test("a report keeps the names as they were when it was sent", async () => {
  const rename = (name: string) =>
    stage.rows("update people set full_name = $2 where id = $1", [cast.rosa.personId, name]);
  const concernId = await raise(stage, castActor(cast.rosa), { about: `student:${cast.ana.personId}` });
  await rename("Forgotten");
  valueIn(await unsealConcern(stage.wiring, staff("ines"), { concernId }));
  const { said } = valueIn(await openConcern(stage.wiring, staff("ines"), { concernId }));
  await rename("Rosa Reyes");
  expect(said).toMatchObject({ reporter: "Rosa Reyes", about: "Ana Reyes" });
});

test("a mailed question to a guardian lets its bearer choose the child it is about, and no other child and no mentor", async () => {
  await anaContacted(stage);
  const [consent] = await stage.rows<{ id: string }>("select id from consents where student_id = $1 limit 1", [
    cast.ana.personId,
  ]);
  const { schoolId, districtId, personId } = cast.rosa;
  const link: Actor = {
    ...{ kind: "link", linkKind: "consent", linkId: NOBODY, subjectId: consent?.id ?? "", language: "en" },
    ...{ schoolId, districtId, personId, organisationId: null },
  };
  const chosen = async (actor: Actor) =>
    valueIn(await openReport(stage.wiring, actor)).schools.flatMap(({ people }) => people.map(({ name }) => name));
  expect(await chosen(link)).toEqual(["Ana"]);
  expect(await chosen({ ...link, subjectId: NOBODY })).toEqual([]);
  expect(await receiptsOf(link)).toEqual([]);
});

test("a school with many students shows a coordinator no list of them", async () => {
  const chosen = async () =>
    valueIn(await openReport(stage.wiring, staff("ines"))).schools.flatMap(({ people }) =>
      people.filter(({ value }) => value.startsWith("student:")),
    );
  const [{ count } = { count: 0 }] = await stage.rows<{ count: number }>(
    "select count(*)::int as count from students where school_id = $1",
    [cast.ana.schoolId],
  );
  expect(await chosen()).toHaveLength(count > 100 ? 0 : count);
});

test("a link that has run out says the school's own numbers", async () => {
  await setLakeview(stage, { emergencyNumbers: "Child help line: 800-422-4453" });
  expect(await openExpiredReport(stage.wiring, cast.rosa)).toMatchObject({
    numbers: [{ label: "Child help line", phone: "800-422-4453" }],
  });
});
