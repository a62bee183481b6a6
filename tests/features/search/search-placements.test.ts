import { afterAll, beforeAll, expect, test } from "vitest";
import { findNews } from "~/features/search/find-news.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { readOnce } from "~/features/search/search-reader.server";
import type { SearchWish } from "~/features/search/search-wish";
import { saveWish } from "~/features/wishes/save-wish.server";
import { cast, castActor } from "~db/cast";
import { SearchError } from "~search/port";
import { LAKEVIEW } from "../../support/posting";
import { anaAsks, staff, student } from "../../support/pursuit-way";
import { indexSample, wishFor } from "../../support/searching";
import { lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.clear();
  await indexSample(stage);
});
afterAll(() => stage.close());

const search = async (changes: Partial<SearchWish> = {}, by: Parameters<typeof searchPlacements>[1] = student("ana")) =>
  valueIn(await searchPlacements(stage.wiring, by, wishFor(changes)));
const titlesFor = async (changes: Partial<SearchWish>) => (await search(changes)).results.map(({ title }) => title);
const DESK = "Welcome people and pets at the front desk";
const CARE = "Help care for animals at a clinic";

test("without words all that the own school lists is there, page by page, each once", async () => {
  const [listed] = await stage.rows<{ count: number }>(
    "select count(*)::int as count from listings where school_id = $1 and state = 'published'",
    [LAKEVIEW],
  );
  const { total, pages } = await search();
  expect(total).toBe(listed?.count);
  const ids: string[] = [];
  for (let page = 1; page <= pages; page += 1)
    ids.push(...(await search({ page })).results.map((row) => row.listingId));
  expect(new Set(ids).size).toBe(total);
  expect(ids).toHaveLength(total);
});

test("nothing that another school lists comes back, whoever asks and whatever they ask for", async () => {
  for (const [by, ownSchool] of [
    [student("ana"), cast.ana.schoolId],
    [student("keisha"), cast.keisha.schoolId],
    [castActor(cast.finn), cast.finn.schoolId],
    [castActor(cast.rosa), cast.rosa.schoolId],
    [staff("tom"), cast.tom.schoolId],
  ] as const) {
    const { results } = await search({ text: "animals" }, by);
    const schools = await stage.rows("select distinct school_id from listings where id = any($1)", [
      results.map(({ listingId }) => listingId),
    ]);
    expect(schools).toEqual([{ school_id: ownSchool }]);
  }
});

test("a placement that two schools list says nothing of the other one: neither its id nor whether it is open there", async () => {
  const [both] = await stage.rows<{ count: number }>(
    `select count(*)::int as count from listings own join listings other using (placement_id)
      where own.school_id = $1 and other.school_id = $2 and own.state = 'published' and other.state = 'published'`,
    [LAKEVIEW, cast.keisha.schoolId],
  );
  expect(both?.count).toBeGreaterThan(0);
  for (const openSeats of [0, 1, 2]) {
    const page = await search({ openSeats });
    expect(JSON.stringify(page)).not.toContain(cast.keisha.schoolId);
    expect(page.open).toBe((await search({ openSeats: 1 })).total);
  }
});

test("what is in review, paused or archived is not found", async () => {
  for (const text of ["seniors shadow", "website", "fire interview"]) {
    const ids = (await search({ text })).results.map(({ listingId }) => listingId);
    for (const hidden of ["seniors-shadow", "web-design", "fire-interview"])
      expect(ids).not.toContain(lakeviewListing(hidden));
  }
});

test.each([
  ["as it is written", "welcome people"],
  ["with a letter missing", "welcme people"],
  ["with letters swapped", "welocme people"],
  ["with the last word unfinished", "people welc"],
])("a placement is found %s, and its title says where", async (_how, text) => {
  const [first] = (await search({ text })).results;
  expect(first?.title).toBe(DESK);
  const marked = first?.titleMarks.map(([start, end]) => DESK.slice(start, end));
  expect(marked).toEqual(["Welcome", "people"]);
});

test("Spanish words find placements that are written in English", async () => {
  expect(await titlesFor({ text: "animales" })).toContain(CARE);
});

