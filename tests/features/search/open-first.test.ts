import { afterAll, beforeAll, expect, test } from "vitest";
import { searchPlacements } from "~/features/search/search-placements.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { LAKEVIEW } from "../../support/posting";
import { student } from "../../support/pursuit-way";
import { indexSample, wishFor } from "../../support/searching";
import { openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
  await indexSample(stage);
});
afterAll(() => stage.close());

const search = async (text: string) =>
  valueIn(await searchPlacements(stage.wiring, student("ana"), wishFor({ text }))).results;

interface Listed extends Record<string, unknown> {
  districtId: string;
  placementId: string;
}

/** Two listings of different organisations and the same kind, told apart by nothing but their titles. */
async function retitle(titles: readonly string[]): Promise<Listed[]> {
  const listed = await stage.rows<Listed>(
    `select distinct on (p.organisation_id) p.district_id as "districtId", p.id as "placementId"
     from placements p join listings l on l.placement_id = p.id
     where l.school_id = $1 and l.state = 'published' and l.seats > 0 and p.kind = 'internship'
     order by p.organisation_id, p.id limit 2`,
    [LAKEVIEW],
  );
  for (const [place, { placementId }] of listed.entries()) {
    await stage.rows("delete from placement_interests where placement_id = $1", [placementId]);
    await stage.rows("update placements set title = $2, student_will_do = '', requirements = '' where id = $1", [
      placementId,
      titles[place],
    ]);
    await setSeats(placementId, 2);
  }
  for (const ref of listed) await syncPlacement(stage.wiring, ref);
  return listed;
}

const setSeats = (placementId: string, seats: number) =>
  stage.rows("update listings set seats = $3 where placement_id = $1 and school_id = $2", [
    placementId,
    LAKEVIEW,
    seats,
  ]);

async function fill(ref: Listed): Promise<void> {
  await setSeats(ref.placementId, 0);
  await syncPlacement(stage.wiring, ref);
}

test("of placements that fit alike the open one comes first, and the full one stays in the list", async () => {
  await retitle(["Beacon keeper", "Beacon keeper"]);
  const [first] = await search("beacon keeper");
  const [full] = await stage.rows<Listed>(
    `select p.district_id as "districtId", p.id as "placementId" from placements p join listings l on l.placement_id = p.id where l.id = $1`,
    [first?.listingId],
  );
  if (!full) throw new Error("it was found");
  await fill(full);
  const [open, other] = await search("beacon keeper");
  expect(open?.isOpen).toBe(true);
  expect(other).toMatchObject({ isOpen: false, listingId: first?.listingId });
});

test("one that says just what was asked for is not put behind an open one that barely does", async () => {
  const [exact] = await retitle(["Lantern maker", "Walk with a lantern, meet a maker, and help in the shop"]);
  if (!exact) throw new Error("the sample has two");
  await fill(exact);
  const [first, second] = await search("lantern maker");
  expect([first?.title, first?.isOpen, second?.isOpen]).toEqual(["Lantern maker", false, true]);
});
