import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { HeldApproval } from "~/domain/matching/held-approval";
import { carryOutMatch } from "~/features/pursuits/carry-out-match.server";
import { decideEach } from "~/features/pursuits/decide-each.server";
import { decideMatch } from "~/features/pursuits/decide-match.server";
import { holdMatch } from "~/features/pursuits/hold-match.server";
import { holdPair } from "~/features/pursuits/hold-pair.server";
import { releaseMatch } from "~/features/pursuits/release-match.server";
import { resumeHeld } from "~/features/pursuits/resume-held.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { type CastKey, cast, castActor, sampleSchools } from "~db/cast";
import { anaAsks, anaOffered, staff, student } from "../../support/pursuit-way";
import {
  copyListing,
  countRows,
  giveLooking,
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const worker = { kind: "system", job: "approve-held", ...sampleSchools.lakeview } as const;

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
const hold = (matchId: string, by = staff("ines")) => holdMatch(stage.wiring, by, { matchId });
/** The approval as a page shows it now. */
const shown = async (matchId: string) => {
  const [row] = await stage.rows<{ held_until: Date | null; held_by: string | null }>(
    "select held_until, held_by from matches where id = $1",
    [matchId],
  );
  return { matchId, until: row?.held_until ? new Date(row.held_until).toISOString() : "", by: row?.held_by ?? null };
};
const release = async (matchId: string, by = staff("ines")) => releaseMatch(stage.wiring, by, await shown(matchId));
const carryOutNow = (approval: HeldApproval, by = staff("ines")) => decideMatch(stage.wiring, by, approval);
const carryOut = (matchId: string) => carryOutMatch(stage.wiring, worker, { matchId });
const matchOf = async (matchId: string) => {
  const [match] = await stage.rows<{ state: string; hold_fault: string | null; held_until: string | null }>(
    "select state, hold_fault, held_until from matches where id = $1",
    [matchId],
  );
  return match;
};
/** All that anybody outside the board could notice. */
const traces = async () => {
  const counts = await Promise.all(
    ["mails", "consents", "pursuit_places", "disclosures", "gates", "identity.links"].map((table) =>
      countRows(stage, table),
    ),
  );
  const pursuits = await stage.rows("select id, state, revision, updated_at from pursuits order by id");
  return JSON.stringify({ counts, pursuits });
};

test("an approval waits two minutes in which nothing can be noticed outside the board, then it is carried out", async () => {
  await giveLooking(stage, "ana", "rosa");
  const pursuitId = await anaAsks(stage);
  const matchId = await propose();
  const before = await traces();
  expect(valueIn(await hold(matchId))).toMatchObject({ as: "approved" });
  expect(await traces()).toBe(before);
  stage.wiring.clock.pass(1);
  expect(reasonIn(await carryOut(matchId))).toBe("not_due");
  expect(await traces()).toBe(before);
  stage.wiring.clock.pass(1);
  expect(valueIn(await carryOut(matchId))).toEqual({ as: "approved" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "contacted" });
  expect((await listMails(stage, "first-contact")).length).toBe(1);
  expect(await matchOf(matchId)).toMatchObject({ state: "approved", held_until: null });
  const jobs = await stage.rows(
    "select payload ->> 'matchId' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'approve-held'",
  );
  expect(jobs).toEqual([{ id: matchId }]);
});

/** Jobs that will carry out an approval, with the seconds until they come by the clock of the database. */
const waitingJobs = (matchId: string) =>
  stage.rows<{ seconds: number }>(
    `select round(extract(epoch from j.run_at - now()))::int as seconds from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'approve-held' and payload ->> 'matchId' = $1`,
    [matchId],
  );

test("a job that comes early, by a worker whose clock is behind, comes again when its time is over by that clock", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  await stage.rows("delete from graphile_worker._private_jobs");
  stage.wiring.clock.pass(1);
  expect(reasonIn(await carryOut(matchId))).toBe("not_due");
  const [again, ...more] = await waitingJobs(matchId);
  expect(more).toEqual([]);
  expect(again?.seconds).toBeGreaterThan(50);
  expect(again?.seconds).toBeLessThanOrEqual(60);
  stage.wiring.clock.pass(1);
  expect(valueIn(await carryOut(matchId))).toEqual({ as: "suggested" });
  await stage.rows("delete from graphile_worker._private_jobs");
  expect(reasonIn(await carryOut(matchId))).toBe("not_due");
  expect(await waitingJobs(matchId)).toEqual([]);
});

