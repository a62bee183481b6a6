import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SearchDocument, SearchIndex } from "~search/port";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";
import { describeEngine } from "./contract/engine";
import { ask, HARBOR, INDEX, idsOf, LAKEVIEW, makeDocument, type OpenIndex, openPostgresIndex } from "./documents";

async function openUnfilled(): Promise<OpenIndex & { database: TestDatabase }> {
  const database = await createTestDatabase();
  const opened = openPostgresIndex(database.webUrl);
  const close = async () => {
    await opened.close();
    await database.drop();
  };
  return { database, search: opened.search, close };
}

async function openFilled(documents: SearchDocument[] = []) {
  const opened = await openUnfilled();
  await opened.search.rebuild(INDEX, [documents]);
  return opened;
}

describeEngine("postgres", {
  open: () => openFilled(),
  openUnfilled,
  openDown: async () => openPostgresIndex("postgres://app_web@127.0.0.1:1/none", 1),
});

describe("what was removed", () => {
  const NOW = new Date("2026-10-15T17:00:00Z");
  const hoursBefore = (hours: number) => (NOW.getTime() - hours * 3_600_000) * 1_000;

  it("leaves a mark for a day, so that nothing older brings it back, and then nothing", async () => {
    const { search, database, close } = await openFilled();
    const marks = () =>
      sql<{ id: string }>(database, "select id from search_documents where removed order by id").then((rows) =>
        rows.map(({ id }) => id),
      );
    await search.put(INDEX, [makeDocument({ id: "kept", version: 1 })]);
    await search.remove(INDEX, [
      { id: "long-ago", version: hoursBefore(25) },
      { id: "just-now", version: hoursBefore(23) },
    ]);
    expect(await marks()).toEqual(["just-now", "long-ago"]);
    expect(await search.sweep(NOW)).toEqual([]);
    expect(await marks()).toEqual(["just-now"]);
    await search.put(INDEX, [makeDocument({ id: "just-now", version: hoursBefore(24) })]);
    expect(idsOf(await ask(search, {}))).toEqual(["kept"]);
    await close();
  });
});

/** Neighbours swapped at every place, and a letter wrong or too many; what has four letters allows no typo. */
function oneTypoAway(word: string): string[] {
  const typed = [...word].flatMap((letter, place) => {
    const [before, after] = [word.slice(0, place), word.slice(place + 1)];
    return [
      `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`,
      `${before}q${after}`,
      `${before}q${letter}${after}`,
    ];
  });
  return typed.filter((each) => each !== word);
}

