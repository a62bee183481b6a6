import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMentorChecks } from "~/features/clearances/open-mentor-checks.server";
import { type RecordedClearance, recordClearance } from "~/features/clearances/record-clearance.server";
import { withdrawClearance } from "~/features/clearances/withdraw-clearance.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { cast, castActor } from "~db/cast";
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
import { inesPlans, listVisitRows, PLACE, THURSDAY } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from clearances where mentor_id = any($1)", [[maya, carlos]]);
});
afterAll(() => stage.close());

const maya = cast.maya.personId;
const carlos = cast.carlos.personId;

/** A check of Maya as Ines writes it down; answers the entry. */
async function recorded(given: Partial<RecordedClearance> = {}): Promise<string> {
  const typed = {
    ...{ mentorId: maya, type: "background_check", result: "clear" as const, checkedOn: "2026-10-01", endsOn: null },
    ...{ reference: "SP-2026-0417", replaces: null, shown: "2028-10-01" },
    ...given,
  };
  valueIn(await recordClearance(stage.wiring, staff("ines"), typed));
  const [entry] = await stage.rows<{ id: string }>(
    "select id from clearances where mentor_id = $1 order by created_at desc, id desc limit 1",
    [typed.mentorId],
  );
  return entry?.id ?? "";
}
const failed = { result: "not_clear" as const, shown: null, checkedOn: "2026-10-02" };
const withdraw = (clearanceId: string, { by = staff("ines"), mentorId = maya } = {}) =>
  withdrawClearance(stage.wiring, by, { mentorId, clearanceId });
const gateOf = async (pursuitId: string) =>
  (
    await stage.rows<{ state: string }>("select state from gates where pursuit_id = $1 and kind = 'clearance'", [
      pursuitId,
    ])
  )[0]?.state;

test("a withdrawn entry stays to be read with who took it back, counts no more, and leaves a trace", async () => {
  const entry = await recorded();
  valueIn(await withdraw(entry, { by: staff("priya") }));
  const { checks, standings } = valueIn(await openMentorChecks(stage.wiring, staff("ines"), { mentorId: maya }));
  expect(standings).toEqual([{ type: "background_check", state: "missing", endsOn: null }]);
  expect(checks).toMatchObject([
    { id: entry, result: "clear", isReplaced: true, withdrawn: { by: cast.priya.name, at: expect.anything() } },
  ]);
  expect(
    await stage.rows(
      "select noun_id, actor_id, transition, from_state, to_state, reason, evidence from audit_log where noun = 'clearance' and transition = 'withdraw'",
    ),
  ).toEqual([
    {
      ...{ noun_id: entry, actor_id: cast.priya.personId, transition: "withdraw" },
      ...{ from_state: "clear", to_state: "withdrawn", reason: "wrong_mentor", evidence: `mentor ${maya}` },
    },
  ]);
});

test("the gate that rested on it opens at once, its dated visit is off, and staff get one task", async () => {
  const entry = await recorded();
  const pursuitId = await anaContacted(stage);
  expect(await gateOf(pursuitId)).toBe("met");
  const { visitId } = valueIn(await inesPlans(stage, pursuitId, { kind: "shadow_day" }));
  await stage.rows(
    "update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open' and kind <> 'clearance'",
  );
  valueIn(await dateVisit(stage.wiring, staff("ines"), { visitId, place: PLACE, ...THURSDAY }));
  valueIn(await withdraw(entry));
  expect(await gateOf(pursuitId)).toBe("open");
  expect((await listVisitRows(stage)).map(({ state }) => state)).toEqual(["cancelled"]);
  expect(await listTaskKinds(stage)).toEqual(["check_not_clear"]);
  const told = (await listMails(stage, "visit-news")).filter(({ props }) => props.event === "cancelled");
  expect(told.length).toBeGreaterThan(0);
  expect(JSON.stringify(told)).not.toMatch(/clear|check|withdr/i);
});