test.each([
  ["nothing", ""],
  ["a space", " "],
  ["a sign of patterns", "%"],
  ["a statement", "'; drop table listings; --"],
  ["brackets", "(((("],
  ["a zero byte", "\u0000"],
  ["a picture", "🦉"],
  ["five thousand letters", "a".repeat(5_000)],
])("whatever is typed is answered: %s", async (_what, text) => {
  expect((await search({ text })).page).toBe(1);
});

test("every limit narrows, and the number beside a choice is how many it leads to", async () => {
  const { counts } = await search();
  for (const [field, limit] of [
    ["kind", (value: string) => ({ kinds: [value] })],
    ["weekday", (value: string) => ({ weekdays: [Number(value)] })],
    ["hours", (value: string) => ({ hours: [value] })],
    ["area", (value: string) => ({ areas: [value] })],
    ["interest", (value: string) => ({ interests: [value] })],
    ["language", (value: string) => ({ languages: [value] })],
  ] as const) {
    expect(Object.keys(counts[field]).length).toBeGreaterThan(1);
    for (const [value, count] of Object.entries(counts[field]).slice(0, 3))
      expect((await search(limit(value))).total).toBe(count);
  }
});

test("an organisation is found by a word of its name, and chosen beside others", async () => {
  const [clinic] = (await search({ organisationName: "Green Lake Animal Clinic" })).organisations;
  const other = (await search()).organisations.find(({ id }) => id !== clinic?.id);
  if (!clinic || !other) throw new Error("the sample lists both");
  for (const organisationName of ["green lake a", "lake ANIMAL", "gren lake animal"])
    expect((await search({ organisationName })).organisations).toEqual([clinic]);
  expect((await search({ organisationName: "zzxq" })).organisations).toEqual([]);

  const chosen = await search({ organisations: [clinic.id] });
  expect(chosen.total).toBe(clinic.count);
  expect(new Set(chosen.results.map(({ organisation }) => organisation))).toEqual(new Set([clinic.name]));
  expect(chosen.organisations).toContainEqual({ ...other, isCalledSo: true });
  expect((await search({ organisations: [clinic.id, other.id] })).total).toBe(clinic.count + other.count);
  const beside = await search({ organisations: [other.id], organisationName: "lake animal" });
  expect(beside.organisations.map(({ id, isCalledSo }) => [id, isCalledSo])).toEqual(
    expect.arrayContaining([
      [clinic.id, true],
      [other.id, false],
    ]),
  );
});

test("an organisation that lists nothing at the own school has no name there, whatever the address says", async () => {
  const [theirs] = await stage.rows<{ id: string; name: string }>(
    `select o.id, o.name from organisations o where not exists (
       select from placements p join listings l on l.placement_id = p.id
       where p.organisation_id = o.id and l.school_id = $1 and l.state = 'published') limit 1`,
    [LAKEVIEW],
  );
  if (!theirs) throw new Error("the sample has one");
  const found = await search({ organisations: [theirs.id, "nobody", "'"], organisationName: theirs.name });
  expect(found.organisations.map(({ id }) => id)).not.toContain(theirs.id);
  expect(found.total).toBe(0);
  expect(found.wider).toContainEqual({ without: "organisation", total: (await search()).total });
});

test("a facet is counted without its own limit, so that another choice can be seen", async () => {
  const all = (await search()).counts.kind;
  expect((await search({ kinds: ["shadow_day"] })).counts.kind).toEqual(all);
});

test("with nothing found each limit is given up by itself, and the number is how many there are then", async () => {
  const asked = { text: "animals", weekdays: [7], kinds: ["internship"] };
  const { total, wider } = await search(asked);
  expect(total).toBe(0);
  const { total: anyDay } = await search({ ...asked, weekdays: [] });
  expect(anyDay).toBeGreaterThan(0);
  // No kind and no other words help on a Sunday, so they are not offered.
  expect(wider).toEqual([{ without: "weekday", total: anyDay }]);
});

