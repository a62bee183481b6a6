import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SystemActor } from "~/domain/actor";
import { MOST_WORDS_EACH } from "~/domain/interest/onet/choose-words";
import { moveWord } from "~/features/words/change-words.server";
import { importOnet } from "~/features/words/import-onet.server";
import { openWords } from "~/features/words/open-words.server";
import { sampleSchools } from "~db/cast";
import { staff } from "../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.rows("delete from school_words"));
afterAll(() => stage.close());

const actor: SystemActor = { kind: "system", job: "import:onet", ...sampleSchools.lakeview };
const AREAS = [
  "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source",
  "29-1131.00\t1.B.3.h\tAnimal Service\tDS\t1.00\t05/2026\tAI/Expert",
  "29-1131.00\t1.B.3.h\tAnimal Service\tOI\t6.80\t05/2026\tAI/Expert",
  "29-1131.00\t1.B.3.m\tMedical Science\tOI\t5.90\t05/2026\tAI/Expert",
  "37-2011.00\t1.B.3.d\tPhysical/Manual Labor\tOI\t6.10\t05/2026\tAI/Expert",
  "27-2042.00\t1.B.3.u\tMusic\tOI\t3.20\t05/2026\tAI/Expert",
  "",
];
const TITLES = [
  "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)",
  "29-1131.00\tCritter Whisperer (CW)\tn/a\t08",
  "29-1131.00\tPet Healer\tn/a\t08",
  "37-2011.00\tMop Master\tn/a\t08",
  "27-2042.00\tGlockenspielist\tn/a\t08",
];
const bring = (
  mode: "preview" | "save",
  { areas = AREAS, titles = TITLES, types }: { areas?: string[]; titles?: string[]; types?: string[] } = {},
) => importOnet(stage.wiring, actor, { areas, types: types ?? null, titles: { "Alternate Titles.txt": titles }, mode });
const words = async () =>
  valueIn(await openWords(stage.wiring, staff("ines")))
    .words.map(({ interestId, word }) => `${word} = ${interestId}`)
    .sort();

test("titles stand for what their occupation is most about; weak levels and areas of no interest bring none", async () => {
  const { rows, refused, fresh } = valueIn(await bring("save"));
  expect({ rows, refused }).toEqual({ rows: 9, refused: [] });
  expect(fresh).toHaveLength(2);
  expect(await words()).toEqual(["critter whisperer = animals", "pet healer = animals"]);
});

test("between areas that are as strong the RIASEC types of the occupation decide", async () => {
  const rows = (levels: [name: string, level: number][]) => [
    AREAS[0] ?? "",
    ...levels.map(([name, level]) => `29-1131.00\t1\t${name}\tOI\t${level}\t05/2026\tAI/Expert`),
  ];
  const areas = rows([
    ["Animal Service", 6.2],
    ["Medical Science", 6],
    ["Visual Arts", 5.6],
  ]);
  const types = rows([
    ["Realistic", 4],
    ["Social", 6.5],
    ["Artistic", 7],
  ]);
  types.push("29-1131.00\t1\tFirst Interest High-Point\tIH\t2\t\t", "29-1131.00\t1\tBrave\tOI\t2\t\t", "x");
  const { refused, fresh } = valueIn(await bring("save", { areas, types }));
  expect(refused.map(({ file, line, reason }) => [file, line, reason])).toEqual([
    ["Interests.txt", 6, "unknown_type"],
    ["Interests.txt", 7, "too_few_fields"],
    ["Alternate Titles.txt", 4, "unknown_occupation"],
    ["Alternate Titles.txt", 5, "unknown_occupation"],
  ]);
  expect(new Set(fresh.map(({ interestId }) => interestId))).toEqual(new Set(["healthcare"]));
});

test("looking first stores nothing, and says the same", async () => {
  const preview = valueIn(await bring("preview"));
  expect(await words()).toEqual([]);
  expect(valueIn(await bring("save"))).toEqual(preview);
});

test("done again it adds nothing, and a word that was taken back stays so", async () => {
  await bring("save");
  const [first] = valueIn(await openWords(stage.wiring, staff("ines"))).words;
  valueIn(await moveWord(stage.wiring, staff("ines"), { wordId: first?.wordId ?? "", move: "take_back" }));
  expect(valueIn(await bring("save"))).toMatchObject({ fresh: [], known: 2 });
  const all = valueIn(await openWords(stage.wiring, staff("ines"))).words;
  expect(all.map(({ isInUse }) => isInUse).sort()).toEqual([false, true]);
});

test("a row that cannot be used is refused with its line and reason, and the others count", async () => {
  const bad = {
    areas: [
      ...AREAS,
      "nothing",
      "29-11\t1\tMusic\tOI\t5\t\t",
      "29-1131.00\t1\tAlchemy\tOI\t5\t\t",
      "29-1131.00\t1\tMusic\tOI\tmuch\t\t",
    ],
    titles: [
      ...TITLES,
      "29-1131.00",
      "x\tVet",
      "99-9999.00\tGhost",
      "29-1131.00\tHelper Of All The Animals",
      "29-1131.00\tVet",
      "29-1131.00\t?!",
    ],
  };
  const { refused, fresh } = valueIn(await bring("save", bad));
  expect(refused.map(({ file, line, reason }) => `${file} ${line} ${reason}`)).toEqual([
    "Specific Interest Areas.txt 8 too_few_fields",
    "Specific Interest Areas.txt 9 no_occupation_code",
    "Specific Interest Areas.txt 10 unknown_area",
    "Specific Interest Areas.txt 11 no_number",
    "Alternate Titles.txt 6 too_few_fields",
    "Alternate Titles.txt 7 no_occupation_code",
    "Alternate Titles.txt 8 unknown_occupation",
    "Alternate Titles.txt 9 too_many_words",
    "Alternate Titles.txt 10 already_known",
    "Alternate Titles.txt 11 no_word",
  ]);
  expect(fresh).toHaveLength(2);
});

test("an interest gets so many words and no more, from the occupations that are most about it", async () => {
  const areas = [AREAS[0] ?? ""];
  const titles = [TITLES[0] ?? ""];
  for (let at = 0; at < MOST_WORDS_EACH + 5; at += 1) {
    const code = `11-10${String(at).padStart(2, "0")}.00`;
    areas.push(`${code}\t1\tMusic\tOI\t${4 + at / 100}\t\t`);
    titles.push(`${code}\tzither${"abcdefghijklmnopqrstuvwxyz"[at]}\t\t`);
  }
  const { fresh } = valueIn(await bring("save", { areas, titles }));
  expect(fresh).toHaveLength(MOST_WORDS_EACH);
  expect(fresh[0]?.word).toBe("zithery");
  expect(fresh.map(({ word }) => word)).not.toContain("zithera");
});

test("it belongs to one school", async () => {
  await bring("save");
  expect(valueIn(await openWords(stage.wiring, staff("malik"))).words).toEqual([]);
});
