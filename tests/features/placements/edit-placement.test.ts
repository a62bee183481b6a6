import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlacementPost } from "~/domain/placement/post";
import { changeListing } from "~/features/placements/change-listing.server";
import { editPlacement } from "~/features/placements/edit-placement.server";
import { loadDraft } from "~/features/placements/load-draft.server";
import { moveOwnListing } from "~/features/placements/move-own-listing.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { saveDraft } from "~/features/placements/save-draft.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { openListing } from "~/features/search/open-listing.server";
import { cast } from "~db/cast";
import {
  carlos,
  HARBOR,
  LAKEVIEW,
  listPlacementsToIndex,
  maya,
  mayaPosts,
  owlWatch,
  readListing,
  theo,
} from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const edit = (placementId: string, changes: Partial<PlacementPost>, { by = maya, revision = 1 } = {}) =>
  editPlacement(stage.wiring, by, { placementId, revision, post: owlWatch(changes) });
const publishAtLakeview = async (placementId: string) => {
  const { id } = await readListing(stage, placementId);
  valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [id] }));
};
const read = async (placementId: string) =>
  (await stage.rows("select title, revision, basis, seats from placements where id = $1", [placementId]))[0];

test("an edited text goes back to every school that shows it, and out of the search until it is read again", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  await publishAtLakeview(placementId);
  await stage.rows("delete from graphile_worker._private_jobs");
  expect(await edit(placementId, { title: "Nurse injured hawks" })).toEqual({ ok: true, value: { resubmitted: 1 } });
  expect(await read(placementId)).toMatchObject({ title: "Nurse injured hawks", revision: 2 });
  for (const school of ["lakeview", "harbor"] as const)
    expect(await readListing(stage, placementId, school)).toMatchObject({ state: "in_review" });
  expect(await listPlacementsToIndex(stage)).toEqual([placementId]);
});

test("changed skills and other names are read again by the school as any other word is", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW] });
  await publishAtLakeview(placementId);
  const said = { skills: ["Weigh an owl"], aliases: [] };
  expect(await edit(placementId, said)).toEqual({ ok: true, value: { resubmitted: 1 } });
  const [row] = await stage.rows("select skills, aliases, revision from placements where id = $1", [placementId]);
  expect(row).toEqual({ ...said, revision: 2 });
  expect(await readListing(stage, placementId)).toMatchObject({ state: "in_review" });
});

test("a paused listing whose text changes goes back to review too, and one put away stays so", async () => {
  const paused = await mayaPosts(stage, { schoolIds: [LAKEVIEW] });
  const archived = await mayaPosts(stage, { schoolIds: [LAKEVIEW] });
  for (const [placementId, move] of [
    [paused, "pause"],
    [archived, "archive"],
  ] as const) {
    await publishAtLakeview(placementId);
    const { id } = await readListing(stage, placementId);
    valueIn(await moveOwnListing(stage.wiring, maya, { listingId: id, move }));
  }
  expect(await edit(paused, { title: "Nurse injured hawks" })).toEqual({ ok: true, value: { resubmitted: 1 } });
  expect(await readListing(stage, paused)).toMatchObject({ state: "in_review" });
  expect(await edit(archived, { title: "Nurse injured hawks" })).toEqual({ ok: true, value: { resubmitted: 0 } });
  expect(await readListing(stage, archived)).toMatchObject({ state: "archived" });
});

test.each(["pause", "archive", null] as const)(
  "who pursues it reads no unread word of it (host's move: %s)",
  async (move) => {
    const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW] });
    await publishAtLakeview(placementId);
    const { id: listingId } = await readListing(stage, placementId);
    const ana = student("ana");
    const { pursuitId } = valueIn(await requestPursuit(stage.wiring, ana, { listingId, note: "" }));
    if (move) valueIn(await moveOwnListing(stage.wiring, maya, { listingId, move }));
    const titles = async () => {
      const pursuit = valueIn(await openPursuit(stage.wiring, ana, { pursuitId })).pursuit.title;
      const listing = await openListing(stage.wiring, ana, { listingId });
      return [pursuit, listing.ok ? listing.value.listing.title : listing.reason];
    };
    expect(await titles()).toEqual(["Nurse injured owls", "Nurse injured owls"]);
    valueIn(await edit(placementId, { title: "Nurse injured hawks" }));
    expect(await titles()).toEqual(["Nurse injured owls", "not_found"]);
    if (move === "archive") return;
    await publishAtLakeview(placementId);
    expect(await titles()).toEqual(["Nurse injured hawks", "Nurse injured hawks"]);
  },
);

