import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listConcerns } from "~/features/concerns/list-concerns.server";
import { nameLead, unnameLead } from "~/features/concerns/name-lead.server";
import { openReport } from "~/features/concerns/open-report.server";
import { openSafeguarding } from "~/features/concerns/open-safeguarding.server";
import { saveSafeguarding } from "~/features/concerns/save-safeguarding.server";
import { cast, castActor } from "~db/cast";
import { raise } from "../../support/concerns";
import { staff } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const leads = async () =>
  valueIn(await openSafeguarding(stage.wiring, staff("priya")))
    .staff.filter(({ isLead }) => isLead)
    .map(({ fullName }) => fullName);
const countSeen = async (key: "tom") => valueIn(await listConcerns(stage.wiring, staff(key))).concerns.length;

test("an admin names a lead and takes it back the same day and again; reports follow at once, and the log says who did it", async () => {
  await raise(stage, castActor(cast.ana));
  const tom = { personId: cast.tom.personId };
  expect(await leads()).toEqual(["Ines Carvalho", "Priya Nair"]);
  for (const _ of ["first", "again"]) {
    valueIn(await nameLead(stage.wiring, staff("priya"), tom));
    valueIn(await nameLead(stage.wiring, staff("priya"), tom));
    expect(await leads()).toEqual(["Ines Carvalho", "Priya Nair", "Tom Okafor"]);
    expect(await countSeen("tom")).toBe(1);
    valueIn(await unnameLead(stage.wiring, staff("priya"), tom));
    expect(await countSeen("tom")).toBe(0);
  }
  const acts = await stage.rows("select actor_id, noun, noun_id, transition from audit_log order by at, id");
  const act = { actor_id: cast.priya.personId, noun: "safeguarding_lead", noun_id: cast.tom.personId };
  expect(acts).toHaveLength(4);
  expect(acts).toEqual(expect.arrayContaining([expect.objectContaining({ ...act, transition: "name" })]));
});

test("nobody but an admin of the school names leads, and only of its own staff", async () => {
  const tom = { personId: cast.tom.personId };
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
