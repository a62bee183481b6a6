import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { settleEndorsing } from "~/features/pursuits/settle-endorsing.server";
import { suggestPursuit } from "~/features/pursuits/suggest-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast } from "~db/cast";
import { approvePair } from "../../support/approve-pair";
import { anaAsks, anaContacted, anaOffered, staff, student } from "../../support/pursuit-way";
import {
  bearerFor,
  type CrowdPursuit,
  countRows,
  hostByLink,
  insertPursuits,
  lakeviewListing,
  openStage,
  readPursuit,
  type Stage,
  setLakeview,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 30 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** The two who decide at Lakeview, in turn. */
const decider = (at: number) => staff(at % 2 === 0 ? "ines" : "priya");
const reasons = (outcomes: readonly { ok: boolean }[]) =>
  outcomes.map((outcome) => ("reason" in outcome ? outcome.reason : "done")).sort();
const times = (count: number, word: string) => Array.from({ length: count }, () => word);
const offer = (pursuit: CrowdPursuit) =>
  respondToFirstContact(stage.wiring, bearerFor(pursuit), { pursuitId: pursuit.id, answer: "offer", message: "" });

test("twenty approvals of one place at once, by two coordinators: exactly one wins, nineteen hear that no place is left", async () => {
  const asked = await insertPursuits(stage, { placement: "clinic-desk", state: "requested", count: 20 });
  const outcomes = await Promise.all(
    asked.map(({ id }, at) => approvePursuit(stage.wiring, decider(at), { pursuitId: id })),
  );
  expect(reasons(outcomes)).toEqual(["done", ...times(19, "no_place")]);
  expect(await countRows(stage, "pursuit_places")).toBe(1);
  expect(await stage.rows("select state, count(*)::int as count from pursuits group by state order by state")).toEqual([
    { state: "approved", count: 1 },
    { state: "requested", count: 19 },
  ]);
});

test("twenty approvals of one pursuit at once: one wins, the others hear that it moved", async () => {
  const pursuitId = await anaAsks(stage);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, at) => approvePursuit(stage.wiring, decider(at), { pursuitId })),
  );
  expect(reasons(outcomes)).toEqual(["done", ...times(19, "wrong_state")]);
  const acts = await stage.rows("select id from audit_log where noun = 'pursuit' and transition = 'approve'");
  expect(acts).toHaveLength(1);
});

test("approvals and suggestions at once share the places: two seats, two winners", async () => {
  const asked = await insertPursuits(stage, { placement: "ward-helper", state: "requested", count: 8 });
  const others = await stage.rows<{ id: string }>(
    "select id from students where school_id = $1 and id <> all($2) order by id limit 8",
    [cast.ana.schoolId, asked.map(({ studentId }) => studentId)],
  );
  const listingId = lakeviewListing("ward-helper");
  const outcomes = await Promise.all([
    ...asked.map(({ id }, at) => approvePursuit(stage.wiring, decider(at), { pursuitId: id })),
    ...others.map(({ id }, at) => suggestPursuit(stage.wiring, decider(at), { studentId: id, listingId, score: null })),
  ]);
  expect(reasons(outcomes)).toEqual(["done", "done", ...times(14, "no_place")]);
  expect(await countRows(stage, "pursuit_places")).toBe(2);
});

test("ten offers of one seat at once: exactly one wins, nine hosts hear that no seat is left", async () => {
  const contacted = await insertPursuits(stage, { placement: "clinic-desk", state: "contacted", count: 10 });
  const outcomes = await Promise.all(contacted.map(offer));
  expect(reasons(outcomes)).toEqual(["done", ...times(9, "no_seat")]);
  expect(await stage.rows("select distinct seat_no, pursuit_id from seat_holds")).toHaveLength(1);
});

test("offers of two seats at once fill each seat once on each of its days", async () => {
  const contacted = await insertPursuits(stage, { placement: "ward-helper", state: "contacted", count: 9 });
  const outcomes = await Promise.all(contacted.map(offer));
  expect(reasons(outcomes)).toEqual([...times(2, "done"), ...times(7, "no_seat")]);
  expect(await stage.rows("select seat_no, weekday from seat_holds order by seat_no, weekday")).toEqual([
    { seat_no: 1, weekday: 2 },
    { seat_no: 1, weekday: 4 },
    { seat_no: 2, weekday: 2 },
    { seat_no: 2, weekday: 4 },
  ]);
});