test("an approval whose job was lost gets another a minute after its window, and one that still waits does not", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  await stage.rows("delete from graphile_worker._private_jobs");
  stage.wiring.clock.pass(2.5);
  expect(await resumeHeld(stage.wiring)).toBe(0);
  expect(await waitingJobs(matchId)).toEqual([]);
  stage.wiring.clock.pass(1);
  expect(await resumeHeld(stage.wiring)).toBe(1);
  expect(await waitingJobs(matchId)).toHaveLength(1);
  expect(valueIn(await carryOut(matchId))).toEqual({ as: "suggested" });
  expect(await resumeHeld(stage.wiring)).toBe(0);
});

test("an approval that is undone leaves no trace outside the board, and can be given again", async () => {
  await anaAsks(stage);
  const matchId = await propose();
  const before = await traces();
  valueIn(await hold(matchId));
  valueIn(await release(matchId, staff("priya")));
  stage.wiring.clock.pass(3);
  expect(reasonIn(await carryOut(matchId))).toBe("not_due");
  expect(await traces()).toBe(before);
  expect(await matchOf(matchId)).toMatchObject({ state: "proposed" });
  expect(
    await stage.rows("select actor_id, transition from audit_log where noun_id = $1 order by at, id", [matchId]),
  ).toEqual([
    { actor_id: cast.ines.personId, transition: "hold" },
    { actor_id: cast.priya.personId, transition: "release" },
  ]);
  valueIn(await hold(matchId));
});

test("an undone approval that is given again waits its own two minutes", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  stage.wiring.clock.pass(1);
  valueIn(await release(matchId));
  valueIn(await hold(matchId));
  stage.wiring.clock.pass(1);
  expect(reasonIn(await carryOut(matchId))).toBe("not_due");
  stage.wiring.clock.pass(1);
  expect(valueIn(await carryOut(matchId))).toEqual({ as: "suggested" });
});

test("what was carried out cannot be undone on the board", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  stage.wiring.clock.pass(2);
  valueIn(await carryOut(matchId));
  expect(reasonIn(await release(matchId))).toBe("too_late");
  expect(await countRows(stage, "pursuits")).toBe(1);
});

test("a coordinator who does not want to wait carries it out at once", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  expect(valueIn(await carryOutNow(await shown(matchId)))).toEqual({ as: "suggested" });
  stage.wiring.clock.pass(2);
  expect(reasonIn(await carryOut(matchId))).toBe("not_due");
  expect(await countRows(stage, "pursuits")).toBe(1);
});

test("who reads an approval that a colleague has undone since carries nothing out, and nobody is written to", async () => {
  await giveLooking(stage, "ana", "rosa");
  await anaAsks(stage);
  const matchId = await propose();
  valueIn(await hold(matchId));
  const behind = await shown(matchId);
  valueIn(await release(matchId, staff("priya")));
  const before = await traces();
  expect(reasonIn(await carryOutNow(behind))).toBe("undone_before");
  stage.wiring.clock.pass(1);
  valueIn(await hold(matchId));
  expect(reasonIn(await carryOutNow(behind))).toBe("held_anew");
  expect(reasonIn(await releaseMatch(stage.wiring, staff("ines"), behind))).toBe("held_anew");
  expect(await traces()).toBe(before);
  expect(await matchOf(matchId)).toMatchObject({ state: "held" });
});

test("a colleague's two minutes are not cut short, and a proposal that nobody approved is not carried out", async () => {
  const matchId = await propose();
  expect(reasonIn(await carryOutNow({ matchId, until: "", by: cast.ines.personId }))).toBe("undone_before");
  valueIn(await hold(matchId, staff("priya")));
  expect(reasonIn(await carryOutNow(await shown(matchId)))).toBe("not_own");
  expect(await countRows(stage, "pursuits")).toBe(0);
  valueIn(await release(matchId));
});

