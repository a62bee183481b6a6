import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMentorChecks } from "~/features/clearances/open-mentor-checks.server";
import { planClearance } from "~/features/clearances/plan-clearance.server";
import { type RecordedClearance, recordClearance } from "~/features/clearances/record-clearance.server";
import { confirmGate } from "~/features/pursuits/confirm-gate.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { cast, castActor } from "~db/cast";
import { withScope } from "~db/scope.server";
import { anaApproved, anaContacted, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  listMails,
  listTaskKinds,
  NOBODY,
  openStage,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";
import { closeGates, inesPlans, listVisitRows, PLACE, THURSDAY } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from clearances where mentor_id = $1", [maya]);
});
afterAll(() => stage.close());

const maya = cast.maya.personId;
type Given = Partial<RecordedClearance> & { by?: ReturnType<typeof staff> };
const typed = (given: Partial<RecordedClearance> = {}): RecordedClearance => ({
  ...{ mentorId: maya, type: "background_check", result: "clear", checkedOn: "2026-10-01", endsOn: null },
  ...{ reference: "SP-2026-0417", replaces: null, shown: "2028-10-01" },
  ...given,
});
const record = ({ by = staff("ines"), ...given }: Given = {}) => recordClearance(stage.wiring, by, typed(given));
const notClear = (given: Given = {}) => record({ result: "not_clear", shown: null, checkedOn: "2026-10-02", ...given });
const stored = () =>
  stage.rows<{ id: string; result: string }>(
    "select id, result, checked_on::text, expires_on::text, evidence_reference, recorded_by, replaces from clearances where mentor_id = $1 order by created_at, id",
    [maya],
  );
const gateOf = async (pursuitId: string) =>
  (
    await stage.rows<{ state: string }>("select state from gates where pursuit_id = $1 and kind = 'clearance'", [
      pursuitId,
    ])
  )[0]?.state;

test("a check is kept with its last day, its reference and who wrote it; the audit log names both", async () => {
  valueIn(await record());
  const [row] = await stored();
  expect(row).toMatchObject({
    ...{ result: "clear", checked_on: "2026-10-01", expires_on: "2028-10-01", evidence_reference: "SP-2026-0417" },
    ...{ recorded_by: cast.ines.personId, replaces: null },
  });
  expect(
    await stage.rows(
      "select noun_id, actor_id, transition, to_state, evidence from audit_log where noun = 'clearance'",
    ),
  ).toEqual([
    {
      ...{ noun_id: row?.id, actor_id: cast.ines.personId, transition: "record", to_state: "clear" },
      evidence: `mentor ${maya}`,
    },
  ]);
});

test("the last day is worked out before anything is written, and has to be the one that was shown", async () => {
  expect(valueIn(await planClearance(stage.wiring, staff("ines"), typed()))).toEqual({ expiresOn: "2028-10-01" });
  expect(await stored()).toEqual([]);
  expect(reasonIn(await record({ shown: undefined }))).toBe("end_not_shown");
  expect(reasonIn(await record({ checkedOn: "2026-09-30" }))).toBe("end_not_shown");
  expect(await stored()).toEqual([]);
});

test("a school's own kinds and months count", async () => {
  await stage.rows(
    `update school_settings set overrides = '{"clearanceTypes": "State police: 60"}' where school_id = $1`,
    [cast.ines.schoolId],
  );
  expect(reasonIn(await record())).toBe("unknown_type");
  valueIn(await record({ type: "State police", shown: "2031-10-01" }));
});

test("a mistaken entry of a kind that is asked for no more is corrected in its kind, and stands on the page", async () => {
  valueIn(await notClear());
  const asks = (kinds: string) =>
    stage.rows(`update school_settings set overrides = $2 where school_id = $1`, [
      cast.ines.schoolId,
      JSON.stringify({ clearanceTypes: kinds }),
    ]);
  await asks("State police: 60");
  const [mistaken] = await stored();
  expect(reasonIn(await record())).toBe("unknown_type");
  valueIn(
    await record({ replaces: mistaken?.id ?? "", checkedOn: "2026-10-02", endsOn: "2029-10-02", shown: "2029-10-02" }),
  );
  const { standings } = valueIn(await openMentorChecks(stage.wiring, staff("ines"), { mentorId: maya }));
  expect(standings).toEqual([
    { type: "State police", state: "missing", endsOn: null },
    { type: "background_check", state: "valid", endsOn: "2029-10-02" },
  ]);
});

test("what cannot be is refused with what is wrong", async () => {
  expect(reasonIn(await record({ type: "palm reading" }))).toBe("unknown_type");
  expect(reasonIn(await record({ checkedOn: "2026-10-16" }))).toBe("date_in_future");
  expect(reasonIn(await record({ endsOn: "2026-09-30" }))).toBe("ends_before_check");
  expect(reasonIn(await record({ endsOn: "2029-01-01" }))).toBe("ends_too_late");
  expect(reasonIn(await record({ reference: "  " }))).toBe("reference_missing");
  expect(reasonIn(await record({ reference: "x".repeat(41) }))).toBe("reference_too_long");
  expect(reasonIn(await record({ mentorId: NOBODY }))).toBe("not_found");
  expect(await stored()).toEqual([]);
});

