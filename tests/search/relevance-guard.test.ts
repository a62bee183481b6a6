import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocumentsToFind, readJudgedQueries } from "~/commands/support/evaluation-files";
import { evaluateSearch, QUERY_FORMS, type QueryForm } from "~/features/search/evaluate-search.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { valueIn } from "../support/stage";
import { createTestWiring, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let wiring: TestWiring;
beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

/** Invented places: what is meant stands in a name, in another name, or only in what is done there, beside others that say the same words. */
const places = [
  ["bakery", "Neighborhood bakery", ["bread shop"], ["Knead dough before sunrise", "Serve customers at the counter"]],
  ["cake", "Wedding cake studio", ["pastry design"], ["Paint sugar flowers", "Serve samples to customers"]],
  ["clinic", "Animal clinic", ["vet's office"], ["Hold nervous cats", "Clean the counter and kennels"]],
  ["shelter", "Dog shelter", ["animal rescue"], ["Walk dogs by the river", "Clean kennels"]],
  ["aquarium", "Harbor aquarium", ["marine animals"], ["Feed otters", "Show visitors the tide pool"]],
  ["boats", "Boat builders", ["shipwright"], ["Sand wooden hulls", "Varnish masts"]],
  ["carpenter", "Carpenter's workshop", ["woodworking"], ["Build shelves", "Sand table tops"]],
  ["radio", "Community radio", ["broadcasting"], ["Interview visitors", "Cut sound for the news"]],
  ["newspaper", "Weekly newspaper", ["journalism"], ["Write short news", "Take photographs of the harbor"]],
  ["garage", "Bicycle garage", ["bike repair"], ["True wheels", "Replace brake cables"]],
  ["nursery", "Plant nursery", ["garden center"], ["Water seedlings", "Carry bags of soil for customers"]],
  ["daycare", "Daycare", ["nursery school"], ["Read to small children", "Serve lunch"]],
  ["theater", "Youth theater", ["stage school"], ["Paint the stage", "Sew costumes"]],
  ["lighting", "Stage lighting rental", ["light technician"], ["Hang lamps", "Replace cables"]],
].map(([id, title, aliases, tasks]) => ({ id, title, aliases, tasks, description: "" })) as {
  id: string;
  title: string;
  aliases: string[];
  tasks: string[];
  description: string;
}[];

const queries = [
  { q: "bread shop", rel: ["bakery"], typo: "bred shop", prefix: "bread sh" },
  { q: "animals", rel: ["clinic", "shelter", "aquarium"], typo: "anmials", prefix: "anima" },
  { q: "walking dogs", rel: ["shelter"], typo: "wlaking dogs", prefix: "walking do" },
  { q: "wood working", rel: ["carpenter", "boats"], typo: "wood workin", prefix: "woodw" },
  { q: "fix bicycles", rel: ["garage"], typo: "fix bycicles", prefix: "fix bicy" },
  { q: "garden plants", rel: ["nursery"], typo: "gardn plants", prefix: "garden pla" },
  { q: "nursery school", rel: ["daycare"], typo: "nursry school", prefix: "nursery scho" },
  { q: "write for a newspaper", rel: ["newspaper"], typo: "write for a newspapr", prefix: "write for a newsp" },
  { q: "stage lights", rel: ["lighting"], typo: "stage lihgts", prefix: "stage li" },
  { q: "sewing costumes", rel: ["theater"], typo: "sewing costums", prefix: "sewing cost" },
];

type Bounds = Record<QueryForm, { ndcg10: number; zeroRate: number }>;

/** What was measured when a bound was last moved, less what one query more or less makes. Moved up with the method, never down. */
const OF_PLACES: Bounds = {
  q: { ndcg10: 0.99, zeroRate: 0 },
  typo: { ndcg10: 0.95, zeroRate: 0 },
  prefix: { ndcg10: 0.95, zeroRate: 0 },
};
const OF_OCCUPATIONS: Bounds = {
  q: { ndcg10: 0.603, zeroRate: 0.005 },
  typo: { ndcg10: 0.595, zeroRate: 0.01 },
  prefix: { ndcg10: 0.474, zeroRate: 0.015 },
};

async function expectWithin(
  bounds: Bounds,
  judged: Pick<Parameters<typeof evaluateSearch>[1], "documents" | "queries">,
): Promise<void> {
  const { sets } = valueIn(await evaluateSearch(wiring, { engine: "postgres", ...judged }));
  for (const form of QUERY_FORMS) {
    expect(sets[form].n, form).toBeGreaterThan(0);
    expect(sets[form].ndcg10, form).toBeGreaterThanOrEqual(bounds[form].ndcg10);
    expect(sets[form].zeroRate, form).toBeLessThanOrEqual(bounds[form].zeroRate);
  }
}

test("the method finds what is meant before what only says the same words, also misspelled and unfinished, and answers every question", () =>
  expectWithin(OF_PLACES, { documents: places, queries }));

/** A thousand occupations of O*NET with four hundred judged queries: beside the repository where they are, and not part of it. */
const OCCUPATIONS = path.resolve("../shared/data/onet-occupations.jsonl");
const JUDGED = path.resolve("../shared/data/onet-queries-dev.jsonl");

if (existsSync(OCCUPATIONS) && existsSync(JUDGED))
  test("it finds among a thousand occupations at least as well as it did when it was tuned", async () => {
    const [documents, judged] = [await readDocumentsToFind(OCCUPATIONS), await readJudgedQueries(JUDGED)];
    await expectWithin(OF_OCCUPATIONS, { documents, queries: judged });
  }, 300_000);
else
  process.stderr.write(
    "The occupations of O*NET are not beside the repository: the sample of places alone holds the method.\n",
  );
