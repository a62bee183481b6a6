import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { confirmGate } from "~/features/pursuits/confirm-gate.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { listOwnPursuits } from "~/features/pursuits/list-own-pursuits.server";
import { listSchoolPursuits } from "~/features/pursuits/list-school-pursuits.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { toAdvisorView } from "~/routes/advisor.pursuits.$pursuitId/view.server";
import { cast, castActor } from "~db/cast";
import { anaApproved, anaAsks, anaContacted, inesSuggests, staff, student } from "../../support/pursuit-way";
import { NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const open = (pursuitId: string, by: Parameters<typeof openPursuit>[1]) => openPursuit(stage.wiring, by, { pursuitId });

test("a student reads their own pursuits only, what moves first and what has ended last", async () => {
  const declined = await anaAsks(stage, "bakery-morning");
  const texts = { textForStudent: "Full.", textForStaff: "Ask again in spring." };
  valueIn(await declinePursuit(stage.wiring, staff("ines"), { pursuitId: declined, ...texts }));
  const asked = await anaAsks(stage);
  const suggested = await inesSuggests(stage, "ana", "clinic-desk");
  await inesSuggests(stage, "jada", "salmon-count");
  const own = await listOwnPursuits(stage.wiring, student("ana"));
  expect(own.map((pursuit) => pursuit.pursuit_id)).toEqual([suggested, asked, declined]);
  expect(JSON.stringify(own)).not.toContain(texts.textForStaff);
  expect(own.map((pursuit) => pursuit.match_score)).toEqual([null, null, null]);
  expect(await listOwnPursuits(stage.wiring, student("keisha"))).toEqual([]);
});

test("the student reads no score, no act, no name of a guardian and no letter code", async () => {
  const suggested = await inesSuggests(stage);
  await anaApproved(stage, "clinic-desk");
  const page = valueIn(await open(suggested, student("ana")));
  expect(page.pursuit.match_score).toBeNull();
  expect(page.acts).toEqual([]);
  expect(page.consents).toMatchObject([{ purpose: "looking", state: "requested", guardian_id: "", letter_code: "" }]);
  expect(JSON.stringify(page)).not.toContain("Rosa");
});

test("a coordinator reads score, acts and whom the school asked; so does the advisor, own and covering, and nobody else on staff", async () => {
  const pursuitId = await anaContacted(stage);
  for (const by of [staff("ines"), staff("priya"), staff("tom"), staff("samir")]) {
    const page = valueIn(await open(pursuitId, by));
    expect(page.acts.map((act) => act.transition)).toContain("approve");
    expect(page.consents).toMatchObject([{ guardian_full_name: "Rosa Reyes" }]);
  }
  expect(reasonIn(await open(pursuitId, staff("june")))).toBe("not_found");
});

test("the cover of an advisory ends with its last day", async () => {
  const pursuitId = await anaContacted(stage);
  stage.wiring.clock.pass(30 * 24 * 60);
  expect(reasonIn(await open(pursuitId, staff("samir")))).toBe("not_found");
  expect(await open(pursuitId, staff("tom"))).toMatchObject({ ok: true });
});

test("another student, and staff of another school, find no such pursuit", async () => {
  const pursuitId = await anaContacted(stage);
  for (const by of [
    student("jada"),
    student("keisha"),
    student("finn"),
    staff("malik"),
    staff("walter"),
    staff("greta"),
  ])
    expect(reasonIn(await open(pursuitId, by))).toBe("not_found");
  expect(reasonIn(await open(NOBODY, staff("ines")))).toBe("not_found");
});

test("the coordinator's queue holds the school's pursuits in the states asked for, the longest waiting first", async () => {
  const first = await anaAsks(stage);
  stage.wiring.clock.pass(60);
  const second = await anaAsks(stage, "clinic-desk");
  await inesSuggests(stage, "jada", "salmon-count");
  const queue = valueIn(await listSchoolPursuits(stage.wiring, staff("ines"), { states: ["requested"], page: 1 }));
  expect(queue.pursuits.map((pursuit) => pursuit.pursuit_id)).toEqual([first, second]);
  expect(queue.timeZone).toBe("America/Los_Angeles");
});

test("another school's queue holds none of them, and only coordinators and admins have one", async () => {
  await anaAsks(stage);
  for (const by of [staff("malik"), staff("greta")])
    expect(valueIn(await listSchoolPursuits(stage.wiring, by, { states: ["requested"], page: 1 })).pursuits).toEqual(
      [],
    );
  for (const by of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await listSchoolPursuits(stage.wiring, by, { states: ["requested"], page: 1 }))).toBe(
      "not_permitted",
    );
});

test("an advisor reads what is still needed and who is asked for what, and neither notes of coordinators nor which adult said what", async () => {
  const pursuitId = await anaContacted(stage);
  const gate = { pursuitId, kind: "travel_plan", on: "2026-10-14", note: "Bus 44, said the grandmother." };
  valueIn(await confirmGate(stage.wiring, staff("ines"), gate));
  const page = valueIn(await open(pursuitId, staff("tom")));
  expect(JSON.stringify(page)).toContain("grandmother");
  const view = toAdvisorView(page);
  expect(view).toMatchObject({ student: cast.ana.name, state: "contacted", hasConversation: true });
  expect(view.gates).toContainEqual({ kind: "travel_plan", before: "start", state: "met" });
  for (const word of ["grandmother", cast.rosa.name, "signed_name"]) expect(JSON.stringify(view)).not.toContain(word);
  expect(reasonIn(await open(pursuitId, staff("june")))).toBe("not_found");
});