/** Seats of a placement on Thursdays. Of its Tuesdays it has two. */
const onThursdays = (seats: number) =>
  stage.rows(
    "update placement_days d set seats = $2 from placements p, listings l where l.id = $1 and p.id = l.placement_id and d.placement_id = p.id and d.weekday = 4",
    [lakeviewListing("ward-helper"), seats],
  );

test("the day with the fewest seats decides how many are offered, and how many may go after them", async () => {
  await onThursdays(1);
  const contacted = await insertPursuits(stage, { placement: "ward-helper", state: "contacted", count: 6 });
  const outcomes = await Promise.all(contacted.map(offer));
  await stage.clear();
  const asked = await insertPursuits(stage, { placement: "ward-helper", state: "requested", count: 3 });
  const approvals = await Promise.all(
    asked.map(({ id }, at) => approvePursuit(stage.wiring, decider(at), { pursuitId: id })),
  );
  await onThursdays(2);
  expect(reasons(outcomes)).toEqual(["done", ...times(5, "no_seat")]);
  expect(reasons(approvals)).toEqual(["done", ...times(2, "no_place")]);
});

test("a day without seats is none of the days of an offer", async () => {
  await onThursdays(0);
  const contacted = await insertPursuits(stage, { placement: "ward-helper", state: "contacted", count: 3 });
  const outcomes = await Promise.all(contacted.map(offer));
  const held = await stage.rows("select seat_no, weekday from seat_holds order by seat_no");
  await onThursdays(2);
  expect(reasons(outcomes)).toEqual(["done", "done", "no_seat"]);
  expect(held).toEqual([
    { seat_no: 1, weekday: 2 },
    { seat_no: 2, weekday: 2 },
  ]);
});

test("seats that were taken away are not offered again while a higher one is held", async () => {
  const [first, second, third] = await insertPursuits(stage, {
    placement: "ward-helper",
    state: "contacted",
    count: 3,
  });
  const two = await Promise.all([first, second].flatMap((one) => (one ? offer(one) : [])));
  expect(reasons(two)).toEqual(["done", "done"]);
  await stage.rows("delete from seat_holds where seat_no = 1");
  await stage.rows("update listings set seats = 1 where id = $1", [lakeviewListing("ward-helper")]);
  const more = third && (await offer(third));
  await stage.rows("update listings set seats = 2 where id = $1", [lakeviewListing("ward-helper")]);
  expect(more).toMatchObject({ reason: "no_seat", detail: { seats: 1 } });
});

test("the same offer clicked five times at once holds one seat", async () => {
  const pursuitId = await anaContacted(stage);
  const host = await hostByLink(stage, pursuitId);
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () =>
      respondToFirstContact(stage.wiring, host, { pursuitId, answer: "offer", message: "" }),
    ),
  );
  expect(reasons(outcomes)).toEqual(["done", ...times(4, "wrong_state")]);
  expect(await stage.rows("select weekday from seat_holds order by weekday")).toEqual([{ weekday: 2 }, { weekday: 4 }]);
});

test("an offer and a turning down at once end in one of the two, and a seat is held only by an offer", async () => {
  for (let round = 0; round < 5; round += 1) {
    await stage.clear();
    const pursuitId = await anaContacted(stage);
    const host = await hostByLink(stage, pursuitId);
    await Promise.all(
      (["offer", "turn_down"] as const).map((answer) =>
        respondToFirstContact(stage.wiring, host, { pursuitId, answer, message: "" }),
      ),
    );
    // An offer may still be turned down, so the second may follow the first; it never comes before it.
    expect((await readPursuit(stage, pursuitId)).state).toBe("not_taken");
    expect(await countRows(stage, "seat_holds")).toBe(0);
  }
});

test("approving and declining, or withdrawing, at once leave no place behind a pursuit that has ended", async () => {
  for (let round = 0; round < 5; round += 1) {
    await stage.clear();
    const pursuitId = await anaAsks(stage);
    await Promise.all([
      approvePursuit(stage.wiring, staff("ines"), { pursuitId }),
      round % 2 === 0
        ? withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" })
        : declinePursuit(stage.wiring, staff("priya"), { pursuitId, textForStudent: "No.", textForStaff: "" }),
    ]);
    expect((await readPursuit(stage, pursuitId)).state).toBe(round % 2 === 0 ? "withdrawn" : "declined");
    expect(await countRows(stage, "pursuit_places")).toBe(0);
  }
});

