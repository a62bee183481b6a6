import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { cast } from "~db/cast";
import { anaApproved, anaAsks, inesSuggests, staff } from "../../support/pursuit-way";
import {
  countRows,
  giveLooking,
  insertPursuits,
  lakeviewListing,
  listMails,
  listTaskKinds,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  setLakeview,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const approve = (pursuitId: string, by = staff("ines")) => approvePursuit(stage.wiring, by, { pursuitId });

test("an approval takes a place, opens the gates, asks the guardian in her language and tells the student", async () => {
  const pursuitId = await anaAsks(stage);
  expect(valueIn(await approve(pursuitId))).toEqual({ state: "approved", consent: "asked" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({
    state: "approved",
    expires_at: "2026-11-05T17:00:00.000Z",
    contacted_at: null,
  });
  expect(await stage.rows("select place_no, pursuit_id from pursuit_places")).toEqual([
    { place_no: 1, pursuit_id: pursuitId },
  ]);
  expect(await stage.rows("select kind from gates where state = 'open' and before = 'contact'")).toEqual([
    { kind: "looking_consent" },
  ]);
  expect((await listMails(stage)).map(({ kind, to }) => [kind, to]).sort()).toEqual([
    ["consent-request", cast.rosa.mail],
    ["student-status", cast.ana.mail],
  ]);
  expect(await stage.rows("select language from consents")).toEqual([{ language: "es" }]);
  expect(await countRows(stage, "disclosures")).toBe(0);
});

test("with a standing yes the approval is the first contact", async () => {
  await giveLooking(stage, "ana", "rosa");
  const pursuitId = await anaAsks(stage);
  expect(valueIn(await approve(pursuitId))).toEqual({ state: "contacted", consent: "standing" });
  expect(await listMails(stage, "first-contact")).toMatchObject([{ to: cast.maya.mail }]);
  expect(await listMails(stage, "consent-request")).toEqual([]);
});

test("a pursuit is approved once", async () => {
  const pursuitId = await anaApproved(stage);
  expect(await approve(pursuitId)).toEqual({ ok: false, reason: "wrong_state", detail: { state: "approved" } });
});

test("a declined request and a suggestion are not approved in the student's place", async () => {
  const declined = await anaAsks(stage, "clinic-desk");
  const texts = { textForStudent: "Not this term.", textForStaff: "" };
  valueIn(await declinePursuit(stage.wiring, staff("ines"), { pursuitId: declined, ...texts }));
  expect(reasonIn(await approve(declined))).toBe("wrong_state");
  expect(reasonIn(await approve(await inesSuggests(stage)))).toBe("wrong_state");
});

test("a request beyond seats times places per seat is refused with the number of seats, and nothing is left behind", async () => {
  const [first, second] = await insertPursuits(stage, { placement: "clinic-desk", state: "requested", count: 2 });
  if (!first || !second) throw new Error("two students asked");
  valueIn(await approve(first.id));
  const acts = await countRows(stage, "audit_log");
  expect(await approve(second.id)).toEqual({ ok: false, reason: "no_place", detail: { seats: 1 } });
  expect(await readPursuit(stage, second.id)).toMatchObject({ state: "requested" });
  expect(await countRows(stage, "audit_log")).toBe(acts);
});

test("a school that allows three places per seat approves three for one seat", async () => {
  await setLakeview(stage, { placesPerSeat: 3 });
  const asked = await insertPursuits(stage, { placement: "clinic-desk", state: "requested", count: 4 });
  const outcomes = [];
  for (const { id } of asked) outcomes.push(await approve(id));
  expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true, false]);
});

test("a listing that was paused or archived meanwhile is not approved", async () => {
  const pursuitId = await anaAsks(stage);
  for (const state of ["paused", "archived", "in_review"]) {
    await stage.rows("update listings set state = $2 where id = $1", [lakeviewListing("clinic-care"), state]);
    expect(await approve(pursuitId)).toEqual({
      ok: false,
      reason: "still_needed",
      detail: { missing: "listing_open" },
    });
  }
  await stage.rows("update listings set state = 'published' where id = $1", [lakeviewListing("clinic-care")]);
  expect(await countRows(stage, "pursuit_places")).toBe(0);
});

test("a student with nobody who may consent is approved, and staff get one task", async () => {
  const [tariq] = await stage.rows<{ id: string }>("select id from people where full_name = 'Tariq Bell'");
  const [pursuit] = await stage.rows<{ id: string }>(
    `insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at)
      select school_id, $2, id, organisation_id, 'requested', now() from listings where id = $1 returning id`,
    [lakeviewListing("clinic-care"), tariq?.id],
  );
  expect(valueIn(await approve(pursuit?.id ?? ""))).toEqual({ state: "approved", consent: "nobody_to_ask" });
  expect(await listTaskKinds(stage)).toEqual(["no_guardian"]);
});

test("a placement that names no mentor stays approved even with consent, and makes one task to find the contact", async () => {
  await giveLooking(stage, "ana", "rosa");
  const pursuitId = await anaAsks(stage, "bus-mechanics");
  expect(valueIn(await approve(pursuitId))).toEqual({ state: "approved", consent: "standing" });
  expect(await listTaskKinds(stage)).toEqual(["find_contact"]);
  expect(await countRows(stage, "disclosures")).toBe(0);
});

test("an admin approves as a coordinator does; an advisor does not", async () => {
  const pursuitId = await anaAsks(stage);
  expect(reasonIn(await approve(pursuitId, staff("tom")))).toBe("not_permitted");
  expect(await approve(pursuitId, staff("priya"))).toMatchObject({ ok: true });
});

test("a coordinator of another school finds no such pursuit", async () => {
  const pursuitId = await anaAsks(stage);
  expect(reasonIn(await approve(pursuitId, staff("malik")))).toBe("not_found");
  expect(reasonIn(await approve(pursuitId, staff("greta")))).toBe("not_found");
  expect(reasonIn(await approve(NOBODY))).toBe("not_found");
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "requested" });
});
