import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deleteSearch } from "~/features/search/delete-search.server";
import { listOwnSearches } from "~/features/search/list-saved-searches.server";
import { renameSearch } from "~/features/search/rename-search.server";
import { MOST_SAVED, saveSearch } from "~/features/search/save-search.server";
import { switchSearchMail } from "~/features/search/switch-search-mail.server";
import { cast, castActor } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { wishFor } from "../../support/searching";
import { countRows, NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ana = student("ana");
const leo = student("leo");
const ANIMALS = wishFor({ text: " animals ", kinds: ["shadow_day", "internship"], weekdays: [4, 2], withinKm: 5 });

const save = (wish = ANIMALS, by: Parameters<typeof saveSearch>[1] = ana, name = "Animals near me") =>
  saveSearch(stage.wiring, by, { name, wish, mailsNews: true });
const list = async (by = ana) => valueIn(await listOwnSearches(stage.wiring, by));

test("what a student saves is on their list with its name, words and limits, the latest first", async () => {
  await save();
  stage.wiring.clock.pass(1);
  await save(wishFor({ text: "música" }), ana, "Music");
  const { searches } = await list();
  expect(searches.map(({ name }) => name)).toEqual(["Music", "Animals near me"]);
  expect(searches[1]).toMatchObject({
    mailsNews: true,
    wish: { text: "animals", kinds: ["internship", "shadow_day"], weekdays: [2, 4], withinKm: 5, page: 1 },
  });
});

test("saving the same search twice, also at once and from another page of results, is saving once", async () => {
  await Promise.all([save(), save(), save()]);
  await save({ ...ANIMALS, page: 3, weekdays: [2, 4] });
  expect((await list()).searches).toHaveLength(1);
});

test("the organisations chosen are kept, and a search without any is the one that was kept before they could be", async () => {
  await save(wishFor({ text: "cats", organisations: ["b", "a"] }));
  const [kept] = (await list()).searches;
  expect(kept?.wish.organisations).toEqual(["a", "b"]);
  await save();
  const [row] = await stage.rows<{ wish: object }>("select wish from saved_searches where wish ->> 'text' = 'animals'");
  expect(row?.wish).not.toHaveProperty("organisations");
});

test("the number of open seats is kept, and what was kept before there was one asks for an open place or for any", async () => {
  await save(wishFor({ text: "cats", openSeats: 5 }));
  await save(wishFor({ text: "dogs", openSeats: 1 }));
  await save(wishFor({ text: "owls" }));
  const kept = await stage.rows("select wish from saved_searches order by wish ->> 'text'");
  expect(kept).toMatchObject([
    { wish: { openOnly: true, openSeats: 5 } },
    { wish: { openOnly: true } },
    { wish: { openOnly: false } },
  ]);
  for (const { wish } of kept.slice(1)) expect(wish).not.toHaveProperty("openSeats");
  const wishes = new Map((await list()).searches.map(({ wish }) => [wish.text, wish.openSeats]));
  expect([...wishes].sort()).toEqual([
    ["cats", 5],
    ["dogs", 1],
    ["owls", 0],
  ]);
});

test("a search that is cut in the middle of a picture is kept, and without half of it", async () => {
  const long = "a".repeat(199);
  await save(wishFor({ text: `${long}🐶` }));
  expect((await list()).searches[0]?.wish.text).toBe(`${long}\ufffd`);
});

test("a student keeps ten searches; the eleventh is refused until one is deleted", async () => {
  const ids: string[] = [];
  for (let n = 0; n < MOST_SAVED; n += 1) ids.push(valueIn(await save(wishFor({ text: `word ${n}` }))).searchId);
  expect(await save(wishFor({ text: "one more" }))).toMatchObject({
    reason: "too_many_searches",
    detail: { most: MOST_SAVED },
  });
  await deleteSearch(stage.wiring, ana, { searchId: ids[0] ?? "" });
  expect(await save(wishFor({ text: "one more" }))).toMatchObject({ ok: true });
});

test("eleven at once are ten", async () => {
  await Promise.all(Array.from({ length: MOST_SAVED + 1 }, (_, n) => save(wishFor({ text: `word ${n}` }))));
  expect(await countRows(stage, "saved_searches")).toBe(MOST_SAVED);
});

test("another name, and mail on and off, change that search alone; deleting it twice is harmless", async () => {
  const { searchId } = valueIn(await save());
  await save(wishFor({ text: "music" }), ana, "Music");
  valueIn(await renameSearch(stage.wiring, ana, { searchId, name: "Pets" }));
  valueIn(await switchSearchMail(stage.wiring, ana, { searchId, mailsNews: false }));
  const told = async () => (await list()).searches.map(({ name, mailsNews }) => [name, mailsNews]);
  expect(new Map((await told()) as [string, boolean][])).toEqual(
    new Map([
      ["Pets", false],
      ["Music", true],
    ]),
  );
  for (let n = 0; n < 2; n += 1) valueIn(await deleteSearch(stage.wiring, ana, { searchId }));
  expect(await told()).toEqual([["Music", true]]);
});

test("somebody else's search cannot be seen, renamed, switched or deleted; it looks as if it were not there", async () => {
  const { searchId } = valueIn(await save());
  for (const stranger of [leo, student("keisha")]) {
    expect((await list(stranger)).searches).toEqual([]);
    expect(reasonIn(await renameSearch(stage.wiring, stranger, { searchId, name: "Mine" }))).toBe("not_found");
    expect(reasonIn(await switchSearchMail(stage.wiring, stranger, { searchId, mailsNews: false }))).toBe("not_found");
    await deleteSearch(stage.wiring, stranger, { searchId });
  }
  expect(reasonIn(await renameSearch(stage.wiring, ana, { searchId: NOBODY, name: "x" }))).toBe("not_found");
  expect((await list()).searches).toMatchObject([{ name: "Animals near me", mailsNews: true }]);
});

test.each([
  ["a coordinator", staff("ines")],
  ["a guardian", castActor(cast.rosa)],
  ["a mentor", castActor(cast.maya)],
] as const)("%s saves no searches", async (_who, by) => {
  const outcomes = [
    await save(ANIMALS, by),
    await listOwnSearches(stage.wiring, by),
    await renameSearch(stage.wiring, by, { searchId: NOBODY, name: "x" }),
    await switchSearchMail(stage.wiring, by, { searchId: NOBODY, mailsNews: true }),
    await deleteSearch(stage.wiring, by, { searchId: NOBODY }),
  ];
  for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, reason: "not_permitted" });
});

test("a search that an older build wrote is read as far as it is understood", async () => {
  await save();
  await stage.rows(`update saved_searches set wish = '{"text":"animals","weekdays":["x"],"sort":"strange","more":1}'`);
  expect((await list()).searches[0]?.wish).toEqual(wishFor({ text: "animals" }));
});

test("a list says why no mail comes: too young, or no address", async () => {
  const { schoolId, personId } = cast.ana;
  expect((await list()).noMailBecause).toBeNull();
  const [before] = await stage.rows<{ born_on: string | null }>("select born_on from people where id = $1", [personId]);
  await stage.rows("update people set born_on = '2014-06-01' where id = $1", [personId]);
  expect((await list()).noMailBecause).toBe("too_young");
  await stage.rows("update people set born_on = $2 where id = $1", [personId, before?.born_on]);
  await stage.rows("update contact_points set undeliverable_at = now() where school_id = $1 and person_id = $2", [
    schoolId,
    personId,
  ]);
  expect((await list()).noMailBecause).toBe("no_address");
  await stage.rows("update contact_points set undeliverable_at = null where school_id = $1 and person_id = $2", [
    schoolId,
    personId,
  ]);
});