test("a second click, also at the same moment, writes nothing", async () => {
  const both = await Promise.all([record(), record()]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  valueIn(await record());
  expect(await stored()).toHaveLength(1);
  expect(await countRows(stage, "audit_log where noun = 'clearance'")).toBe(1);
});

test("a mistaken entry is replaced by a new one, stays to be read, and counts no more", async () => {
  valueIn(await notClear());
  const [mistaken] = await stored();
  const right = { replaces: mistaken?.id ?? "", checkedOn: "2026-10-01" };
  valueIn(await record(right));
  valueIn(await record(right));
  expect((await stored()).map(({ result }) => result)).toEqual(["not_clear", "clear"]);
  const { checks, standings } = valueIn(await openMentorChecks(stage.wiring, staff("ines"), { mentorId: maya }));
  expect(standings).toEqual([{ type: "background_check", state: "valid", endsOn: "2028-10-01" }]);
  expect(checks.map(({ result, isReplaced }) => ({ result, isReplaced }))).toEqual([
    { result: "not_clear", isReplaced: true },
    { result: "clear", isReplaced: false },
  ]);
});

test("of two coordinators who correct one entry at once, one is told that it was corrected", async () => {
  valueIn(await notClear());
  const [{ id: replaces } = { id: "" }] = await stored();
  const both = await Promise.all([record({ replaces }), record({ replaces, by: staff("priya"), reference: "SP-2" })]);
  expect(both.map((one) => (one.ok ? "done" : one.reason)).sort()).toEqual(["already_replaced", "done"]);
  expect(await stored()).toHaveLength(2);
});

test("a gate that waited for a check closes when the check is there, by the rule", async () => {
  const pursuitId = await anaApproved(stage);
  expect(await gateOf(pursuitId)).toBe("open");
  valueIn(await record({ result: "pending", shown: null, reference: "" }));
  expect(await gateOf(pursuitId)).toBe("open");
  valueIn(await record());
  expect(await gateOf(pursuitId)).toBe("met");
  expect(
    await stage.rows(
      "select actor_note, to_state from audit_log where transition = 'gate:clearance' and noun_id = $1",
      [pursuitId],
    ),
  ).toEqual([{ actor_note: "clearance", to_state: "met" }]);
});

test("where the school asks for several kinds the gate waits for each of them", async () => {
  await stage.rows(
    `update school_settings set overrides = '{"clearanceTypes": "background_check: 24\\nFBI: 24"}' where school_id = $1`,
    [cast.ines.schoolId],
  );
  await stage.rows(
    `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on)
      select distinct school_id, district_id, mentor_id, 'FBI', 'clear', '2026-09-01'::date from clearances where school_id = $1`,
    [cast.ines.schoolId],
  );
  valueIn(await record());
  const pursuitId = await anaApproved(stage);
  expect(await gateOf(pursuitId)).toBe("open");
  valueIn(await record({ type: "FBI" }));
  expect(await gateOf(pursuitId)).toBe("met");
});

test("a check that did not clear opens the gate again, also one that was confirmed by hand, and staff get one task", async () => {
  const pursuitId = await anaApproved(stage);
  const byHand = { pursuitId, kind: "clearance", on: "2026-10-14", note: "Saw the letter." };
  valueIn(await confirmGate(stage.wiring, staff("ines"), byHand));
  valueIn(await notClear());
  expect(await gateOf(pursuitId)).toBe("open");
  valueIn(await notClear({ checkedOn: "2026-10-03" }));
  expect(await listTaskKinds(stage)).toEqual(["check_not_clear"]);
});

test("no dated visit that needs the check takes place once it failed, and nobody outside reads why", async () => {
  const pursuitId = await anaContacted(stage);
  await closeGates(stage);
  valueIn(await inesPlans(stage, pursuitId, { day: "2026-10-29" }));
  const { visitId } = valueIn(await inesPlans(stage, pursuitId, { kind: "shadow_day" }));
  await closeGates(stage);
  valueIn(await dateVisit(stage.wiring, staff("ines"), { visitId, place: PLACE, ...THURSDAY }));
  valueIn(await notClear());
  const states = (await listVisitRows(stage)).map(({ id, state }) => [id === visitId, state]);
  expect(states).toEqual([
    [false, "dated"],
    [true, "cancelled"],
  ]);
  const told = (await listMails(stage, "visit-news")).filter(({ props }) => props.event === "cancelled");
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining([cast.ana.mail, cast.maya.mail, cast.rosa.mail]));
  expect(JSON.stringify(told)).not.toMatch(/clear|check/i);
});

test("the host hears of no student while a check of the lead failed; with a clear one the first contact leaves", async () => {
  valueIn(await notClear());
  await stage.rows("delete from staff_tasks");
  const pursuitId = await anaContacted(stage);
  const state = async () => (await stage.rows("select state from pursuits where id = $1", [pursuitId]))[0]?.state;
  expect(await state()).toBe("approved");
  expect(await listMails(stage, "first-contact")).toEqual([]);
  expect(await listTaskKinds(stage)).toEqual(["check_not_clear"]);
  valueIn(await record({ checkedOn: "2026-10-05", shown: "2028-10-05" }));
  expect(await state()).toBe("contacted");
  expect(await listTaskKinds(stage)).toEqual([]);
});

