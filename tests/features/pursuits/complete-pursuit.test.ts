import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaAsks, anaContacted, anaOffered, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const complete = (pursuitId: string, by = staff("ines")) => completePursuit(stage.wiring, by, { pursuitId });
const closeGates = () => stage.rows("update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open'");

test("an interview or shadow day that took place is done: student and family are told, place and seat are free", async () => {
  for (const [reach, placement] of [
    [anaContacted, "clinic-interview"],
    [anaOffered, "clinic-shadow"],
  ] as const) {
    await stage.clear();
    const pursuitId = await reach(stage, placement);
    await closeGates();
    expect(valueIn(await complete(pursuitId))).toMatchObject({ to: "completed" });
    expect(await readPursuit(stage, pursuitId)).toMatchObject({ ended_at: "2026-10-15T17:00:00.000Z" });
    expect((await listMails(stage, "student-status")).map(({ props }) => props.status)).toContain("completed");
    expect((await listMails(stage, "family-news")).map(({ to, props }) => [to, props.event])).toContainEqual([
      cast.rosa.mail,
      "completed",
    ]);
    for (const table of ["pursuit_places", "seat_holds"]) expect(await countRows(stage, table)).toBe(0);
  }
});

test("while a gate before the visit is open nothing is completed, because the day should not have happened", async () => {
  const pursuitId = await anaOffered(stage, "clinic-shadow");
  expect(await complete(pursuitId)).toEqual({
    ok: false,
    reason: "still_needed",
    detail: { missing: "gates_before_visit" },
  });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "offered" });
});

test("an internship is not one visit", async () => {
  const pursuitId = await anaOffered(stage);
  await closeGates();
  expect(reasonIn(await complete(pursuitId))).toBe("not_a_visit");
});

test("what no host has heard of, and what is completed already, is not completed", async () => {
  const asked = await anaAsks(stage, "hospital-interview");
  expect(reasonIn(await complete(asked))).toBe("wrong_state");
  const contacted = await anaContacted(stage, "clinic-interview");
  await closeGates();
  valueIn(await complete(contacted));
  expect(reasonIn(await complete(contacted))).toBe("wrong_state");
});

test("only coordinators and admins of the school complete", async () => {
  const pursuitId = await anaContacted(stage, "clinic-interview");
  await closeGates();
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await completePursuit(stage.wiring, actor, { pursuitId }))).toBe("not_permitted");
  for (const by of [staff("malik"), staff("greta")]) expect(reasonIn(await complete(pursuitId, by))).toBe("not_found");
  expect(reasonIn(await complete(NOBODY))).toBe("not_found");
  expect(await complete(pursuitId, staff("priya"))).toMatchObject({ ok: true });
});