test("days, interests and stand-ins are replaced, not added to", async () => {
  const placementId = await mayaPosts(stage);
  const days = [{ weekday: 4, startsAt: "10:00", endsAt: "12:00", seats: 1 }];
  valueIn(await edit(placementId, { days, interests: ["science"], backupIds: [] }));
  expect(
    await stage.rows(
      `select (select array_agg(weekday) from placement_days where placement_id = $1) as weekdays,
        (select array_agg(interest_id) from placement_interests where placement_id = $1) as interests,
        (select count(*)::int from placement_backups where placement_id = $1) as backups`,
      [placementId],
    ),
  ).toEqual([{ weekdays: [4], interests: ["science"], backups: 0 }]);
});

test("another school can be offered it later, and the schools that have it keep their listing", async () => {
  const placementId = await mayaPosts(stage);
  const before = await readListing(stage, placementId);
  valueIn(await edit(placementId, { schoolIds: [LAKEVIEW, HARBOR] }));
  expect((await readListing(stage, placementId)).id).toBe(before.id);
  expect(await readListing(stage, placementId, "harbor")).toMatchObject({ state: "in_review" });
});

test("a school that took all seats follows a new number, and one that chose its own keeps it", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  const { id: listingId } = await readListing(stage, placementId);
  valueIn(await changeListing(stage.wiring, staff("ines"), { listingId, seats: 1, reviewNote: "" }));
  valueIn(await edit(placementId, { seats: 5 }));
  expect(await readListing(stage, placementId)).toMatchObject({ seats: 1 });
  expect(await readListing(stage, placementId, "harbor")).toMatchObject({ seats: 5 });
});

test("service learning brings its own rules for working time, and another kind takes them away again", async () => {
  const placementId = await mayaPosts(stage);
  valueIn(await edit(placementId, { kind: "service_learning" }));
  expect(await read(placementId)).toMatchObject({ basis: "service_learning" });
  valueIn(await edit(placementId, { kind: "internship" }, { revision: 2 }));
  expect(await read(placementId)).toMatchObject({ basis: "unpaid_educational" });
});

test("two colleagues save at once: one text stands whole, and the other one is told", async () => {
  const placementId = await mayaPosts(stage);
  const outcomes = await Promise.all([
    edit(placementId, { title: "Owls by Maya" }),
    edit(placementId, { title: "Owls by Theo" }, { by: theo }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual({ ok: false, reason: "changed_since" });
  const winner = outcomes[0]?.ok ? "Owls by Maya" : "Owls by Theo";
  expect(await read(placementId)).toMatchObject({ title: winner, revision: 2 });
});

test("what does not go together is refused, and the text stays as it was", async () => {
  const placementId = await mayaPosts(stage);
  await publishAtLakeview(placementId);
  expect(await edit(placementId, { title: "No days", days: [] })).toMatchObject({ ok: false, reason: "not_valid" });
  const leadMentorId = cast.carlos.personId;
  expect(await edit(placementId, { leadMentorId })).toEqual({ ok: false, reason: "unknown_mentor" });
  expect(await read(placementId)).toMatchObject({ title: "Nurse injured owls", revision: 1 });
  expect(await readListing(stage, placementId)).toMatchObject({ state: "published" });
});

test("saving empties what was kept of this form only", async () => {
  const placementId = await mayaPosts(stage);
  const form = `placement:${placementId}`;
  for (const kept of [form, "placement-new"])
    await saveDraft(stage.wiring, maya, { form: kept, content: { title: "O" } });
  valueIn(await edit(placementId, {}));
  expect(await loadDraft(stage.wiring, maya, { form })).toBeNull();
  expect(await loadDraft(stage.wiring, maya, { form: "placement-new" })).toEqual({ title: "O" });
});

test("a mentor of another organisation finds nothing to edit, and neither does anybody at a made-up id", async () => {
  const placementId = await mayaPosts(stage);
  expect(await edit(placementId, { title: "Mine now" }, { by: carlos })).toEqual({ ok: false, reason: "not_found" });
  expect(await edit(NOBODY, {})).toEqual({ ok: false, reason: "not_found" });
  expect(await read(placementId)).toMatchObject({ title: "Nurse injured owls" });
});
