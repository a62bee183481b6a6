import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recordClearance } from "~/features/clearances/record-clearance.server";
import { remindChecks } from "~/features/clearances/remind-checks.server";
import { cast } from "~db/cast";
import { staff } from "../../support/pursuit-way";
import { listMails, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from staff_tasks");
  await stage.rows("delete from clearances");
});
afterAll(() => stage.close());

const maya = cast.maya.personId;
const { schoolId } = cast.ines;
const record = (given: object) =>
  recordClearance(stage.wiring, staff("ines"), {
    ...{ mentorId: maya, type: "background_check", result: "clear", checkedOn: "2026-10-01", endsOn: null },
    ...{ reference: "SP-2026-0417", replaces: null, shown: "2028-10-01", ...given },
  });
/** A check that counts until a day; the school's day is 15 October 2026. */
const until = (endsOn: string, by: { mentorId?: string; type?: string; school?: string } = {}) =>
  stage.rows(
    `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on, expires_on, evidence_reference, recorded_by)
      select s.id, s.district_id, $2, $3, 'clear', '2025-01-01', $4, 'R-1', (select id from people where school_id = s.id limit 1)
      from schools s where s.id = $1`,
    [by.school ?? schoolId, by.mentorId ?? maya, by.type ?? "background_check", endsOn],
  );
const tasks = () =>
  stage.rows<{ state: string; ends: string }>(
    "select state, props->>'endsOn' as ends from staff_tasks where kind = 'check_ending' order by opened_at, id",
  );
const passDays = (days: number) => stage.wiring.clock.pass(days * 24 * 60);

test("sixty, thirty and seven days before its end a check is asked for again, once each, of the staff and of the mentor", async () => {
  await until("2026-12-15");
  expect(await remindChecks(stage.wiring)).toBe(0);
  passDays(1);
  expect((await Promise.all([remindChecks(stage.wiring), remindChecks(stage.wiring)])).toSorted()).toEqual([0, 1]);
  expect(await tasks()).toEqual([{ state: "open", ends: "2026-12-15" }]);
  const [mail] = await listMails(stage, "check-ending");
  expect(mail).toMatchObject({ to: cast.maya.mail, props: { mentorCheckEndsOn: "2026-12-15", mentorCheck: null } });
  // Who closes the task is left alone until the next reminder.
  await stage.rows("update staff_tasks set state = 'done', done_at = now() where kind = 'check_ending'");
  passDays(29);
  expect(await remindChecks(stage.wiring)).toBe(0);
  passDays(1);
  expect(await remindChecks(stage.wiring)).toBe(1);
  passDays(23);
  expect(await remindChecks(stage.wiring)).toBe(1);
  expect((await tasks()).map(({ state }) => state)).toEqual(["done", "done", "open"]);
  expect(await listMails(stage, "check-ending")).toHaveLength(3);
  passDays(8);
  expect(await remindChecks(stage.wiring)).toBe(0);
});

test("the newer check ends the task, and a renewal that is under way spares the mentor the mail", async () => {
  await until("2026-11-10");
  valueIn(await record({ result: "pending", reference: "", shown: null }));
  expect(await remindChecks(stage.wiring)).toBe(1);
  expect(await tasks()).toMatchObject([{ state: "open" }]);
  expect(await listMails(stage, "check-ending")).toEqual([]);
  valueIn(await record({}));
  expect(await tasks()).toMatchObject([{ state: "done" }]);
  expect(await remindChecks(stage.wiring)).toBe(0);
});

test("nothing is said of a kind that the school does not ask for, of a mentor without students there, or to another school", async () => {
  await until("2026-11-10", { type: "fingerprints" });
  await until("2026-11-10", { school: cast.malik.schoolId });
  await stage.rows("update listings set state = 'archived' where school_id = $1", [cast.malik.schoolId]);
  expect(await remindChecks(stage.wiring)).toBe(0);
  expect(await tasks()).toEqual([]);
  expect(await listMails(stage, "check-ending")).toEqual([]);
});
