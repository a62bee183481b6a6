import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { editPlacement } from "~/features/placements/edit-placement.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { cast } from "~db/cast";
import { maya, mayaPosts, owlWatch, readListing } from "../../support/posting";
import { anaContacted, staff } from "../../support/pursuit-way";
import { lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

async function continuityOf(who: "ana" | "jada") {
  const pair = { studentId: cast[who].personId, listingId: lakeviewListing("clinic-care") };
  const { match } = valueIn(await openPair(stage.wiring, staff("ines"), pair));
  const part = match.score?.parts.student.find(({ key }) => key === "continuity");
  return part && { points: part.points, of: part.of };
}

test("whoever has visited a mentor is known there already, in every placement of theirs; nobody else is", async () => {
  const stranger = await continuityOf("jada");
  expect(await continuityOf("ana")).toEqual({ points: 150, of: 300 });
  const pursuitId = await anaContacted(stage, "clinic-interview");
  expect(await continuityOf("ana")).toEqual({ points: 150, of: 300 });
  await stage.rows("update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open'");
  valueIn(await completePursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(await continuityOf("ana")).toEqual({ points: 300, of: 300 });
  expect(await continuityOf("jada")).toEqual(stranger);
});

test("a visit counts once it took place, and not while it is to come or was called off", async () => {
  const pursuitId = await anaContacted(stage, "clinic-shadow");
  await stage.rows(
    `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at)
      values ($1, $2, 'shadow_day', 'dated', '2026-10-14T16:00:00Z', '2026-10-14T20:00:00Z')`,
    [cast.ana.schoolId, pursuitId],
  );
  for (const [state, points] of [
    ["dated", 150],
    ["cancelled", 150],
    ["done", 300],
  ] as const) {
    await stage.rows("update visits set state = $1", [state]);
    expect([state, (await continuityOf("ana"))?.points]).toEqual([state, points]);
  }
});

/** Ana meets whoever leads the owls on the day of her visit there, when Maya leads them at first and then Theo. */
async function anaVisitsOwls(): Promise<{ placementId: string; lead(mentorId: string): Promise<void> }> {
  const placementId = await mayaPosts(stage);
  const { id: listingId } = await readListing(stage, placementId);
  await stage.rows(
    `with pursuit as (insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at, approved_at, contacted_at)
        select l.school_id, $2, l.id, p.organisation_id, 'contacted', $3, $3, $3 from listings l join placements p on p.id = l.placement_id
        where l.id = $1 returning school_id, id)
      insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at)
        select school_id, id, 'shadow_day', 'done', $3::timestamptz + interval '3 days', $3::timestamptz + interval '75 hours' from pursuit`,
    [listingId, cast.ana.personId, stage.wiring.clock.now()],
  );
  let revision = 0;
  const lead = async (leadMentorId: string) => {
    revision += 1;
    const post = owlWatch({ leadMentorId, backupIds: [] });
    valueIn(await editPlacement(stage.wiring, maya, { placementId, revision, post }));
  };
  return { placementId, lead };
}

const DAY = 24 * 60;

test("who led when the visit took place stays known, whoever leads there since", async () => {
  const { lead } = await anaVisitsOwls();
  expect((await continuityOf("ana"))?.points).toBe(300);
  stage.wiring.clock.pass(4 * DAY);
  await lead(cast.theo.personId);
  expect((await continuityOf("ana"))?.points).toBe(300);
});

test("who leads only since the visit, or led only before it, has met nobody there", async () => {
  const { lead } = await anaVisitsOwls();
  stage.wiring.clock.pass(DAY);
  await lead(cast.theo.personId);
  expect((await continuityOf("ana"))?.points).toBe(150);
  stage.wiring.clock.pass(4 * DAY);
  await lead(cast.maya.personId);
  expect((await continuityOf("ana"))?.points).toBe(150);
});

test("who led when a pursuit came to its end is known, and not who leads since", async () => {
  const { placementId, lead } = await anaVisitsOwls();
  const ended = stage.wiring.clock.now();
  await stage.rows("delete from visits");
  await stage.rows("update pursuits set state = 'completed', ended_at = $1", [ended]);
  stage.wiring.clock.pass(DAY);
  await lead(cast.theo.personId);
  expect((await continuityOf("ana"))?.points).toBe(300);
  await stage.rows("update former_leads set mentor_id = null where placement_id = $1", [placementId]);
  expect((await continuityOf("ana"))?.points).toBe(150);
});
