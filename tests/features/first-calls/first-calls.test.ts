import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { logFirstCall, type NotedCall } from "~/features/first-calls/log-first-call.server";
import { openCallCoach } from "~/features/first-calls/open-call-coach.server";
import { settleCalling } from "~/features/first-calls/settle-calling.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaApproved, anaContacted, staff, student } from "../../support/pursuit-way";
import { countRows, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const open = (pursuitId: string, who: Actor = student("ana")) => openCallCoach(stage.wiring, who, { pursuitId });
const log = (pursuitId: string, call: Partial<NotedCall> = {}, who: Actor = student("ana")) =>
  logFirstCall(stage.wiring, who, {
    ...{ pursuitId, callId: randomUUID(), outcome: "reached", callBackOn: null, note: "" },
    ...call,
  });

test("the coach knows whom to ask for once the host was told, and shows no number but the school's", async () => {
  const early = valueIn(await open(await anaApproved(stage)));
  expect(early).toMatchObject({ standing: "practice", mentorName: null });
  await stage.clear();
  const coach = valueIn(await open(await anaContacted(stage)));
  expect(coach).toMatchObject({ standing: "may_call", mentorName: "Maya", firstName: "Ana", calls: [] });
  const [numbers] = await stage.rows<{ all: string[] }>(
    "select array_agg(value) as all from mentor_contact_points where kind <> 'post'",
  );
  for (const number of numbers?.all ?? []) expect(JSON.stringify(coach)).not.toContain(number);
});

test("what came of a call stands on the page of the pursuit for coordinators and the advisor, once however often it is sent", async () => {
  const pursuitId = await anaContacted(stage);
  const mails = await countRows(stage, "mails");
  const call = {
    callId: randomUUID(),
    outcome: "call_back",
    callBackOn: "2026-10-20",
    note: " Ask for Maya ",
  } as const;
  await Promise.all([1, 2, 3].map(() => log(pursuitId, call)));
  valueIn(await log(pursuitId, call));
  for (const who of [staff("ines"), staff("tom")])
    expect(valueIn(await openPursuit(stage.wiring, who, { pursuitId }))).toMatchObject({
      calling: "may_call",
      calls: [{ outcome: "call_back", call_back_on: "2026-10-20", note: "Ask for Maya" }],
    });
  const log1 = await stage.rows("select reason, evidence from audit_log where noun_id = $1 and transition = 'call'", [
    pursuitId,
  ]);
  expect(log1).toEqual([{ reason: "", evidence: "" }]);
  expect(valueIn(await open(pursuitId)).pursuit.state).toBe("contacted");
  expect(await countRows(stage, "mails")).toBe(mails);
});

test("a guardian who may see records reads how it went, without the student's words", async () => {
  const pursuitId = await anaContacted(stage);
  valueIn(await log(pursuitId, { outcome: "said_no", note: "They were busy" }));
  const home = await openGuardianHome(stage.wiring, castActor(cast.rosa));
  const ana = home.children.find(({ id }) => id === cast.ana.personId);
  expect(ana?.pursuits).toMatchObject([{ lastCall: { outcome: "said_no" } }]);
  expect(JSON.stringify(home)).not.toContain("They were busy");
});

test("nothing is noted where nobody may call: before the host is told, after the end, under 13, or once the school said no", async () => {
  const early = await anaApproved(stage);
  expect(reasonIn(await log(early))).toBe("not_open");
  await stage.clear();
  const pursuitId = await anaContacted(stage);
  const [ana] = await stage.rows<{ born_on: string }>("select born_on::text from people where id = $1", [
    cast.ana.personId,
  ]);
  await stage.rows("update people set born_on = '2014-01-01' where id = $1", [cast.ana.personId]);
  expect(reasonIn(await log(pursuitId))).toBe("not_open");
  await stage.rows("update people set born_on = $2 where id = $1", [cast.ana.personId, ana?.born_on]);
  valueIn(await settleCalling(stage.wiring, staff("ines"), { calling: "off" }));
  expect(reasonIn(await log(pursuitId))).toBe("not_open");
  expect(valueIn(await open(pursuitId)).standing).toBe("closed");
  for (const _twice of [1, 2]) valueIn(await settleCalling(stage.wiring, staff("ines"), { calling: "on" }));
  const acts = await stage.rows<{ transition: string }>(
    "select transition from audit_log where transition like '%first_calls' order by at, id",
  );
  expect(acts.map(({ transition }) => transition)).toEqual(["stop_first_calls", "allow_first_calls"]);
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(reasonIn(await log(pursuitId))).toBe("not_open");
  expect(await countRows(stage, "first_calls")).toBe(0);
});

test("a call that is to be made again needs a day that comes, and nobody calls one place for ever", async () => {
  const pursuitId = await anaContacted(stage);
  expect(reasonIn(await log(pursuitId, { outcome: "call_back" }))).toBe("day_missing");
  expect(reasonIn(await log(pursuitId, { outcome: "call_back", callBackOn: "2026-01-01" }))).toBe("day_past");
  for (let call = 0; call < 30; call += 1) valueIn(await log(pursuitId));
  expect(reasonIn(await log(pursuitId))).toBe("too_many");
});

test.each<[string, () => Actor, string]>([
  ["another student", () => student("jada"), "not_found"],
  ["a student of another school", () => student("mateo"), "not_found"],
  ["the mother", () => castActor(cast.rosa), "not_permitted"],
  ["the host", () => castActor(cast.maya), "not_permitted"],
  ["a coordinator", () => staff("ines"), "not_permitted"],
])("%s finds no coach and notes no call", async (_, who, reason) => {
  const pursuitId = await anaContacted(stage);
  expect(reasonIn(await open(pursuitId, who()))).toBe(reason);
  expect(reasonIn(await log(pursuitId, {}, who()))).toBe(reason);
  expect(await countRows(stage, "first_calls")).toBe(0);
});

test.each<[string, () => Actor]>([
  ["an advisor", () => staff("tom")],
  ["a student", () => student("ana")],
  ["a guardian", () => castActor(cast.rosa)],
])("%s does not say whether students call", async (_, who) => {
  expect(reasonIn(await settleCalling(stage.wiring, who(), { calling: "off" }))).toBe("not_permitted");
});
