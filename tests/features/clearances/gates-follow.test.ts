import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlacementPost } from "~/domain/placement/post";
import { settleClearances } from "~/features/clearances/settle-clearances.server";
import { editPlacement } from "~/features/placements/edit-placement.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { confirmGate } from "~/features/pursuits/confirm-gate.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { cast } from "~db/cast";
import { maya, mayaPosts, owlWatch, readListing } from "../../support/posting";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import { giveLooking, listTaskKinds, openStage, type Stage, valueIn } from "../../support/stage";
import { inesPlans, listVisitRows, PLACE, THURSDAY } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from clearances where mentor_id = any($1)", [[cast.maya.personId, cast.theo.personId]]);
});
afterAll(() => stage.close());

/** A clear check of a mentor at Lakeview. */
const cleared = (key: "maya" | "theo", expiresOn = "2028-09-01", result = "clear") =>
  stage.rows(
    `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on, expires_on)
      values ($1, $2, $3, 'background_check', $4, '2026-09-01', $5)`,
    [cast.ines.schoolId, cast.ines.districtId, cast[key].personId, result, expiresOn],
  );
const gateOf = async (pursuitId: string) =>
  (
    await stage.rows<{ state: string }>("select state from gates where pursuit_id = $1 and kind = 'clearance'", [
      pursuitId,
    ])
  )[0]?.state;
