import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { leaveOutOfPlans } from "~/features/matching/leave-out-of-plans.server";
import { openBoard } from "~/features/matching/open-board.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { takeIntoPlans } from "~/features/matching/take-into-plans.server";
import { holdPair } from "~/features/pursuits/hold-pair.server";
import { cast, sampleSchools } from "~db/cast";
import { anaApproved, staff, student } from "../../support/pursuit-way";
import { countRows, lakeviewListing, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;

async function makePlan(): Promise<void> {
  stage.wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
}

const board = async () => valueIn(await openBoard(stage.wiring, staff("ines")));
const placeOf = async (studentId: string) =>
  (await board()).matches.find((match) => match.studentId === studentId)?.listingId;

const pausedAt = async (listingId: string) =>
  (await board()).listings.find(({ id }) => id === listingId)?.leftOut?.at ?? "";

interface Wish {
  ruling?: "locked" | "forbidden" | "released";
  listing?: string;
  studentId?: string;
  seen?: number;
  reason?: string;
  by?: Parameters<typeof rulePair>[1];
}
const rule = ({ ruling = "locked", listing = "clinic-care", seen = 0, reason = "", ...wish }: Wish = {}) =>
  rulePair(stage.wiring, wish.by ?? staff("ines"), {
    studentId: wish.studentId ?? cast.ana.personId,
    listingId: lakeviewListing(listing),
    ruling,
    seen,
    reason,
  });

/** A listing that Ana may have and that the plan does not give her. */
const ANOTHER = "ward-helper";

test("a locked pair is in the next plan though the plan would have another, and released it goes back", async () => {
  await makePlan();
  const own = await placeOf(cast.ana.personId);
  expect(own).not.toBe(lakeviewListing(ANOTHER));
  valueIn(await rule({ listing: ANOTHER }));
  await makePlan();
  expect(await placeOf(cast.ana.personId)).toBe(lakeviewListing(ANOTHER));
  valueIn(await rule({ listing: ANOTHER, ruling: "released", seen: 1 }));
  await makePlan();
  expect(await placeOf(cast.ana.personId)).toBe(own);
});

test("a pair that is ruled out is in no plan until it is released", async () => {
  await makePlan();
  const own = await placeOf(cast.ana.personId);
  expect(own).toBe(lakeviewListing("clinic-care"));
  valueIn(await rule({ ruling: "forbidden" }));
  await makePlan();
  expect(await placeOf(cast.ana.personId)).not.toBe(own);
  valueIn(await rule({ ruling: "released", seen: 1 }));
  await makePlan();
  expect(await placeOf(cast.ana.personId)).toBe(own);
});

test("each step is in the audit log with who, what and why", async () => {
  valueIn(await rule({ ruling: "forbidden", reason: "They live next door." }));
  valueIn(await rule({ ruling: "released", seen: 1, by: staff("priya") }));
  expect(
    await stage.rows(
      "select actor_id, noun_id, transition, from_state, reason, evidence from audit_log where noun = 'pair_ruling' order by at, id",
    ),
  ).toEqual([
    {
      actor_id: cast.ines.personId,
      noun_id: cast.ana.personId,
      transition: "forbidden",
      from_state: null,
      reason: "They live next door.",
      evidence: `listing ${lakeviewListing("clinic-care")}`,
    },
    {
      actor_id: cast.priya.personId,
      noun_id: cast.ana.personId,
      transition: "released",
      from_state: "forbidden",
      reason: "",
      evidence: `listing ${lakeviewListing("clinic-care")}`,
    },
  ]);
});

test("who decides on a page that is behind overwrites nothing, and hears who decided what", async () => {
  valueIn(await rule({ ruling: "forbidden", by: staff("priya") }));
  const late = await rule({ ruling: "locked" });
  expect(late).toEqual({ ok: false, reason: "changed_before", detail: { by: "Priya", ruling: "forbidden" } });
  expect(await stage.rows("select ruling, revision from pair_rulings")).toEqual([{ ruling: "forbidden", revision: 1 }]);
});

test("of two coordinators who rule on a pair at once one is heard, and the other told", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      rule({ ruling: at % 2 ? "locked" : "forbidden", by: staff(at % 3 ? "ines" : "priya") }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.reason))).toEqual(Array(7).fill("changed_before"));
});

test("a student is locked to one place, and a seat is locked once", async () => {
  valueIn(await rule());
  expect(await rule({ listing: ANOTHER })).toMatchObject({ ok: false, reason: "locked_elsewhere" });
  const outcome = await rule({ studentId: cast.jada.personId, reason: "A good pair." });
  expect(outcome).toMatchObject({ ok: false, reason: "no_seat", detail: { seats: 1 } });
});

