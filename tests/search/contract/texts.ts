import { beforeAll, expect, it } from "vitest";
import type { SearchIndex } from "~search/port";
import { ask, INDEX, idsOf, makeDocument } from "../documents";

const titles = {
  clinic: "Care for animals at the clinic",
  jardin: "Ayudante de jardinería",
  photography: "Photography darkroom",
  piano: "Tuning pianos",
  markup: "<b>Lanterns</b> & <script>alert('kites')</script>",
  dogs: "犬の世話をする人",
  zoo: "مساعد في حديقة الحيوان",
  garden: "Помощник в саду",
  tutor: "Trợ giảng tiếng Việt",
  walking: "Dog walking 🐕 club",
  khmer: "ជួយថែទាំសត្វ",
};

export function describeTexts(engine: () => SearchIndex): void {
  beforeAll(() =>
    engine().put(
      INDEX,
      Object.entries(titles).map(([id, title]) => makeDocument({ id, title })),
    ),
  );
  const found = async (text: string, open = false) => idsOf(await ask(engine(), { text, open }));

  it("answers every text somebody may send", async () => {
    const hostile = [
      "'",
      '"',
      "-",
      "\\",
      "%",
      "_",
      "a",
      "''; drop table search_terms",
      "\0",
      "\ud800",
      "🐕",
      "犬の世話",
      "رعاية الحيوانات",
      "\u202egnihtyna\u202c",
      "a ".repeat(500),
      "=interest=cooking",
      "null",
      "x".repeat(5000),
      "-garden",
      "(((",
      "a b c d e f g h i j",
      "ten words that say a little too much about nothing here",
    ];
    for (const text of hostile)
      expect((await ask(engine(), { text, open: true })).total, text).toBeGreaterThanOrEqual(0);
  });

  it("forgives nothing in a word of fewer than five letters", async () => {
    const bird = makeDocument({ id: "bird", title: "Bird walks" });
    await engine().put(INDEX, [bird]);
    expect(await found("bird")).toEqual(["bird"]);
    for (const typed of ["birx", "xird", "bidr", "brd"]) expect(await found(typed), typed).toEqual([]);
    await engine().remove(INDEX, [{ id: "bird", version: 2 }]);
  });

  it("finds words of every script, and a pictograph", async () => {
    expect(await found("犬の世話")).toEqual(["dogs"]);
    for (const letters of ["世話", "する人"]) expect(await found(letters), letters).toEqual(["dogs"]);
    expect(await found("ថែទាំ")).toEqual(["khmer"]);
    expect(await found("حديقة")).toEqual(["zoo"]);
    expect(await found("саду")).toEqual(["garden"]);
    expect(await found("tieng viet")).toEqual(["tutor"]);
    expect(await found("🐕")).toEqual(["walking"]);
  });

  it("finds each letter and each few letters inside of a run without spaces, and nothing that only shares some", async () => {
    await engine().put(INDEX, [
      makeDocument({ id: "market", title: "宠物市场助手" }),
      makeDocument({ id: "studio", title: "Club 🎨 カメラマン見習い" }),
    ]);
    for (const letters of ["宠", "物", "手", "宠物", "物市", "市场助手"])
      for (const open of [true, false]) expect(await found(letters, open), letters).toEqual(["market"]);
    for (const letters of ["カ", "い", "メラ", "見習い"]) expect(await found(letters), letters).toEqual(["studio"]);
    expect(await found("話")).toEqual(["dogs"]);
    expect(await found("話物")).toEqual([]);
    expect((await found("club 見"))[0]).toBe("studio");
  });

  it("marks the letters it found in a run, and no more", async () => {
    const [hit] = (await ask(engine(), { text: "話", open: true })).hits;
    expect(hit?.highlights.title?.[0]?.map(([start, end]) => titles.dogs.slice(start, end))).toEqual(["話"]);
  });

  it("folds case and accents, forgives one wrong letter from five on, takes an open last word for a beginning", async () => {
    expect((await found("JARDINERIA"))[0]).toBe("jardin");
    expect((await found("animls"))[0]).toBe("clinic");
    expect((await found("photografy"))[0]).toBe("photography");
    expect(await found("pho", true)).toEqual(["photography"]);
    expect(await found("pho")).toEqual([]);
  });

  it("forgives a wrong letter in an open last word of five letters and more that begins nothing, and not in a finished one", async () => {
    for (const begun of ["phtog", "phtogr", "photpg", "phootogr", "darkroom phtog"])
      expect(await found(begun, true), begun).toEqual(["photography"]);
    for (const typed of ["phtog", "phtogr"]) expect(await found(typed), typed).toEqual([]);
    expect(await found("phto", true)).toEqual([]);
    expect(await found("phtog care", true)).not.toContain("photography");
  });

  it("finds by one letter, by ten words and more, and by words among quotes and minus signs, what holds them", async () => {
    await engine().put(INDEX, [makeDocument({ id: "letters", title: "Sort the letters Q and X by hand" })]);
    expect(await found("x")).toEqual(["letters"]);
    expect(await found("Q", true)).toEqual(["letters"]);
    const ten = "sort letters hand q x in rooms full of envelopes";
    expect((await found(ten))[0]).toBe("letters");
    expect((await found(`${ten} and even more of them`))[0]).toBe("letters");
    expect((await found(`"sort" -letters- "hand`))[0]).toBe("letters");
  });

  it("takes the language of the reader for word forms, whatever it is, and never finds less for it", async () => {
    for (const language of ["en", "es", "es-MX", "vi", "", "no language; at all"]) {
      const { hits } = await ask(engine(), { text: "tuning the pianos", language });
      expect(hits[0]?.id, language).toBe("piano");
      const spanish = await ask(engine(), { text: "ayudante de jardinería", language });
      expect(spanish.hits[0]?.id, language).toBe("jardin");
    }
  });

  it("looks past the words that tie others together, in each language", async () => {
    await engine().put(INDEX, [
      makeDocument({ id: "ties", title: "To be with the and of" }),
      makeDocument({ id: "lazos", title: "Con los de la y el" }),
    ]);
    expect((await found("with the pianos"))[0]).toBe("piano");
    expect((await found("con la jardinería"))[0]).toBe("jardin");
  });

  it("finds by words that only tie others together what holds one, and nothing else", async () => {
    for (const text of ["of the", "the", "with"]) {
      const ids = await found(text);
      expect(ids, text).toContain("ties");
      for (const id of ["piano", "jardin", "walking"]) expect(ids, text).not.toContain(id);
    }
    expect(await found("con la")).toContain("lazos");
    expect(await found("con la")).not.toContain("photography");
  });

  it("ends quotes and minus signs harmlessly: words in them still find", async () => {
    for (const text of ['"pianos', "'pianos'", "pianos -", 'tuning "pianos'])
      expect((await found(text))[0], text).toBe("piano");
  });

  it("marks the words it found, also misspelled ones, in the text as it was given", async () => {
    const [hit] = (await ask(engine(), { text: "animls clinic" })).hits;
    expect(hit?.highlights.title?.[0]?.map(([start, end]) => titles.clinic.slice(start, end))).toEqual([
      "animals",
      "clinic",
    ]);
  });

  it("leaves markup a plain text, so that whoever shows it escapes it, marks and all", async () => {
    const [hit] = (await ask(engine(), { text: "kites" })).hits;
    expect(hit?.texts.title).toEqual([titles.markup]);
    expect(hit?.highlights.title?.[0]?.map(([start, end]) => titles.markup.slice(start, end))).toEqual(["kites"]);
  });

  it("finds by other names and by skills, says in which it did, and names come first", async () => {
    const texts = { skills: ["Read a barometer", "Whittle spoons"], aliases: [] };
    const documents = [
      makeDocument({ id: "skilled", texts }),
      makeDocument({ id: "called", texts: { aliases: ["Barometer repair"] } }),
    ];
    await engine().put(INDEX, documents);
    const { hits } = await ask(engine(), { text: "barometr" });
    expect(hits.map(({ id }) => id)).toEqual(["called", "skilled"]);
    expect(hits[1]).toMatchObject({ texts, highlights: { skills: [[[7, 16]], []] } });
    expect(hits[0]?.highlights.aliases).toEqual([[[0, 9]]]);
    await engine().remove(
      INDEX,
      documents.map(({ id }) => ({ id, version: 2 })),
    );
  });

  it("says which words it took the question for", async () => {
    const { meanings } = await ask(engine(), { text: "animls" });
    expect(meanings.find(({ term }) => term === "animals")).toMatchObject({ word: "animls" });
  });
}