test("what does not pass the limits does not decide what is found: of what passes, that which comes closest is there", async () => {
  const asked = { text: "playing medicine", kinds: ["shadow_day"] };
  const everywhere = await search({ text: asked.text });
  expect(everywhere.counts.kind.shadow_day ?? 0).toBe(0);
  const { total, wider, results } = await search(asked);
  expect(total).toBe((await search({ ...asked, text: "medicine " })).total);
  expect(results).toHaveLength(total);
  expect(total).toBeGreaterThan(0);
  expect(wider).toEqual([]);
});

test("the news of a search are what it finds, not what comes closest", async () => {
  const { on, ownWords, origin } = await readOnce({ wiring: stage.wiring, actor: student("ana") }).read();
  const news = (changes: Partial<SearchWish>) =>
    findNews(stage.wiring, {
      ...{ wish: wishFor(changes), schoolId: LAKEVIEW, on, origin, ownWords, language: undefined },
      ...{ since: new Date(0), until: stage.wiring.clock.now() },
    });
  expect(await news({ text: "medicine", kinds: ["shadow_day"] })).not.toEqual([]);
  expect(await news({ text: "playing medicine", kinds: ["shadow_day"] })).toEqual([]);
});

test("with nothing found each word is given up by itself, too, and named, and the limits stay", async () => {
  // Nothing is like the second word, so what begins alike is found by it alone, and is not what comes closest.
  const asked = { text: "playing medixyz", kinds: ["shadow_day"] };
  const { total, wider } = await search(asked);
  expect(total).toBe(0);
  const { total: medicine } = await search({ ...asked, text: "medixyz " });
  expect(medicine).toBeGreaterThan(0);
  expect((await search({ ...asked, text: "playing " })).total).toBe(0);
  expect(wider.filter(({ without }) => without === "word")).toEqual([
    { without: "word", word: "playing", total: medicine },
  ]);
});

test("of a question of very many words none is given up by itself", async () => {
  const text = "playing one two three four five six seven medicine";
  const { wider } = await search({ text, kinds: ["nothing-like-it"], weekdays: [4] });
  expect(wider.map(({ without }) => without)).not.toContain("word");
});

test("words that nothing holds are given up before the limits that do find something", async () => {
  const { wider } = await search({ text: "zzzzqqqq", kinds: ["internship"] });
  expect(wider).toEqual([{ without: "text", total: (await search({ kinds: ["internship"] })).total }]);
});

test("where no single limit helps, all are given up together and the words stay", async () => {
  const { wider } = await search({ text: "animals", weekdays: [7], kinds: ["nothing-like-it"] });
  expect(wider).toEqual([{ without: "limits", total: (await search({ text: "animals" })).total }]);
});

test("without any limit there is nothing to give up", async () => {
  expect((await search({ text: "zzzzqqqq" })).wider).toEqual([]);
});

test("near means near to the reader's own area, and farther ones come later", async () => {
  const { results, measuredFrom } = await search({ sort: "near" });
  expect(measuredFrom).toBe("own-area");
  const metres = results.flatMap((row) => row.metres ?? []);
  expect(metres.length).toBeGreaterThan(1);
  expect(metres).toEqual(metres.toSorted((a, b) => a - b));
  const within = await search({ sort: "near", withinKm: 2 });
  expect(within.total).toBeLessThan((await search()).total);
  for (const row of within.results) expect(row.metres).toBeLessThanOrEqual(2_000);
  expect((await search({}, staff("ines"))).measuredFrom).toBe("school");
});

test("a student reads how well each fits, what was saved and what was asked for; staff and guardians do not", async () => {
  await stage.clear();
  valueIn(await saveWish(stage.wiring, student("ana"), { listingId: lakeviewListing("clinic-desk") }));
  const pursuitId = await anaAsks(stage, "clinic-care");
  const rowOf = async (title: string, by?: Parameters<typeof searchPlacements>[1]) =>
    (await search({ text: title }, by)).results.find((row) => row.title === title);
  expect(await rowOf(DESK)).toMatchObject({ wished: true, pursuit: null });
  expect(await rowOf(CARE)).toMatchObject({ wished: false, pursuit: { pursuitId, state: "requested" } });
  expect((await rowOf(CARE))?.fit?.reasons.length).toBeGreaterThan(0);
  for (const by of [staff("ines"), castActor(cast.rosa), student("jada")])
    expect(await rowOf(CARE, by)).toMatchObject({ wished: false, pursuit: null });
  expect((await rowOf(CARE, staff("ines")))?.fit).toBeNull();
});