test("of many each is decided by itself, and each that is refused is named with its own reason", async () => {
  const [first, taken] = [await propose("clinic-desk", "ana"), await propose("clinic-desk", "jada")];
  const matchIds = [first, taken, await propose("seniors-shadow"), NOBODY];
  const each = valueIn(await decideEach(stage.wiring, staff("ines"), { decision: "approve", matchIds }));
  expect(each).toMatchObject({ done: 1, as: { approved: 0, suggested: 1 } });
  expect(each.refused).toMatchObject([
    { matchId: taken, reason: "no_place", pair: { student: "Jada Cole" } },
    { reason: "not_open", pair: { student: "Ana Reyes" } },
    { matchId: NOBODY, reason: "not_found", pair: null },
  ]);
  const approvals = [await shown(first), { ...(await shown(taken)), until: "2026-09-01T00:00:00.000Z" }];
  const undone = valueIn(await decideEach(stage.wiring, staff("ines"), { decision: "undo", approvals }));
  expect(undone).toMatchObject({
    done: 1,
    as: { approved: 0, suggested: 0 },
    refused: [{ matchId: taken, reason: "undone_before" }],
  });
  const now = { decision: "now", approvals } as const;
  expect(valueIn(await decideEach(stage.wiring, staff("ines"), now)).done).toBe(0);
  expect(reasonIn(await decideEach(stage.wiring, staff("malik"), now))).toBe("not_found");
  expect(reasonIn(await decideEach(stage.wiring, staff("tom"), now))).toBe("not_permitted");
});

test("what an approval would be refused for it is refused for at once, and the last place is approved once", async () => {
  const [first, second] = [await propose("clinic-desk", "ana"), await propose("clinic-desk", "jada")];
  valueIn(await hold(first));
  expect(reasonIn(await hold(second))).toBe("no_place");
  expect(reasonIn(await hold(first))).toBe("decided_before");
  valueIn(await release(first));
  valueIn(await hold(second));
  expect(reasonIn(await hold(await propose("seniors-shadow")))).toBe("not_open");
});

test("a request the student takes back while the approval waits is not turned into a suggestion", async () => {
  const pursuitId = await anaAsks(stage);
  const matchId = await propose();
  valueIn(await hold(matchId));
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  stage.wiring.clock.pass(2);
  expect(reasonIn(await carryOut(matchId))).toBe("put_back");
  expect(await matchOf(matchId)).toMatchObject({ state: "proposed", hold_fault: "request_ended" });
  expect(await countRows(stage, "pursuits where state <> 'withdrawn'")).toBe(0);
});

test("a place that goes in between puts the approval back with the reason", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  await stage.rows("update listings set seats = 0 where id = $1", [lakeviewListing("clinic-care")]);
  stage.wiring.clock.pass(2);
  const outcome = await carryOut(matchId);
  await stage.rows("update listings set seats = 1 where id = $1", [lakeviewListing("clinic-care")]);
  expect(reasonIn(outcome)).toBe("put_back");
  expect(await matchOf(matchId)).toMatchObject({ state: "proposed", hold_fault: "no_place" });
});

const seeking = (isSeeking: boolean) =>
  stage.rows("update students set seeking = $2 where id = $1", [cast.ana.personId, isSeeking]);

test("nothing is suggested to a student who is not looking any more; what they asked for is still approved", async () => {
  const [held, open, request] = [await propose(), await propose("ward-helper"), await propose("clinic-desk")];
  await anaAsks(stage, "clinic-desk");
  valueIn(await hold(held));
  await seeking(false);
  const suggestion = await hold(open);
  const asked = await hold(request);
  stage.wiring.clock.pass(2);
  const carried = await carryOut(held);
  await seeking(true);
  expect(reasonIn(suggestion)).toBe("not_looking");
  expect(valueIn(asked)).toMatchObject({ as: "approved" });
  expect(reasonIn(carried)).toBe("put_back");
  expect(await matchOf(held)).toMatchObject({ state: "proposed", hold_fault: "not_looking" });
});