test("a pair against the rules is locked with a reason only, and the plan keeps it without a score", async () => {
  await stage.rows("update students set weekdays = '{6}' where id = $1", [cast.ana.personId]);
  expect(reasonIn(await rule())).toBe("reason_missing");
  expect(reasonIn(await rule({ reason: "  " }))).toBe("reason_missing");
  valueIn(await rule({ reason: "She may come on Thursdays from November." }));
  await makePlan();
  const ana = (await board()).matches.find(({ studentId }) => studentId === cast.ana.personId);
  await stage.rows("update students set weekdays = '{2,4}' where id = $1", [cast.ana.personId]);
  expect(ana).toMatchObject({ listingId: lakeviewListing("clinic-care"), explanation: null, score: { score: null } });
});

test("a lock that went stale stops nobody's plan: it rests, and the board says why", async () => {
  valueIn(await rule());
  await anaApproved(stage, ANOTHER);
  await makePlan();
  const { resting, matches } = await board();
  expect(resting).toEqual([
    { studentId: cast.ana.personId, listingId: lakeviewListing("clinic-care"), reason: "in_view" },
  ]);
  expect(matches.length).toBeGreaterThan(5);
});

test("a student who has a place in view is not locked", async () => {
  await anaApproved(stage, ANOTHER);
  expect(reasonIn(await rule())).toBe("in_view");
});

test("a pair that is ruled out cannot be approved before it is released", async () => {
  valueIn(await rule({ ruling: "forbidden", by: staff("priya") }));
  const pair = { studentId: cast.ana.personId, listingId: lakeviewListing("clinic-care"), score: 7000 };
  const approve = (seen: number) => holdPair(stage.wiring, staff("ines"), { ...pair, seen });
  expect(await approve(1)).toMatchObject({ ok: false, reason: "ruled_out", detail: { by: "Priya" } });
  expect(await countRows(stage, "matches")).toBe(0);
  valueIn(await rule({ ruling: "released", seen: 1 }));
  valueIn(await approve(2));
});

test("a listing that plans leave out gets nobody, students go on seeing it, and taken in it counts again", async () => {
  const listingId = lakeviewListing("clinic-care");
  for (const _ of [1, 2]) valueIn(await leaveOutOfPlans(stage.wiring, staff("ines"), { listingId, reason: "Moving." }));
  await makePlan();
  expect((await board()).matches.filter((match) => match.listingId === listingId)).toEqual([]);
  expect(await stage.rows("select state from listings where id = $1", [listingId])).toEqual([{ state: "published" }]);
  const seen = await pausedAt(listingId);
  stage.wiring.clock.pass(60);
  const takeIn = () => takeIntoPlans(stage.wiring, staff("ines"), { listingId, seen });
  for (const _ of [1, 2]) valueIn(await takeIn());
  await makePlan();
  expect(await placeOf(cast.ana.personId)).toBe(listingId);
  expect(
    await stage.rows("select transition, reason from audit_log where noun = 'plan_pause' order by at, id"),
  ).toEqual([
    { transition: "pause", reason: "Moving." },
    { transition: "resume", reason: "" },
  ]);
});

test("who takes a listing in from an old page does not undo that a colleague left it out since", async () => {
  const listingId = lakeviewListing("clinic-care");
  valueIn(await leaveOutOfPlans(stage.wiring, staff("ines"), { listingId, reason: "" }));
  const seen = await pausedAt(listingId);
  valueIn(await takeIntoPlans(stage.wiring, staff("ines"), { listingId, seen }));
  stage.wiring.clock.pass(60);
  valueIn(await leaveOutOfPlans(stage.wiring, staff("priya"), { listingId, reason: "" }));
  const late = await takeIntoPlans(stage.wiring, staff("ines"), { listingId, seen });
  expect(reasonIn(late)).toBe("changed_before");
  expect(await pausedAt(listingId)).not.toBe(seen);
});

test("strangers settle nothing", async () => {
  const listing = { listingId: lakeviewListing("clinic-care"), reason: "", seen: "" };
  for (const by of [staff("tom"), student("ana")]) {
    expect(reasonIn(await rule({ by }))).toBe("not_permitted");
    expect(reasonIn(await leaveOutOfPlans(stage.wiring, by, listing))).toBe("not_permitted");
    expect(reasonIn(await takeIntoPlans(stage.wiring, by, listing))).toBe("not_permitted");
  }
  expect(reasonIn(await rule({ by: staff("malik") }))).toBe("not_found");
  expect(reasonIn(await rule({ studentId: NOBODY }))).toBe("not_found");
  expect(reasonIn(await leaveOutOfPlans(stage.wiring, staff("malik"), listing))).toBe("not_found");
  expect(await countRows(stage, "pair_rulings")).toBe(0);
});