const changes = () =>
  stage.rows<{ payload: { districtId: string; placementId: string } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'settle-clearances'`,
  );
/** Does the jobs that an edit has promised, as the worker would. */
const follow = async () => {
  for (const { payload } of await changes()) await settleClearances(stage.wiring, payload);
  await stage.rows("delete from graphile_worker._private_jobs");
};
/** Everything but the clearance is seen to. */
const closeOthers = () =>
  stage.rows(
    "update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open' and kind <> 'clearance'",
  );
const shadow = { kind: "shadow_day" } as const;

/** Ana's approved pursuit of a place of Maya's, whose host was contacted. */
async function anaAtMayas(post: Partial<PlacementPost> = {}) {
  const placementId = await mayaPosts(stage, { backupIds: [], ...post });
  const { id: listingId } = await readListing(stage, placementId);
  valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [listingId] }));
  await giveLooking(stage, "ana", "rosa");
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  await closeOthers();
  await stage.rows("delete from graphile_worker._private_jobs");
  let revision = 1;
  const edit = async (changed: Partial<PlacementPost>) => {
    const input = { placementId, revision: revision++, post: owlWatch({ backupIds: [], ...post, ...changed }) };
    valueIn(await editPlacement(stage.wiring, maya, input));
  };
  return { pursuitId, placementId, edit };
}

test("a new lead without a check opens the gate again: the dated shadow day is off, and staff get one task", async () => {
  await cleared("maya");
  const { pursuitId, placementId, edit } = await anaAtMayas();
  expect(await gateOf(pursuitId)).toBe("met");
  expect(valueIn(await inesPlans(stage, pursuitId)).state).toBe("dated");
  expect(valueIn(await inesPlans(stage, pursuitId, { ...shadow, day: "2026-10-29" })).state).toBe("dated");
  await edit({ leadMentorId: cast.theo.personId });
  expect((await changes()).map(({ payload }) => payload.placementId)).toEqual([placementId]);
  await follow();
  expect(await gateOf(pursuitId)).toBe("open");
  // An interview needs no check of this school, and goes on.
  expect((await listVisitRows(stage)).map(({ state }) => state)).toEqual(["dated", "cancelled"]);
  expect(await listTaskKinds(stage)).toContain("clearance_open");
  await settleClearances(stage.wiring);
  expect((await listTaskKinds(stage)).filter((kind) => kind === "clearance_open")).toHaveLength(1);
  expect(
    await stage.rows("select actor_note from audit_log where transition = 'gate:clearance' and to_state = 'open'"),
  ).toEqual([{ actor_note: "settle-clearances" }]);
  await cleared("theo");
  await settleClearances(stage.wiring);
  expect(await gateOf(pursuitId)).toBe("met");
  expect(await listTaskKinds(stage)).not.toContain("clearance_open");
});

test("a back-up without a check keeps the gate open until the host names them no more", async () => {
  await cleared("maya");
  const { pursuitId, edit } = await anaAtMayas({ backupIds: [cast.theo.personId] });
  expect(await gateOf(pursuitId)).toBe("open");
  await edit({ backupIds: [] });
  await follow();
  expect(await gateOf(pursuitId)).toBe("met");
  await edit({ backupIds: [cast.theo.personId] });
  await follow();
  expect(await gateOf(pursuitId)).toBe("open");
});

test("a last day past the end of the check opens the gate, one before it closes it", async () => {
  await cleared("maya", "2027-02-01");
  const { pursuitId, edit } = await anaAtMayas();
  expect(await gateOf(pursuitId)).toBe("met");
  await edit({ endsOn: "2027-06-01" });
  await follow();
  expect(await gateOf(pursuitId)).toBe("open");
  await edit({ endsOn: "2027-01-26" });
  await follow();
  expect(await gateOf(pursuitId)).toBe("met");
});

test("what a person confirmed of those who are named stays, and says nothing of somebody named later", async () => {
  const { pursuitId, edit } = await anaAtMayas();
  const byHand = { pursuitId, kind: "clearance", on: "2026-10-14", note: "Saw both letters." };
  valueIn(await confirmGate(stage.wiring, staff("ines"), byHand));
  await stage.rows("update gates set confirmed_by = null where kind = 'clearance'"); // She has left since.
  await edit({ endsOn: "2027-06-01" });
  await follow();
  expect(await gateOf(pursuitId)).toBe("met");
  expect(await listTaskKinds(stage)).not.toContain("clearance_open");
  await edit({ leadMentorId: cast.theo.personId });
  await follow();
  expect(await gateOf(pursuitId)).toBe("open");
  expect(await listTaskKinds(stage)).toContain("clearance_open");
  valueIn(await confirmGate(stage.wiring, staff("ines"), { ...byHand, note: "Saw Theo's letter." }));
  await follow();
  expect(await gateOf(pursuitId)).toBe("met");
});

test("a change of another placement, and an internship that has ended, change no gate", async () => {
  await cleared("maya");
  const { pursuitId, placementId, edit } = await anaAtMayas();
  await edit({ leadMentorId: cast.theo.personId });
  const { districtId } = cast.ines;
  expect(await settleClearances(stage.wiring, { districtId, placementId: pursuitId })).toBe(0);
  const other = { districtId: cast.greta.districtId, placementId };
  expect(await settleClearances(stage.wiring, other)).toBe(0);
  await stage.rows(
    `insert into engagements (school_id, district_id, pursuit_id, lead_mentor_id, state, basis)
      values ($1, $2, $3, $4, 'ended', 'unpaid_educational')`,
    [cast.ines.schoolId, districtId, pursuitId, cast.maya.personId],
  );
  await follow();
  expect(await gateOf(pursuitId)).toBe("met");
});

test("open-ended work is cleared today, and looked at again: the day the check has run out the gate is open", async () => {
  await cleared("maya", "2026-12-01");
  const { pursuitId } = await anaAtMayas({ endsOn: null });
  expect(await gateOf(pursuitId)).toBe("met");
  stage.wiring.clock.set(new Date("2026-12-01T20:00:00Z"));
  expect(await settleClearances(stage.wiring)).toBe(0);
  stage.wiring.clock.set(new Date("2026-12-02T20:00:00Z"));
  expect(await settleClearances(stage.wiring)).toBe(1);
  expect(await gateOf(pursuitId)).toBe("open");
  expect(await listTaskKinds(stage)).toContain("clearance_open");
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(await listTaskKinds(stage)).not.toContain("clearance_open");
});

test("a shadow day goes by the day on which it is, for each visit by itself", async () => {
  await cleared("maya", "2026-10-28");
  const pursuitId = await anaContacted(stage, "clinic-shadow");
  expect(await gateOf(pursuitId)).toBe("met");
  await closeOthers();
  expect(valueIn(await inesPlans(stage, pursuitId, shadow)).state).toBe("dated");
  const late = valueIn(await inesPlans(stage, pursuitId, { ...shadow, day: "2026-10-29" }));
  expect(late.state).toBe("proposed");
  const { visits } = valueIn(await openPursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(visits.map(({ waitsFor }) => waitsFor)).toEqual([[], ["clearance"]]);
  const day = { visitId: late.visitId, place: PLACE, ...THURSDAY, day: "2026-10-28" };
  expect(valueIn(await dateVisit(stage.wiring, staff("ines"), day)).state).toBe("dated");
});

test("a shadow day in an internship needs a check on its day, not to the last day of the internship", async () => {
  await cleared("maya", "2026-12-01");
  const { pursuitId } = await anaAtMayas();
  expect(await gateOf(pursuitId)).toBe("open");
  expect(valueIn(await inesPlans(stage, pursuitId, shadow)).state).toBe("dated");
  await stage.rows("delete from clearances where mentor_id = $1", [cast.maya.personId]);
  await settleClearances(stage.wiring);
  expect((await listVisitRows(stage)).map(({ state }) => state)).toEqual(["cancelled"]);
});

test("a shadow day in an interview finds the checks that are here, and the interview can be completed", async () => {
  await cleared("maya");
  await cleared("theo");
  await stage.rows(
    `update placements set lead_mentor_id = $2 where id = (select placement_id from listings where id = (select listing_id from pursuits where id = $1))`,
    [await anaContacted(stage, "hospital-interview"), cast.maya.personId],
  );
  const [pursuit] = await stage.rows<{ id: string }>("select id from pursuits");
  const pursuitId = pursuit?.id ?? "";
  await inesPlans(stage, pursuitId, shadow);
  expect(await gateOf(pursuitId)).toBe("met");
  await closeOthers();
  valueIn(await completePursuit(stage.wiring, staff("ines"), { pursuitId }));
});

test("a renewal that is not finished hides no valid check from the gate of the next student", async () => {
  await cleared("maya");
  await stage.rows(
    `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on)
      values ($1, $2, $3, 'background_check', 'pending', '2026-10-10')`,
    [cast.ines.schoolId, cast.ines.districtId, cast.maya.personId],
  );
  const { pursuitId } = await anaAtMayas();
  expect(await gateOf(pursuitId)).toBe("met");
});

test("what a school asked for once and has run out keeps no gate open; what failed does", async () => {
  const former = (result: string) =>
    stage.rows(
      `insert into clearances (school_id, district_id, mentor_id, type, result, checked_on, expires_on)
        values ($1, $2, $3, 'Former kind', $4, '2024-09-01', '2026-09-01')`,
      [cast.ines.schoolId, cast.ines.districtId, cast.maya.personId, result],
    );
  await cleared("maya");
  await former("clear");
  const { pursuitId } = await anaAtMayas();
  expect(await gateOf(pursuitId)).toBe("met");
  await former("not_clear");
  await settleClearances(stage.wiring);
  expect(await gateOf(pursuitId)).toBe("open");
});