test("nothing is suggested for days on which the student has a seat by now, or an offer of one; other days may be", async () => {
  const held = await propose("ward-helper");
  valueIn(await hold(held));
  await anaOffered(stage);
  expect(reasonIn(await hold(await propose("clinic-desk")))).toBe("has_seat");
  stage.wiring.clock.pass(2);
  expect(reasonIn(await carryOut(held))).toBe("put_back");
  expect(await matchOf(held)).toMatchObject({ state: "proposed", hold_fault: "has_seat" });
  const onMondays = await copyListing(stage, "ward-helper", { weekdays: [1] });
  const pair = { studentId: cast.ana.personId, listingId: onMondays, seen: 0 };
  expect(valueIn(await holdPair(stage.wiring, staff("ines"), pair))).toMatchObject({ as: "suggested" });
});

test("a student and a mentor who stay apart as relatives are not approved until a coordinator has decided about them", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  await stage.rows(
    `insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason)
      select l.school_id, l.district_id, $2, p.lead_mentor_id, 'household' from listings l join placements p on p.id = l.placement_id where l.id = $1`,
    [lakeviewListing("clinic-care"), cast.ana.personId],
  );
  stage.wiring.clock.pass(2);
  expect(reasonIn(await carryOut(matchId))).toBe("put_back");
  expect(await matchOf(matchId)).toMatchObject({ state: "proposed", hold_fault: "relative_pair" });
  const before = await traces();
  expect(reasonIn(await hold(matchId))).toBe("relative_pair");
  expect(await traces()).toBe(before);
  await anaAsks(stage);
  const asked = await hold(matchId);
  await stage.rows("update forbidden_pairs set state = 'lifted' where student_id = $1", [cast.ana.personId]);
  const lifted = await hold(matchId);
  await stage.rows("delete from forbidden_pairs where student_id = $1", [cast.ana.personId]);
  expect(reasonIn(asked)).toBe("relative_pair");
  expect(valueIn(lifted)).toMatchObject({ as: "approved" });
});

test("an approval of somebody who may not decide any more is put back", async () => {
  const matchId = await propose();
  valueIn(await hold(matchId));
  await stage.rows("update identity.memberships set to_on = '2026-09-01' where person_id = $1", [cast.ines.personId]);
  stage.wiring.clock.pass(2);
  const outcome = await carryOut(matchId);
  await stage.rows("update identity.memberships set to_on = null where person_id = $1", [cast.ines.personId]);
  expect(reasonIn(outcome)).toBe("put_back");
  expect(await matchOf(matchId)).toMatchObject({ state: "proposed", hold_fault: "decider_left" });
});

test("of undo and carrying out at once one happens", async () => {
  for (let round = 0; round < 4; round += 1) {
    await stage.clear();
    const matchId = await propose();
    valueIn(await hold(matchId));
    stage.wiring.clock.pass(2);
    const [undone, carried] = await Promise.all([release(matchId), carryOut(matchId)]);
    expect([undone.ok, carried.ok].filter(Boolean)).toHaveLength(1);
    expect(await countRows(stage, "pursuits")).toBe(carried.ok ? 1 : 0);
  }
});

test("only coordinators and admins of the school approve and undo", async () => {
  const matchId = await propose();
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await holdMatch(stage.wiring, actor, { matchId }))).toBe("not_permitted");
    expect(reasonIn(await releaseMatch(stage.wiring, actor, await shown(matchId)))).toBe("not_permitted");
  }
  expect(reasonIn(await hold(matchId, staff("malik")))).toBe("not_found");
  valueIn(await hold(matchId));
  expect(reasonIn(await release(matchId, staff("malik")))).toBe("not_found");
  expect(reasonIn(await release(NOBODY))).toBe("not_found");
  expect(reasonIn(await carryOutNow(await shown(matchId), staff("malik")))).toBe("not_found");
  const elsewhere = { kind: "system", job: "approve-held", ...sampleSchools.harbor } as const;
  stage.wiring.clock.pass(2);
  expect(reasonIn(await carryOutMatch(stage.wiring, elsewhere, { matchId }))).toBe("not_found");
  expect((await matchOf(matchId))?.state).toBe("held");
});