describe("words", () => {
  let opened: OpenIndex & { database: TestDatabase };
  let search: SearchIndex;

  const titles = {
    clinic: "Care for animals at the clinic",
    film: "Animation studio",
    garden: "Gardening with neighbors",
    jardin: "Ayudante de jardinería",
    piano: "Tuning pianos",
    library: "Librarian's assistant",
    photography: "Photography darkroom",
    cook: "Cocinero del barrio",
  };
  const documents = Object.entries(titles).map(([id, title]) =>
    makeDocument({ id, title, texts: id === "garden" ? { willDo: ["You plant beans and pull weeds."] } : {} }),
  );

  beforeAll(async () => {
    opened = await openFilled(documents);
    ({ search } = opened);
  });
  afterAll(() => opened.close());

  const first = async (text: string, open = false) => idsOf(await ask(search, { text, open }))[0];
  const all = async (text: string, open = false) => idsOf(await ask(search, { text, open })).sort();

  it("finds a word of five letters or more by every way to write it with one typo", async () => {
    const horses = makeDocument({ id: "horses", title: "Horse, paint, nurse, stage" });
    await search.put(INDEX, [horses]);
    for (const word of ["horse", "paint", "nurse", "stage"])
      for (const typed of oneTypoAway(word)) expect([typed, ...(await all(typed))]).toContain("horses");
    await search.remove(INDEX, [horses]);
  });

  it("finds one wrong, missing, doubled or swapped letter from five letters on, two from nine", async () => {
    expect(await first("animls")).toBe("clinic");
    expect(await first("anmials")).toBe("clinic");
    expect(await first("gardenning")).toBe("garden");
    expect(await first("photografy")).toBe("photography");
    expect(await all("pianno")).toEqual(["piano"]);
    expect(await all("bens")).toEqual([]);
  });

  it("finds forms of a word, the word itself first, and nothing that only shares a stem by accident before it", async () => {
    expect(await first("gardens")).toBe("garden");
    expect(await first("librarians")).toBe("library");
    expect(await first("animals")).toBe("clinic");
    expect(await first("animation")).toBe("film");
  });

  it("counts a form of the reader's language more than one that only another language sees", async () => {
    const quality = async (language: string) => {
      const { meanings } = await ask(search, { text: "cocinera", language });
      return meanings.find(({ term }) => term === "cocinero")?.quality ?? 0;
    };
    expect(await quality("es-MX")).toBeGreaterThan(await quality("en"));
    expect(await quality("en")).toBeGreaterThan(0);
    expect(await quality("vi")).toBe(await quality("es"));
  });

  it("takes the last word for a beginning while it is open, and only the last", async () => {
    expect(await all("pho", true)).toEqual(["photography"]);
    expect(await all("pho")).toEqual([]);
    expect(await all("pho zzz", true)).toEqual([]);
  });

  it("ranks a document with all the words before one with some, and leaves out one with the small change", async () => {
    await search.put(
      INDEX,
      ["Cats and dogs", "Cats in art", "The art of tea and the sea"].map((title, place) =>
        makeDocument({ id: `few${place}`, title }),
      ),
    );
    expect(idsOf(await ask(search, { text: "cats dogs" }))).toEqual(["few0", "few1"]);
    expect(await all("cats and dogs")).toEqual(["few0", "few1"]);
  });

  it("counts documents per word right while many writers put and remove at once", async () => {
    const crowd = Array.from({ length: 24 }, (_, place) =>
      makeDocument({ id: `crowd${place}`, title: place % 2 ? "Harbor pilot training" : "Training harbor pilot" }),
    );
    await Promise.all(crowd.map((document) => search.put(INDEX, [document])));
    await Promise.all(crowd.slice(0, 12).map(({ id }) => search.remove(INDEX, [{ id, version: 2 }])));
    const counted =
      "select t.term, t.documents, (select count(*)::integer from search_postings p where p.term_number = t.number) as held from search_terms t";
    const rows = await sql<{ term: string; documents: number; held: number }>(opened.database, counted);
    expect(rows.filter(({ documents, held }) => documents !== held)).toEqual([]);
    expect(rows.find(({ term }) => term === "pilot")?.documents).toBe(12);
    expect((await ask(search, { text: "pilot" })).total).toBe(12);
  });

  it("leans on interests and on open places of the own school without any word, ties by id", async () => {
    const held = (id: string, interest: string[], openAt: string[]) =>
      makeDocument({ id, title: "Reed cutting", facets: { kind: ["reeds"], interest, openAt } });
    const documents = [
      held("r4", ["music"], []),
      held("r3", ["music"], [HARBOR]),
      held("r2", ["cooking"], [LAKEVIEW]),
      held("r1", ["music", "cooking"], [LAKEVIEW]),
      held("r0", ["sports"], []),
    ];
    await search.put(INDEX, documents);
    const leanings = [
      { field: "interest", value: "cooking", weight: 0.1 },
      { field: "interest", value: "music", weight: 0.2 },
      { field: "interest", value: "sports", weight: -0.3 },
      { field: "openAt", value: LAKEVIEW, weight: 0.05 },
    ];
    const filters = { these: { field: "kind", in: ["reeds"] } };
    expect(idsOf(await ask(search, { leanings, filters }))).toEqual(["r1", "r3", "r4", "r2", "r0"]);
    await search.remove(
      INDEX,
      documents.map(({ id }) => ({ id, version: 2 })),
    );
  });

  it("says how rare words are, the rarest those that no document holds", async () => {
    const rarities = await search.rarities?.(INDEX, ["animals", "assistant", "nowhere"]);
    const of = (word: string) => rarities?.get(word)?.idf ?? 0;
    expect(of("nowhere")).toBeGreaterThan(of("animals"));
    expect(of("animals")).toBeGreaterThan(0);
  });

  it("says whether a document holds a word, in the singular or the plural", async () => {
    const rarities = await search.rarities?.(INDEX, ["assistant", "assistants", "asistant", "nowhere"]);
    expect(Object.fromEntries([...(rarities ?? [])].map(([word, { isHeld }]) => [word, isHeld]))).toEqual({
      assistant: true,
      assistants: true,
      asistant: false,
      nowhere: false,
    });
  });
});

describe("words that nearly everything holds beside rare ones", () => {
  let opened: OpenIndex;

  beforeAll(async () => {
    opened = await openFilled([
      ...Array.from({ length: 40 }, (_, place) =>
        makeDocument({ id: `common-${place}`, title: "Learning with people" }),
      ),
      makeDocument({ id: "rare", title: "Falconry with hawks" }),
      makeDocument({ id: "both", title: "Falconry with people" }),
      makeDocument({ id: "elsewhere", title: "Glassblowing", schoolIds: [HARBOR] }),
    ]);
  });
  afterAll(() => opened.close());

  it("find nothing by themselves and count all the same", async () => {
    const answer = await ask(opened.search, { text: "falconry people" });
    expect(idsOf(answer)).toEqual(["both", "rare"]);
    expect(answer.total).toBe(2);
  });

  it("find everything where the rare word is another school's", async () => {
    const answer = await ask(opened.search, { text: "glassblowing people" });
    expect(answer.total).toBe(41);
    expect(idsOf(answer)).not.toContain("elsewhere");
  });
});

describe("what comes closest of what passes the filters", () => {
  const on = (day: number) => ({ day: { field: "weekday", in: [day] } });
  let opened: OpenIndex;

  beforeAll(async () => {
    const placed = (id: string, title: string, day: number) => makeDocument({ id, title, facets: { weekday: [day] } });
    opened = await openFilled([
      placed("paint", "Paint the walls of the clinic", 1),
      ...["print-0", "print-1", "print-2"].map((id) => placed(id, "Print cards for the market", 4)),
    ]);
  });
  afterAll(() => opened.close());
  const closest = async (text: string, day: number, orClosest = true) =>
    idsOf(await ask(opened.search, { text, filters: on(day), orClosest })).sort();

  it("is asked for only where nothing that was found passes, and only by who asks for it", async () => {
    expect(await closest("paint cards clinic", 1)).toEqual(["paint"]);
    expect(await closest("paint cards clinic", 4)).toEqual(["print-0", "print-1", "print-2"]);
    expect(await closest("paint cards clinic", 4, false)).toEqual([]);
  });

  it("is found neither by a guess at a word that others hold, nor by words that only tie others together", async () => {
    expect(await closest("paint", 4)).toEqual([]);
    expect(await closest("paint the clinic", 4)).toEqual([]);
    expect(await closest("the", 4)).toEqual(["print-0", "print-1", "print-2"]);
  });
});
