import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { decideMatch } from "~/features/pursuits/decide-match.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { type CastKey, cast, castActor } from "~db/cast";
import { anaApproved, anaAsks, inesSuggests, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  lakeviewListing,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 30 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** A proposal of the one finished plan. */
async function propose(placement = "clinic-care", key: CastKey = "ana"): Promise<string> {
  const [match] = await stage.rows<{ id: string }>(
    `with old as (select id from match_runs where school_id = $1),
        run as (insert into match_runs (school_id, state, weights_version, seed) select $1, 'finished', 1, 1
          where not exists (select from old) returning id)
      insert into matches (school_id, run_id, student_id, listing_id, score, for_student, for_placement, parts, reasons)
      select $1, id, $2, $3, 7100, 7000, 7200, '{}', '[]' from (select id from old union all select id from run) runs returning id`,
    [cast.ana.schoolId, cast[key].personId, lakeviewListing(placement)],
  );
  if (!match) throw new Error("nothing was proposed");
  return match.id;
}
/** Approves and does not wait. */
const decide = async (matchId: string, by = staff("ines")) => {
  const held = await holdMatch(stage.wiring, by, { matchId });
  return held.ok ? carryOut(matchId, held.value.until, by) : held;
};
const carryOut = (matchId: string, until: string, by = staff("ines")) =>
  decideMatch(stage.wiring, by, { matchId, until, by: by.personId });
const matchOf = async (matchId: string) =>
  (
    await stage.rows<{ state: string; pursuit_id: string }>("select state, pursuit_id from matches where id = $1", [
      matchId,
    ])
  )[0];

test("approving a proposal nobody asked for suggests it, with its score, and marks the proposal", async () => {
  const matchId = await propose();
  expect(valueIn(await decide(matchId))).toEqual({ as: "suggested" });
  const [pursuit] = await stage.rows<{ id: string }>("select id, state, origin, match_score from pursuits");
  expect(pursuit).toMatchObject({ state: "suggested", origin: "match", match_score: 7100 });
  expect(await matchOf(matchId)).toEqual({ state: "approved", pursuit_id: pursuit?.id });
});

test("approving a proposal that the student has asked for approves the request", async () => {
  const pursuitId = await anaAsks(stage);
  const matchId = await propose();
  expect(valueIn(await decide(matchId))).toEqual({ as: "approved" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "approved" });
  expect(await matchOf(matchId)).toEqual({ state: "approved", pursuit_id: pursuitId });
});

test("a proposal is decided once", async () => {
  const matchId = await propose();
  valueIn(await decide(matchId));
  expect(reasonIn(await decide(matchId))).toBe("decided_before");
  expect(await countRows(stage, "pursuits")).toBe(1);
});

test("of ten approvals at once one counts, and pursuit and proposal say the same", async () => {
  for (let round = 0; round < 4; round += 1) {
    await stage.clear();
    const matchId = await propose();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => decide(matchId, staff((at + round) % 3 ? "ines" : "priya"))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "decided_before")).toHaveLength(9);
    expect([(await matchOf(matchId))?.state, await countRows(stage, "pursuits")]).toEqual(["approved", 1]);
  }
});

test("a pair that went its own way answers so, and its proposal is overtaken", async () => {
  const matchId = await propose();
  const { until } = valueIn(await holdMatch(stage.wiring, staff("ines"), { matchId }));
  await anaApproved(stage);
  expect(reasonIn(await carryOut(matchId, until))).toBe("already_live");
  expect(await matchOf(matchId)).toEqual({ state: "stale", pursuit_id: null });
  expect(await countRows(stage, "pursuits")).toBe(1);
});

test("no place, a closed listing and a student at the limit refuse, and the proposal stays open", async () => {
  await inesSuggests(stage, "jada", "clinic-desk");
  const full = await propose("clinic-desk");
  expect(reasonIn(await decide(full))).toBe("no_place");
  const paused = await propose("seniors-shadow");
  expect(reasonIn(await decide(paused))).toBe("not_open");
  for (const placement of ["bakery-morning", "salmon-count", "garden-beds"]) await anaAsks(stage, placement);
  const beyond = await propose("clinic-care");
  expect(reasonIn(await decide(beyond))).toBe("too_many_live");
  for (const matchId of [full, paused, beyond]) expect((await matchOf(matchId))?.state).toBe("proposed");
});

test("a request whose listing was paused stays as it is, and so does the proposal", async () => {
  await anaAsks(stage);
  const matchId = await propose();
  await stage.rows("update listings set state = 'paused' where id = $1", [lakeviewListing("clinic-care")]);
  const outcome = await decide(matchId);
  await stage.rows("update listings set state = 'published' where id = $1", [lakeviewListing("clinic-care")]);
  expect(reasonIn(outcome)).toBe("still_needed");
  expect((await matchOf(matchId))?.state).toBe("proposed");
});

test("a decision is in the audit log with who decided", async () => {
  const matchId = await propose();
  valueIn(await decide(matchId, staff("priya")));
  expect(
    await stage.rows(
      "select actor_id, transition, from_state, to_state from audit_log where noun_id = $1 order by at, id",
      [matchId],
    ),
  ).toEqual([
    { actor_id: cast.priya.personId, transition: "hold", from_state: "proposed", to_state: "held" },
    { actor_id: cast.priya.personId, transition: "approve", from_state: "held", to_state: "approved" },
  ]);
});

const LATER = "2030-01-01T00:00:00.000Z";

test("only coordinators and admins of the school decide", async () => {
  const matchId = await propose();
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)])
    expect(reasonIn(await decideMatch(stage.wiring, actor, { matchId, until: LATER, by: null }))).toBe("not_permitted");
  for (const by of [staff("malik"), staff("greta")]) {
    expect(reasonIn(await decide(matchId, by))).toBe("not_found");
    expect(reasonIn(await carryOut(matchId, LATER, by))).toBe("not_found");
  }
  expect(reasonIn(await decide(NOBODY))).toBe("not_found");
  expect((await matchOf(matchId))?.state).toBe("proposed");
});
