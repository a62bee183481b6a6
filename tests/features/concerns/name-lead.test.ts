import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listConcerns } from "~/features/concerns/list-concerns.server";
import { nameLead, unnameLead } from "~/features/concerns/name-lead.server";
import { openConcern } from "~/features/concerns/open-concern.server";
import { openReport } from "~/features/concerns/open-report.server";
import { openSafeguarding } from "~/features/concerns/open-safeguarding.server";
import { saveSafeguarding } from "~/features/concerns/save-safeguarding.server";
import { stopLeadChange } from "~/features/concerns/stop-lead-change.server";
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
  await stage.rows("delete from safeguarding_leads where from_on > '2026-10-01'");
  await stage.rows("update safeguarding_leads set to_on = null");
});
afterAll(() => stage.close());

const leads = async () =>
  valueIn(await openSafeguarding(stage.wiring, staff("priya")))
    .staff.filter(({ isLead }) => isLead)
    .map(({ fullName }) => fullName);
const changes = async (key: "ines" | "priya" = "ines") =>
  valueIn(await listConcerns(stage.wiring, staff(key))).changes.map(({ fullName, change, on, isWaiting }) => [
    ...[fullName, change, on, isWaiting],
  ]);
const mailed = async () =>
  (await listMails(stage, "leads-changed")).map(({ to, props }) => [
    to,
    props.event,
    props.leadName,
    props.leadChangedBy,
    props.leadFrom,
  ]);
const sees = async (key: "tom" | "ines" | "priya", concernId: string) =>
  (await openConcern(stage.wiring, staff(key), { concernId })).ok;
const tom = { personId: cast.tom.personId };
const ines = { personId: cast.ines.personId };
const priya = { personId: cast.priya.personId };
const twoDays = () => stage.wiring.clock.pass(2 * 24 * 60);

test("an admin names a colleague, who reads what is raised from that day on and nothing older that nobody told them of; all leads hear of it", async () => {
  const older = await raise(stage, castActor(cast.ana));
  twoDays();
  expect(valueIn(await nameLead(stage.wiring, staff("priya"), tom))).toEqual({ holds: "now" });
  valueIn(await nameLead(stage.wiring, staff("priya"), tom));
  expect(await leads()).toEqual(["Ines Carvalho", "Priya Nair", "Tom Okafor"]);
  const newer = await raise(stage, castActor(cast.ana));
  expect([await sees("tom", older), await sees("tom", newer)]).toEqual([false, true]);
  const said = ["name", "Tom Okafor", "Priya Nair", "2026-10-17"];
  expect((await mailed()).toSorted()).toEqual(
    [cast.ines.mail, cast.priya.mail, cast.tom.mail].toSorted().map((to) => [to, ...said]),
  );
  expect(await changes()).toEqual([["Tom Okafor", "name", "2026-10-17", false]]);
  expect(await stage.rows("select actor_id, noun_id, transition from audit_log")).toEqual([
    { actor_id: cast.priya.personId, noun_id: cast.tom.personId, transition: "name" },
  ]);
});

test("a lead is taken away in two days, of which all leads hear; until then they read, and a lead stops it", async () => {
  const concernId = await raise(stage, castActor(cast.rosa));
  expect(valueIn(await unnameLead(stage.wiring, staff("priya"), ines))).toEqual({ holds: "later" });
  expect(await changes("priya")).toEqual([["Ines Carvalho", "end", "2026-10-17", true]]);
  expect(await mailed()).toHaveLength(2);
  stage.wiring.clock.pass(24 * 60);
  expect(await leads()).toEqual(["Ines Carvalho", "Priya Nair"]);
  expect(reasonIn(await stopLeadChange(stage.wiring, staff("ines"), ines))).toBe("own_ending");
  expect(reasonIn(await stopLeadChange(stage.wiring, staff("tom"), ines))).toBe("not_permitted");
  expect(reasonIn(await stopLeadChange(stage.wiring, castActor(cast.ana), ines))).toBe("not_permitted");
  expect(reasonIn(await stopLeadChange(stage.wiring, staff("walter"), ines))).toBe("nothing_waits");
  expect(await changes("priya")).toHaveLength(1);
  twoDays();
  expect(await sees("ines", concernId)).toBe(false);
  expect(await leads()).toEqual(["Priya Nair"]);
});