test("an entry that says nothing new opens no gate: another reference, or a failed check that was known", async () => {
  valueIn(await record());
  const pursuitId = await anaApproved(stage);
  valueIn(await record({ result: "pending", shown: null, checkedOn: "2026-10-10" }));
  const [first] = await stored();
  valueIn(await record({ replaces: first?.id ?? "", reference: "SP-2" }));
  expect(await gateOf(pursuitId)).toBe("met");
  expect(await listTaskKinds(stage)).toEqual([]);
  valueIn(await notClear({ checkedOn: "2026-10-11" }));
  const byHand = { pursuitId, kind: "clearance", on: "2026-10-14", note: "Saw the letter." };
  valueIn(await confirmGate(stage.wiring, staff("ines"), byHand));
  const failed = (await stored()).find(({ result }) => result === "not_clear");
  valueIn(await notClear({ checkedOn: "2026-10-11", replaces: failed?.id ?? "", reference: "SP-3" }));
  valueIn(await notClear({ checkedOn: "2026-09-01" }));
  expect(await gateOf(pursuitId)).toBe("met");
  valueIn(await notClear({ checkedOn: "2026-10-12" }));
  expect(await gateOf(pursuitId)).toBe("open");
});

test("the task ends when a clear check is there", async () => {
  valueIn(await notClear());
  expect(await listTaskKinds(stage)).toEqual(["check_not_clear"]);
  valueIn(await record({ checkedOn: "2026-10-05", shown: "2028-10-05" }));
  expect(await listTaskKinds(stage)).toEqual([]);
});

test("a renewal that is not finished leaves a closed gate alone; a correction opens one that rested on the mistake", async () => {
  valueIn(await record());
  const pursuitId = await anaApproved(stage);
  expect(await gateOf(pursuitId)).toBe("met");
  valueIn(await record({ result: "pending", shown: null, checkedOn: "2026-10-10" }));
  expect(await gateOf(pursuitId)).toBe("met");
  const [first] = await stored();
  valueIn(await record({ replaces: first?.id ?? "", checkedOn: "2024-09-01", shown: "2026-09-01" }));
  expect(await gateOf(pursuitId)).toBe("open");
  expect(await listTaskKinds(stage)).toEqual(["check_not_clear"]);
});

test("the result of a check that was not finished takes its place, also where both are of one day", async () => {
  valueIn(await record({ result: "pending", shown: null, reference: "" }));
  valueIn(await record());
  const [waited, back] = await stored();
  expect(back).toMatchObject({ result: "clear", replaces: waited?.id });
  const { standings } = valueIn(await openMentorChecks(stage.wiring, staff("ines"), { mentorId: maya }));
  expect(standings).toMatchObject([{ state: "valid" }]);
});

test("nobody records a check of themselves", async () => {
  const [own] = await stage.rows<{ account_id: string }>(
    "select account_id from identity.memberships where person_id = $1",
    [maya],
  );
  await stage.rows(
    `update identity.memberships set account_id = (select account_id from identity.memberships where person_id = $1 limit 1)
      where person_id = $2`,
    [cast.ines.personId, maya],
  );
  expect(reasonIn(await record())).toBe("own_check");
  valueIn(await record({ by: staff("priya") }));
  await stage.rows("update identity.memberships set account_id = $1 where person_id = $2", [own?.account_id, maya]);
});

test("only coordinators and admins of the district record and read checks, each school its own", async () => {
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await recordClearance(stage.wiring, actor, typed()))).toBe("not_permitted");
    expect(reasonIn(await planClearance(stage.wiring, actor, typed()))).toBe("not_permitted");
    expect(reasonIn(await openMentorChecks(stage.wiring, actor, { mentorId: maya }))).toBe("not_permitted");
  }
  expect(reasonIn(await record({ by: staff("greta") }))).toBe("not_found");
  valueIn(await record());
  const [{ id: replaces } = { id: "" }] = await stored();
  expect(reasonIn(await record({ by: staff("malik"), replaces }))).toBe("not_found");
  expect(valueIn(await openMentorChecks(stage.wiring, staff("malik"), { mentorId: maya })).checks).toEqual([]);
});

test("an entry cannot be written over or taken away, not even by a statement of the role that serves", async () => {
  valueIn(await record());
  const remove = withScope(stage.wiring, staff("ines"), (tx) =>
    tx.deleteFrom("clearances").where("mentor_id", "=", maya).execute(),
  );
  await expect(remove).rejects.toThrow("permission denied");
  const overwrite = withScope(stage.wiring, staff("ines"), (tx) =>
    tx.updateTable("clearances").set({ result: "not_clear" }).where("mentor_id", "=", maya).execute(),
  );
  await expect(overwrite).rejects.toThrow("permission denied");
});
