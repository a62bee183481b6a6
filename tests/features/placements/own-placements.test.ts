import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listOwnPlacements } from "~/features/placements/list-own-placements.server";
import { listPostingChoices } from "~/features/placements/list-posting-choices.server";
import { openPlacement } from "~/features/placements/open-placement.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { carlos, HARBOR, LAKEVIEW, maya, mayaPosts, theo } from "../../support/posting";
import { NOBODY, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const open = (placementId: string, by = maya) => openPlacement(stage.wiring, by, { placementId });

test("a mentor sees the organisation's placements, the newest first, and where each stands at which school", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  for (const actor of [maya, theo]) {
    const [newest] = await listOwnPlacements(stage.wiring, actor);
    expect(newest).toMatchObject({ id: placementId, title: "Nurse injured owls" });
    expect(newest?.listings.map(({ school_name, state }) => [school_name, state])).toEqual([
      [sampleSchools.harbor.name, "in_review"],
      [sampleSchools.lakeview.name, "in_review"],
    ]);
  }
});

test("a placement opens with everything that was said about it", async () => {
  const placementId = await mayaPosts(stage);
  expect(valueIn(await open(placementId))).toMatchObject({
    placement: { title: "Nurse injured owls", site_name: "Aviary", mentor_name: "Maya", revision: 1 },
    days: [{ weekday: 2, seats: 2 }],
    interests: ["animals"],
    backups: [{ id: cast.theo.personId }],
    listings: [{ school_id: LAKEVIEW }],
  });
});

test("placements of another organisation are not there", async () => {
  const placementId = await mayaPosts(stage);
  for (const stranger of [carlos, castActor(cast.ruth)]) {
    const own = await listOwnPlacements(stage.wiring, stranger);
    expect(own.map(({ id }) => id)).not.toContain(placementId);
    expect(own.length).toBeGreaterThan(0);
    expect(await open(placementId, stranger)).toEqual({ ok: false, reason: "not_found" });
  }
  expect(await open(NOBODY)).toEqual({ ok: false, reason: "not_found" });
});

test("what can be chosen is of the own organisation and district: colleagues, places, areas and schools", async () => {
  await mayaPosts(stage);
  const { schools, areas, sites, mentors } = await listPostingChoices(stage.wiring, maya);
  expect(schools.map(({ id }) => id).sort()).toEqual([LAKEVIEW, HARBOR].sort());
  expect(areas.length).toBeGreaterThan(0);
  expect(sites.map(({ name }) => name)).toContain("Aviary");
  expect(mentors.map(({ id }) => id).sort()).toEqual([cast.maya.personId, cast.theo.personId].sort());
  const others = await listPostingChoices(stage.wiring, carlos);
  expect(others.sites.map(({ name }) => name)).not.toContain("Aviary");
  expect(others.mentors.map(({ id }) => id)).not.toContain(cast.maya.personId);
});
