import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlacementPost } from "~/domain/placement/post";
import { loadDraft } from "~/features/placements/load-draft.server";
import { postPlacement } from "~/features/placements/post-placement.server";
import { saveDraft } from "~/features/placements/save-draft.server";
import { EditPlacementForm } from "~/routes/mentor.placements.new/form.server";
import { cast, sampleSchools } from "~db/cast";
import { placementIdOf } from "~db/seed/write-placements.server";
import {
  AVIARY,
  carlos,
  HARBOR,
  LAKEVIEW,
  listPlacementsToIndex,
  maya,
  mayaPosts,
  owlWatch,
  readListing,
} from "../../support/posting";
import { countRows, listMails, NOBODY, openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const post = (changes: Partial<PlacementPost>, by = maya) =>
  postPlacement(stage.wiring, by, { placementId: randomUUID(), post: owlWatch(changes) });
const countTraces = async () => [
  await countRows(stage, "placements"),
  await countRows(stage, "listings"),
  await countRows(stage, "sites"),
];

test("a posted placement waits at every school it is offered to, and nobody finds it before they publish", async () => {
  const placementId = await mayaPosts(stage, { schoolIds: [LAKEVIEW, HARBOR] });
  for (const school of ["lakeview", "harbor"] as const) {
    expect(await readListing(stage, placementId, school)).toMatchObject({ state: "in_review", seats: 2 });
  }
  expect(await listPlacementsToIndex(stage)).toEqual([]);
  expect(await listMails(stage)).toEqual([]);
  const acts = await stage.rows("select transition, actor_kind from audit_log where noun_id = $1", [placementId]);
  expect(acts).toEqual([{ transition: "post", actor_kind: "mentor" }]);
});

test("everything that was said is kept: days, interests, stand-ins and a new place", async () => {
  const placementId = await mayaPosts(stage);
  const [kept] = await stage.rows(
    `select p.title, s.name as site, s.located_by, d.weekday, i.interest_id, b.mentor_id
      from placements p join sites s on s.id = p.site_id join placement_days d on d.placement_id = p.id
      join placement_interests i on i.placement_id = p.id join placement_backups b on b.placement_id = p.id
      where p.id = $1`,
    [placementId],
  );
  expect(kept).toEqual({
    title: "Nurse injured owls",
    site: "Aviary",
    located_by: "pin",
    weekday: 2,
    interest_id: "animals",
    mentor_id: cast.theo.personId,
  });
});

test("skills and other names are kept as they were written, in their order", async () => {
  const said = { skills: ["Use hand tools", "C++"], aliases: ["Bike mechanic", "Taller de bicicletas"] };
  const placementId = await mayaPosts(stage, said);
  expect(await stage.rows("select skills, aliases from placements where id = $1", [placementId])).toEqual([said]);
});

test.each([
  ["nine skills", { skills: [..."123456789"] }, { field: "skills", fault: "too_many_lines" }],
  ["a long other name", { aliases: ["x".repeat(61)] }, { field: "aliases", fault: "line_too_long" }],
])("what is no short list is refused, and nothing is left behind: %s", async (_what, changes, fault) => {
  const before = await countTraces();
  expect(await post(changes)).toEqual({ ok: false, reason: "not_valid", detail: fault });
  expect(await countTraces()).toEqual(before);
});

test.each(["skills", "aliases"])("the table itself takes no other lines, whoever writes them: %s", async (column) => {
  const placementId = await mayaPosts(stage);
  const write = (lines: (string | null)[]) =>
    stage.rows(`update placements set ${column} = $2 where id = $1`, [placementId, lines]);
  for (const lines of [[..."123456789"], ["x".repeat(61)], ["a", "x".repeat(61), "b"], [""], [null], ["a\nb"]])
    await expect(write(lines), JSON.stringify(lines)).rejects.toThrow(`placements_${column}_short`);
  await write(Array.from({ length: 8 }, () => "x".repeat(60)));
  await write([]);
});

test("too many lines are told to be too many, also where each of them is long", () => {
  const form = {
    ...{ kind: "internship", title: "Repair bikes", studentWillDo: "You repair bikes with us.", seats: "2" },
    ...{ weekday: ["2"], starts2: "10:00", ends2: "14:00", seats2: "2", lengthUnit: "weeks", lengthCount: "8" },
    ...{ interests: ["repair"], languages: ["en"], minimumGrade: "9", maximumGrade: "12" },
    ...{ siteName: "Workshop", street: "1 Harbor Way", city: "Seattle", latitude: "47.6", longitude: "-122.3" },
    ...{ leadMentorId: cast.maya.personId, backupIds: [], schoolIds: [LAKEVIEW] },
  };
  const skills = Array.from({ length: 9 }, (_, place) => `${place}`.padEnd(200, "x")).join("\n");
  const said = (changes: object) =>
    EditPlacementForm.safeParse({ ...form, ...changes }).error?.issues.map(({ path, message }) => ({ path, message }));
  expect(said({})).toBeUndefined();
  expect(said({ skills })).toEqual([{ path: ["skills"], message: "placements:fault.too_many_lines" }]);
});

test("a form sent eight times at once posts once, and makes its place once", async () => {
  const [placements = 0, listings = 0, sites = 0] = await countTraces();
  const input = { placementId: randomUUID(), post: owlWatch() };
  // Connections are open before the race begins, so that it is one.
  await Promise.all(Array.from({ length: 8 }, () => loadDraft(stage.wiring, maya, { form: "placement-new" })));
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => postPlacement(stage.wiring, maya, input)));
  for (const outcome of outcomes) expect(outcome).toEqual({ ok: true, value: { placementId: input.placementId } });
  expect(await countTraces()).toEqual([placements + 1, listings + 1, sites + 1]);
});