test("an admin who makes themselves a lead waits two days, and the leads who hear of it stop it", async () => {
  await stage.rows("update safeguarding_leads set to_on = '2026-09-01' where person_id = $1", [cast.priya.personId]);
  expect(valueIn(await nameLead(stage.wiring, staff("priya"), priya))).toEqual({ holds: "later" });
  expect(await leads()).toEqual(["Ines Carvalho"]);
  expect((await mailed()).map(([to, event]) => [to, event])).toEqual([
    [cast.ines.mail, "name"],
    [cast.priya.mail, "name"],
  ]);
  valueIn(await stopLeadChange(stage.wiring, staff("ines"), priya));
  expect(await changes()).toEqual([]);
  twoDays();
  expect(await leads()).toEqual(["Ines Carvalho"]);
  valueIn(await nameLead(stage.wiring, staff("priya"), priya));
  twoDays();
  expect(await leads()).toEqual(["Ines Carvalho", "Priya Nair"]);
});

test("where a school has no lead an admin names the first one at once, also themselves", async () => {
  await stage.rows("update safeguarding_leads set to_on = '2026-10-01' where person_id <> $1", [cast.tom.personId]);
  expect(valueIn(await nameLead(stage.wiring, staff("priya"), priya))).toEqual({ holds: "now" });
  expect(await leads()).toEqual(["Priya Nair"]);
});

test("nobody but an admin of the school names leads, and only of its own staff", async () => {
  for (const actor of [staff("ines"), staff("tom"), castActor(cast.ana), castActor(cast.maya)]) {
    expect(reasonIn(await nameLead(stage.wiring, actor, tom))).toBe("not_permitted");
    expect(reasonIn(await unnameLead(stage.wiring, actor, { personId: cast.ines.personId }))).toBe("not_permitted");
    expect(reasonIn(await openSafeguarding(stage.wiring, actor))).toBe("not_permitted");
  }
  for (const personId of [cast.ana.personId, cast.malik.personId])
    expect(reasonIn(await nameLead(stage.wiring, staff("priya"), { personId }))).toBe("not_found");
  expect(reasonIn(await nameLead(stage.wiring, staff("walter"), tom))).toBe("not_found");
  expect(reasonIn(await unnameLead(stage.wiring, staff("walter"), { personId: cast.ines.personId }))).toBe("not_found");
  expect(await leads()).toEqual(["Ines Carvalho", "Priya Nair"]);
});

test("the school's numbers stand on every report form, 911 until it says others; its other settings stay", async () => {
  const shown = async () => valueIn(await openReport(stage.wiring, castActor(cast.rosa))).schools[0]?.numbers;
  expect(await shown()).toEqual([{ label: "", phone: "911" }]);
  await setLakeview(stage, { livePursuitLimit: 4 });
  const said = { emergencyNumbers: "911\nChild help line: 800-422-4453", concernMinutes: 20 };
  for (const key of ["ines", "tom"] as const)
    expect(reasonIn(await saveSafeguarding(stage.wiring, staff(key), said))).toBe("not_permitted");
  for (const emergencyNumbers of ["", "Call the school", "911\nhelp"])
    expect(reasonIn(await saveSafeguarding(stage.wiring, staff("priya"), { ...said, emergencyNumbers }))).toBe(
      "no_numbers",
    );
  valueIn(await saveSafeguarding(stage.wiring, staff("priya"), said));
  expect(await shown()).toEqual([
    { label: "", phone: "911" },
    { label: "Child help line", phone: "800-422-4453" },
  ]);
  expect(await stage.rows("select overrides from school_settings where school_id = $1", [cast.ana.schoolId])).toEqual([
    { overrides: { livePursuitLimit: 4, ...said } },
  ]);
});
