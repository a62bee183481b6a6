import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { StaffActor } from "~/domain/actor";
import { MODES, type Mode } from "~/domain/matching/mode";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rankForStudent } from "~/features/matching/rank-for-student.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { carryOutMatch } from "~/features/pursuits/carry-out-match.server";
import { decideEach } from "~/features/pursuits/decide-each.server";
import { holdPair } from "~/features/pursuits/hold-pair.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { type CastKey, cast, sampleSchools } from "~db/cast";
import { COHORT } from "~db/seed/cohort/cohort-school.server";
import { seedCohort } from "~db/seed/cohort/seed-cohort.server";
import { inesSuggests, staff, student } from "../../support/pursuit-way";
import { openStage, type Stage, setLakeview, valueIn } from "../../support/stage";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await seedCohort({ db: stage.wiring.db, now: stage.wiring.clock.now() });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** Every second student or so has asked for one, two or three placements, whether they suit or not. */
async function manyAsk(schoolId: string): Promise<void> {
  await stage.rows(
    `insert into pursuits (school_id, student_id, listing_id, organisation_id, state, origin, student_asked_at, created_at, updated_at)
      select school_id, student_id, listing_id, organisation_id, 'requested', 'student', $2, $2, $2 from (
        select st.school_id, st.id as student_id, l.id as listing_id, l.organisation_id,
          row_number() over (partition by st.id order by md5(st.id::text || l.id::text)) as nth,
          dense_rank() over (order by st.id) % 5 as asks
        from students st join listings l on l.school_id = st.school_id and l.state = 'published'
          join placements p on (p.district_id, p.id) = (l.district_id, l.placement_id) and p.kind = 'internship'
        where st.school_id = $1) drawn
      where nth <= least(asks, 3)
      on conflict do nothing`,
    [schoolId, stage.wiring.clock.now()],
  );
}

/** Makes a plan and approves all of it at once, in no order; answers what it proposed and what was refused. */
async function approveAll(coordinator: StaffActor, mode: Mode) {
  const { schoolId, districtId } = coordinator;
  const { wiring } = stage;
  wiring.clock.pass(1);
  const { runId } = valueIn(await startMatchRun(wiring, coordinator, { mode }));
  valueIn(await proposeMatches(wiring, { kind: "system", job: "propose-matches", schoolId, districtId }, { runId }));
  const rows = await stage.rows<{ id: string }>("select id from matches where run_id = $1 order by md5(id::text)", [
    runId,
  ]);
  const matchIds = rows.map(({ id }) => id);
  const { refused } = valueIn(await decideEach(wiring, coordinator, { decision: "approve", matchIds }));
  return { matchIds, refused };
}

const bestFor = async (key: CastKey, at: number) => {
  const { ranked } = valueIn(await rankForStudent(stage.wiring, staff("ines"), { studentId: cast[key].personId }));
  return ranked[at]?.listingId ?? "";
};

const undoWindow = { kind: "system", job: "approve-held", ...sampleSchools.lakeview } as const;

test.each(MODES)("whatever is under way, all that a %s plan of the cast proposes can be approved", async (mode) => {
  await setLakeview(stage, { livePursuitLimit: 3, placesPerSeat: 2 });
  // Jada has asked for as many as she may, Hodan is approved, Minh has suggestions, an approval for Leo waits, Ana is locked.
  for (const at of [0, 1, 2])
    valueIn(await requestPursuit(stage.wiring, student("jada"), { listingId: await bestFor("jada", at), note: "" }));
  const hodan = { studentId: cast.hodan.personId, listingId: await bestFor("hodan", 0) };
  valueIn(await requestPursuit(stage.wiring, student("hodan"), { listingId: hodan.listingId, note: "" }));
  valueIn(await holdPair(stage.wiring, staff("ines"), { ...hodan, seen: 0 }));
  await inesSuggests(stage, "minh", "ward-helper");
  const leo = { studentId: cast.leo.personId, listingId: await bestFor("leo", 0) };
  valueIn(await holdPair(stage.wiring, staff("ines"), { ...leo, seen: 0 }));
  const ana = { studentId: cast.ana.personId, listingId: await bestFor("ana", 1) };
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...ana, ruling: "locked", seen: 0, reason: "" }));
  await manyAsk(cast.ana.schoolId);
  const { matchIds, refused } = await approveAll(staff("ines"), mode);
  expect(refused).toEqual([]);
  expect(matchIds.length).toBeGreaterThan(10);
  stage.wiring.clock.pass(3);
  for (const matchId of matchIds) valueIn(await carryOutMatch(stage.wiring, undoWindow, { matchId }));
});

test("a student who pursues as many as they may gets nothing but what they asked for, and the queue says why", async () => {
  await setLakeview(stage, { livePursuitLimit: 1 });
  await manyAsk(cast.ana.schoolId);
  expect((await approveAll(staff("ines"), "balanced")).refused).toEqual([]);
  const [run] = await stage.rows<{ summary: { unmatched: { studentId: string; failing: Record<string, number> }[] } }>(
    "select summary from match_runs where school_id = $1",
    [cast.ana.schoolId],
  );
  const full = run?.summary.unmatched.filter(({ failing }) => "has_most_live" in failing) ?? [];
  expect(full.length).toBeGreaterThan(0);
});

test("all that a slate of a cohort proposes can be approved", async () => {
  const { schoolId, districtId } = COHORT;
  const [account] = await stage.rows<{ account_id: string; person_id: string }>(
    "select account_id, person_id from identity.memberships where school_id = $1 and role = 'coordinator'",
    [schoolId],
  );
  const coordinator: StaffActor = {
    ...staff("ines"),
    schoolId,
    districtId,
    accountId: account?.account_id ?? "",
    personId: account?.person_id ?? "",
  };
  await manyAsk(schoolId);
  const { matchIds, refused } = await approveAll(coordinator, "slate");
  expect(refused).toEqual([]);
  expect(matchIds.length).toBeGreaterThan(150);
});
