import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { confirmGate } from "~/features/pursuits/confirm-gate.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaApproved, anaAsks, inesSuggests, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  giveLooking,
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

const confirm = (
  pursuitId: string,
  { kind = "host_answers", on = "2026-10-14", note = "Called Maya; the rooms are safe.", by = staff("ines") } = {},
) => confirmGate(stage.wiring, by, { pursuitId, kind, on, note });
const gateOf = async (pursuitId: string, kind: string) =>
  (
    await stage.rows(
      "select state, confirmed_by, confirmed_on::text, note from gates where pursuit_id = $1 and kind = $2",
      [pursuitId, kind],
    )
  )[0];

test("a gate is confirmed with date, note and who, and the audit log says so", async () => {
  const pursuitId = await anaApproved(stage);
  expect(valueIn(await confirm(pursuitId))).toEqual({ contacted: false });
  expect(await gateOf(pursuitId, "host_answers")).toEqual({
    state: "met",
    confirmed_by: cast.ines.personId,
    confirmed_on: "2026-10-14",
    note: "Called Maya; the rooms are safe.",
  });
  expect(
    await stage.rows(
      "select actor_id, from_state, to_state, reason from audit_log where transition = 'gate:host_answers'",
    ),
  ).toEqual([
    { actor_id: cast.ines.personId, from_state: "open", to_state: "met", reason: "Called Maya; the rooms are safe." },
  ]);
});

test("a consent gate is never confirmed by hand, whether it is open or not there", async () => {
  const pursuitId = await anaApproved(stage);
  for (const kind of ["looking_consent", "participate_consent"])
    expect(reasonIn(await confirm(pursuitId, { kind }))).toBe("only_by_consent");
  expect(await gateOf(pursuitId, "looking_consent")).toMatchObject({ state: "open" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "approved" });
  expect(await countRows(stage, "disclosures")).toBe(0);
});

test("a gate is confirmed once, and one that the kind of placement does not have is not there", async () => {
  const pursuitId = await anaApproved(stage);
  valueIn(await confirm(pursuitId));
  expect(reasonIn(await confirm(pursuitId, { note: "again" }))).toBe("not_open");
  expect(reasonIn(await confirm(pursuitId, { kind: "staff_visit" }))).toBe("not_open");
  expect(reasonIn(await confirm(pursuitId, { kind: "'; drop table gates --" }))).toBe("not_open");
  expect(await gateOf(pursuitId, "host_answers")).toMatchObject({ note: "Called Maya; the rooms are safe." });
});

test("the date is the school's: today is the latest, tomorrow is not there yet", async () => {
  const pursuitId = await anaApproved(stage);
  // Past midnight in UTC, still the evening of the 15th in Seattle.
  stage.wiring.clock.set(new Date("2026-10-16T03:00:00Z"));
  expect(reasonIn(await confirm(pursuitId, { on: "2026-10-16" }))).toBe("date_in_future");
  expect(await confirm(pursuitId, { on: "2026-10-15" })).toMatchObject({ ok: true });
});

test("before the approval there are no gates to confirm, and after the end none is confirmed any more", async () => {
  const asked = await anaAsks(stage, "clinic-desk");
  expect(reasonIn(await confirm(asked))).toBe("not_open");
  expect(reasonIn(await confirm(await inesSuggests(stage, "jada")))).toBe("not_open");
  const declined = await anaApproved(stage, "bakery-morning");
  const texts = { textForStudent: "No.", textForStaff: "" };
  valueIn(await declinePursuit(stage.wiring, staff("ines"), { pursuitId: declined, ...texts }));
  expect(reasonIn(await confirm(declined))).toBe("not_open");
  expect(await gateOf(declined, "host_answers")).toMatchObject({ state: "open" });
});

test("the first contact waits for a gate that is open before it, and leaves when staff confirm it", async () => {
  const pursuitId = await anaApproved(stage);
  await stage.rows("update gates set before = 'contact' where kind = 'host_answers'");
  await giveLooking(stage, "ana", "rosa");
  expect(valueIn(await confirm(pursuitId, { kind: "orientation" }))).toEqual({ contacted: false });
  expect(await countRows(stage, "disclosures")).toBe(0);
  expect(valueIn(await confirm(pursuitId))).toEqual({ contacted: true });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "contacted" });
});

test("a clearance gate closes by itself where every mentor of the placement is cleared to its end, and stays open where not", async () => {
  const cleared = await anaApproved(stage);
  expect(await gateOf(cleared, "clearance")).toMatchObject({ state: "met", confirmed_by: null });
  const expired = await anaApproved(stage, "bike-repair");
  expect(await gateOf(expired, "clearance")).toMatchObject({ state: "open" });
});

test("what staff wrote at a gate, and who confirmed it, is not in what the student is given", async () => {
  const pursuitId = await anaApproved(stage);
  valueIn(await confirm(pursuitId));
  const page = JSON.stringify(valueIn(await openPursuit(stage.wiring, student("ana"), { pursuitId })));
  expect(page).not.toContain("Called Maya");
  expect(page).not.toContain(cast.ines.personId);
});

test("only coordinators and admins of the school confirm gates", async () => {
  const pursuitId = await anaApproved(stage);
  const input = { pursuitId, kind: "host_answers", on: "2026-10-14", note: "seen" };
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await confirmGate(stage.wiring, actor, input))).toBe("not_permitted");
  for (const by of [staff("malik"), staff("greta")])
    expect(reasonIn(await confirm(pursuitId, { by }))).toBe("not_found");
  expect(reasonIn(await confirm(NOBODY))).toBe("not_found");
  expect(await gateOf(pursuitId, "host_answers")).toMatchObject({ state: "open" });
});