test("when the second engine answered the page says so", async () => {
  const { search: engine } = stage.wiring;
  const second = {
    ...engine,
    search: async (...asked: Parameters<typeof engine.search>) => ({
      ...(await engine.search(...asked)),
      degraded: true,
    }),
  };
  const answered = await searchPlacements(
    { ...stage.wiring, search: second },
    student("ana"),
    wishFor({ text: "animals" }),
  );
  expect(valueIn(answered)).toMatchObject({ degraded: true });
  expect((await search({ text: "animals" })).degraded).toBe(false);
});

test("when no engine answers that is said, not shown as nothing found", async () => {
  const down = { ...stage.wiring.search, search: () => Promise.reject(new SearchError("engine_down", "away")) };
  const asked = searchPlacements({ ...stage.wiring, search: down }, student("ana"), wishFor());
  expect(reasonIn(await asked)).toBe("search_away");
});

test("a mentor belongs to no school and searches nothing", async () => {
  expect(await searchPlacements(stage.wiring, castActor(cast.maya), wishFor())).toEqual({
    ok: false,
    reason: "not_permitted",
  });
});

/** Every page as a reader comes to it, from the first one on. */
async function leaf(changes: Partial<SearchWish>) {
  const pages = [];
  for (let page = 1; ; ) {
    const found = await search({ ...changes, page });
    pages.push(found);
    if (found.page >= found.pages) return pages;
    page = found.page + 1;
  }
}
/** Takes listings off the list without a word to the index, and puts them back behind `look`. */
async function withPaused<Seen>(listingIds: readonly string[], look: () => Promise<Seen>): Promise<Seen> {
  await stage.rows("update listings set state = 'paused' where id = any($1)", [listingIds]);
  try {
    return await look();
  } finally {
    await stage.rows("update listings set state = 'published' where id = any($1)", [listingIds]);
  }
}

test.each([{ sort: "new" as const }, { text: "s" }])(
  "while the index has yet to hear that a page of listings is paused (%o), no list is empty, the number stays, and each of the others is there once",
  async (wish) => {
    const before = (await leaf(wish)).flatMap(({ results }) => results.map(({ listingId }) => listingId));
    expect(before.length).toBeGreaterThan(20);
    const paused = before.slice(0, 20);
    const pages = await withPaused(paused, () => leaf(wish));
    for (const page of pages) expect(page.results.length).toBeGreaterThan(0);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([before.length]));
    expect(pages[0]).toMatchObject({ page: 2, totalIsExact: false });
    const shown = pages.flatMap(({ results }) => results.map(({ listingId }) => listingId));
    expect(shown).toEqual(before.slice(20));
  },
);

test("one stale listing on the first page takes the last one from nobody", async () => {
  const all = (await leaf({ sort: "new" })).flatMap(({ results }) => results.map(({ listingId }) => listingId));
  const [first] = all as [string];
  // Twenty-one are left to the index, so that the last one stands on a page of its own.
  const interests = await stage.rows<{ id: string }>("select id from listings where id = any($1)", [all.slice(21)]);
  await stage.rows(
    "update search_documents set removed = true where index_name = 'placements' and id in (select placement_id::text from listings where id = any($1))",
    [interests.map(({ id }) => id)],
  );
  try {
    expect(await search({ sort: "new" })).toMatchObject({ total: 21, pages: 2 });
    const pages = await withPaused([first], () => leaf({ sort: "new" }));
    expect(pages.map(({ results }) => results.length)).toEqual([19, 1]);
  } finally {
    await stage.rows(
      "update search_documents set removed = false where index_name = 'placements' and school_ids <> '{}'",
    );
  }
});

test("where all that the index names is gone there is nothing, and what would help is said", async () => {
  const ids = (await search({ text: "animals" })).results.map(({ listingId }) => listingId);
  expect(ids.length).toBeGreaterThan(0);
  const found = await withPaused(ids, () => search({ text: "animals", kinds: ["job_shadow"] }));
  expect(found).toMatchObject({ results: [], total: 0, pages: 0 });
});