test("taking an offer ten times at once begins one engagement", async () => {
  const pursuitId = await anaOffered(stage);
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" })),
  );
  expect(reasons(outcomes)).toEqual(["done", ...times(9, "wrong_state")]);
  expect(await countRows(stage, "engagements")).toBe(1);
});

test("a student's request and a coordinator's suggestion of the same placement at once make one pursuit", async () => {
  for (let round = 0; round < 5; round += 1) {
    await stage.clear();
    const listingId = lakeviewListing("clinic-care");
    const outcomes = await Promise.all([
      requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }),
      approvePair(stage, staff("ines"), { studentId: cast.ana.personId, listingId }),
    ]);
    expect(outcomes.some((outcome) => outcome.ok)).toBe(true);
    expect(await countRows(stage, "pursuits")).toBe(1);
  }
});

test("suggestions of six placements at once never take a student past the limit", async () => {
  const placements = ["clinic-care", "clinic-desk", "bakery-morning", "salmon-count", "garden-beds", "maker-prints"];
  const outcomes = await Promise.all(
    placements.map((placement, at) =>
      suggestPursuit(stage.wiring, decider(at), {
        studentId: cast.ana.personId,
        listingId: lakeviewListing(placement),
        score: null,
      }),
    ),
  );
  expect(reasons(outcomes)).toEqual([...times(3, "done"), ...times(3, "too_many_live")]);
});

test("hosts of six students answer at once while coordinators approve: no deadlock, no place or seat twice", async () => {
  await setLakeview(stage, { placesPerSeat: 4 });
  const contacted = await insertPursuits(stage, { placement: "ward-helper", state: "contacted", count: 6 });
  const asked = await insertPursuits(stage, { placement: "clinic-desk", state: "requested", count: 6 });
  const outcomes = await Promise.all([
    ...contacted.map(offer),
    ...asked.map(({ id }, at) => approvePursuit(stage.wiring, decider(at), { pursuitId: id })),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(2 + 4);
});

test("the database itself refuses a second pursuit in a place and a second stay on a seat's day", async () => {
  const [one, two] = await insertPursuits(stage, { placement: "clinic-desk", state: "contacted", count: 2 });
  const place = `insert into pursuit_places (school_id, listing_id, place_no, pursuit_id)
    select school_id, listing_id, 1, id from pursuits where id = $1`;
  await stage.rows(place, [one?.id]);
  await expect(stage.rows(place, [two?.id])).rejects.toThrow(/pursuit_places_pkey/);
  const seat = `insert into seat_holds (school_id, listing_id, seat_no, weekday, during, pursuit_id)
    select school_id, listing_id, 1, $2::int, $3::daterange, id from pursuits where id = $1`;
  await stage.rows(seat, [one?.id, 2, "[2026-10-01,2026-12-01]"]);
  await expect(stage.rows(seat, [two?.id, 2, "[2026-12-01,2027-02-01]"])).rejects.toThrow(/exclusion constraint/);
  await stage.rows(seat, [two?.id, 2, "[2026-12-02,2027-02-01]"]);
  await stage.rows(seat, [two?.id, 4, "[2026-10-01,2026-12-01]"]);
});

test("requests sent while a coordinator switches the advisor's word off wait for nobody", async () => {
  const asking = ["ana", "hodan", "jada", "leo"] as const;
  for (const placement of ["clinic-care", "clinic-desk", "bakery-morning"]) {
    await setLakeview(stage, { advisorEndorses: true });
    await Promise.all([
      ...asking.map((key) =>
        requestPursuit(stage.wiring, student(key), { listingId: lakeviewListing(placement), note: "" }),
      ),
      settleEndorsing(stage.wiring, staff("ines"), { endorsing: "off" }),
    ]);
  }
  expect(await countRows(stage, "pursuits")).toBe(asking.length * 3);
  expect(await stage.rows("select kind from gates where kind = 'endorsement' and state = 'open'")).toEqual([]);
});