test("a failure that was of somebody else speaks against the mentor no more: the host hears, the task ends", async () => {
  const entry = await recorded(failed);
  const pursuitId = await anaContacted(stage);
  const state = async () => (await stage.rows("select state from pursuits where id = $1", [pursuitId]))[0]?.state;
  expect(await state()).toBe("approved");
  const ofBefore = await recorded();
  expect(ofBefore).not.toBe(entry);
  expect(await listTaskKinds(stage)).toEqual(["check_not_clear"]);
  valueIn(await withdraw(entry));
  expect(await state()).toBe("contacted");
  expect(await gateOf(pursuitId)).toBe("met");
  expect(await listTaskKinds(stage)).toEqual([]);
});

test("without any other check the task ends where no gate is open, and stays where one waits", async () => {
  valueIn(await withdraw(await recorded(failed)));
  expect(await listTaskKinds(stage)).toEqual([]);
  const pursuitId = await anaApproved(stage);
  valueIn(await withdraw(await recorded(failed)));
  expect(await gateOf(pursuitId)).toBe("open");
  expect(await listTaskKinds(stage)).toEqual(["check_not_clear"]);
});

test("the same check is written down again afterwards, for whom it is and also for the same mentor", async () => {
  valueIn(await withdraw(await recorded()));
  await recorded({ mentorId: carlos });
  await recorded();
  for (const mentorId of [maya, carlos]) {
    const { standings } = valueIn(await openMentorChecks(stage.wiring, staff("ines"), { mentorId }));
    expect(standings).toMatchObject([{ state: "valid" }]);
  }
});

test("a second click, also at the same moment, writes nothing", async () => {
  const entry = await recorded();
  const both = await Promise.all([withdraw(entry), withdraw(entry)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  valueIn(await withdraw(entry));
  expect(await countRows(stage, `clearances where mentor_id = '${maya}'`)).toBe(2);
  expect(await countRows(stage, "audit_log where noun = 'clearance' and transition = 'withdraw'")).toBe(1);
});

test("what was corrected is not withdrawn, and what was withdrawn is not corrected", async () => {
  const first = await recorded();
  const second = await recorded({ replaces: first, reference: "SP-2" });
  expect(reasonIn(await withdraw(first))).toBe("already_replaced");
  valueIn(await withdraw(second));
  const again = {
    ...{ mentorId: maya, type: "background_check", result: "clear" as const, checkedOn: "2026-10-01", endsOn: null },
    ...{ reference: "SP-3", shown: "2028-10-01" },
  };
  const correct = (replaces: string) => recordClearance(stage.wiring, staff("ines"), { ...again, replaces });
  expect(reasonIn(await correct(second))).toBe("already_replaced");
  const [mark] = await stage.rows<{ id: string }>("select id from clearances where result = 'withdrawn'");
  expect(reasonIn(await correct(mark?.id ?? ""))).toBe("not_found");
  expect(reasonIn(await withdraw(mark?.id ?? ""))).toBe("not_found");
});

test("an entry is withdrawn under its own mentor only, and never by the person it is about", async () => {
  const entry = await recorded(failed);
  expect(reasonIn(await withdraw(entry, { mentorId: carlos }))).toBe("not_found");
  expect(reasonIn(await withdraw(NOBODY))).toBe("not_found");
  const [own] = await stage.rows<{ account_id: string }>(
    "select account_id from identity.memberships where person_id = $1",
    [maya],
  );
  await stage.rows(
    `update identity.memberships set account_id = (select account_id from identity.memberships where person_id = $1 limit 1)
      where person_id = $2`,
    [cast.ines.personId, maya],
  );
  expect(reasonIn(await withdraw(entry))).toBe("own_check");
  await stage.rows("update identity.memberships set account_id = $1 where person_id = $2", [own?.account_id, maya]);
});

test("only coordinators and admins of the school that recorded it withdraw an entry", async () => {
  const entry = await recorded();
  for (const by of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await withdrawClearance(stage.wiring, by, { mentorId: maya, clearanceId: entry }))).toBe(
      "not_permitted",
    );
  }
  expect(reasonIn(await withdraw(entry, { by: staff("malik") }))).toBe("not_found");
  expect(reasonIn(await withdraw(entry, { by: staff("greta") }))).toBe("not_found");
  expect(await countRows(stage, "clearances where result = 'withdrawn'")).toBe(0);
});
