import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeListing } from "~/features/placements/change-listing.server";
import { editPlacement } from "~/features/placements/edit-placement.server";
import { publishAllInReview } from "~/features/placements/publish-all-in-review.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { cast } from "~db/cast";
import { HARBOR, LAKEVIEW, listPlacementsToIndex, maya, mayaPosts, owlWatch, readListing } from "../../support/posting";
import { staff } from "../../support/pursuit-way";
import { lakeviewListing, listMails, NOBODY, openStage, type Stage, valueIn } from "../../support/stage";
import { TEST_NOW } from "../../support/wiring";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const publish = (
  listingIds: string[],
  { by = staff("ines"), revision }: { by?: ReturnType<typeof staff>; revision?: number } = {},
) => publishListings(stage.wiring, by, { listingIds, revision });

test("a published listing is on its way to the index, its mentor is told, and the other school decides for itself", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  const { id } = await readListing(stage, placementId);
  expect(await publish([id])).toEqual({ ok: true, value: { published: 1, skipped: 0 } });
  expect(await stage.rows("select state, published_at from listings where id = $1", [id])).toEqual([
    { state: "published", published_at: TEST_NOW.toISOString() },
  ]);
  expect(await listPlacementsToIndex(stage)).toEqual([placementId]);
  expect(await listMails(stage)).toMatchObject([
    { kind: "placement-published", to: cast.maya.mail, props: { placementTitle: "Nurse injured owls" } },
  ]);
  expect(await readListing(stage, placementId, "harbor")).toMatchObject({ state: "in_review" });
});

test("two coordinators publish the same listings at once: each is published once and its mentor told once", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push((await readListing(stage, await mayaPosts(stage))).id);
  const outcomes = await Promise.all([publish(ids), publish(ids.toReversed(), { by: staff("priya") })]);
  const counts = outcomes.map(valueIn);
  expect(counts.reduce((sum, { published }) => sum + published, 0)).toBe(4);
  expect(counts.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(4);
  expect(await listMails(stage, "placement-published")).toHaveLength(4);
});

test("a text that its host changed after it was opened is not published", async () => {
  const placementId = await mayaPosts(stage);
  const { id } = await readListing(stage, placementId);
  const post = owlWatch({ title: "Something else" });
  valueIn(await editPlacement(stage.wiring, maya, { placementId, revision: 1, post }));
  expect(await publish([id], { revision: 1 })).toEqual({ ok: true, value: { published: 0, skipped: 1 } });
  expect(await publish([id], { revision: 2 })).toEqual({ ok: true, value: { published: 1, skipped: 0 } });
});

test("what is archived, published already, of another school or nowhere is skipped, and the rest is published", async () => {
  const { id } = await readListing(stage, await mayaPosts(stage));
  const others = [
    lakeviewListing("fire-interview"),
    lakeviewListing("clinic-care"),
    lakeviewListing("web-design", "harbor"),
  ];
  expect(await publish([id, ...others, NOBODY, id])).toEqual({ ok: true, value: { published: 1, skipped: 4 } });
  expect(await stage.rows("select state from listings where id = $1", [others[2]])).toEqual([{ state: "in_review" }]);
});

test("all that wait and hold the words are published with one click, and what was not meant still waits", async () => {
  const owls = await readListing(stage, await mayaPosts(stage));
  const bats = await readListing(stage, await mayaPosts(stage, { title: "Count 100% of the bats" }));
  const outcome = await publishAllInReview(stage.wiring, staff("ines"), { words: "100% of" });
  expect(outcome).toEqual({ ok: true, value: { published: 1, skipped: 0 } });
  expect(
    await stage.rows("select id, state from listings where id = any($1) order by created_at", [[owls.id, bats.id]]),
  ).toEqual(
    expect.arrayContaining([
      { id: owls.id, state: "in_review" },
      { id: bats.id, state: "published" },
    ]),
  );
});

test("a hundred and twenty that wait are published in one go, each with its way to the index", async () => {
  await stage.rows("update listings set state = 'archived' where state = 'in_review' and school_id = $1", [LAKEVIEW]);
  const placementIds: string[] = [];
  for (let n = 0; n < 120; n += 1) placementIds.push(await mayaPosts(stage, { title: `Owl number ${n}` }));
  const outcome = await publishAllInReview(stage.wiring, staff("ines"), { words: "" });
  expect(outcome).toEqual({ ok: true, value: { published: 120, skipped: 0 } });
  expect((await listPlacementsToIndex(stage)).sort()).toEqual(placementIds.sort());
});

test("seats that the coordinator set are kept through publishing", async () => {
  const placementId = await mayaPosts(stage);
  const { id: listingId } = await readListing(stage, placementId);
  valueIn(await changeListing(stage.wiring, staff("ines"), { listingId, seats: 1, reviewNote: "One for now." }));
  valueIn(await publish([listingId]));
  expect(await readListing(stage, placementId)).toMatchObject({ seats: 1, review_note: "One for now." });
});

test("an advisor publishes nothing, and a coordinator nothing of another school", async () => {
  const { id } = await readListing(stage, await mayaPosts(stage));
  const refused = { ok: false, reason: "not_permitted" };
  expect(await publish([id], { by: staff("tom") })).toEqual(refused);
  expect(await publishAllInReview(stage.wiring, staff("tom"), { words: "" })).toEqual(refused);
  for (const by of [staff("malik"), staff("greta")])
    expect(await publish([id], { by })).toEqual({ ok: true, value: { published: 0, skipped: 1 } });
  valueIn(await publishAllInReview(stage.wiring, staff("malik"), { words: "owls" }));
  expect(await stage.rows("select state from listings where id = $1", [id])).toEqual([{ state: "in_review" }]);
});