test("an id that another organisation's placement has is not there to post to, and nothing is left behind", async () => {
  const before = await countTraces();
  const input = { placementId: placementIdOf("bakery-morning"), post: owlWatch() };
  expect(await postPlacement(stage.wiring, maya, input)).toEqual({ ok: false, reason: "not_found" });
  expect(await countTraces()).toEqual(before);
});

test("posting empties the form that was kept", async () => {
  const form = "placement-new";
  await saveDraft(stage.wiring, maya, { form, content: { title: "Nurse" } });
  await mayaPosts(stage);
  expect(await loadDraft(stage.wiring, maya, { form })).toBeNull();
});

const NOWHERE = { ...AVIARY, street: "", latitude: null, longitude: null };
const REFUSED: [string, Partial<PlacementPost>, object][] = [
  ["is offered to no school", { schoolIds: [] }, { reason: "no_school" }],
  [
    "names a school of another district",
    { schoolIds: [sampleSchools["cedar-ridge"].schoolId] },
    { reason: "unknown_school" },
  ],
  ["is led by somebody of another organisation", { leadMentorId: cast.carlos.personId }, { reason: "unknown_mentor" }],
  ["has a stand-in of another organisation", { backupIds: [cast.carlos.personId] }, { reason: "unknown_mentor" }],
  ["is at a place that nobody named", { site: { id: NOBODY } }, { reason: "unknown_site" }],
  ["is in an area that is not there", { site: { ...AVIARY, areaId: NOBODY } }, { reason: "unknown_area" }],
  [
    "comes every week on no day",
    { days: [] },
    { reason: "not_valid", detail: { field: "weekday", fault: "days_missing" } },
  ],
  [
    "ends before it starts",
    { endsOn: "2026-11-02" },
    { reason: "not_valid", detail: { field: "endsOn", fault: "dates_reversed" } },
  ],
  [
    "is on site nobody knows where",
    { site: NOWHERE },
    { reason: "not_valid", detail: { field: "street", fault: "site_missing" } },
  ],
];
test.each(REFUSED)("a post that %s is refused, and nothing is left behind", async (_what, changes, refusal) => {
  const before = await countTraces();
  expect(await post(changes)).toEqual({ ok: false, ...refusal });
  expect(await countTraces()).toEqual(before);
});

test("a mentor posts for the own organisation only: another one's people and places are unknown", async () => {
  const own = { leadMentorId: cast.carlos.personId, backupIds: [] };
  expect(await post(own, carlos)).toMatchObject({ ok: true });
  const [clinic] = await stage.rows<{ id: string }>("select id from sites where organisation_id = $1 limit 1", [
    cast.maya.organisationId,
  ]);
  const site = { id: clinic?.id ?? "" };
  expect(await post({ ...own, site }, carlos)).toEqual({ ok: false, reason: "unknown_site" });
});

test("somebody who left the organisation posts nothing more", async () => {
  const stranger = { ...maya, organisationId: cast.carlos.organisationId };
  expect(await post({}, stranger)).toEqual({ ok: false, reason: "not_permitted" });
});
