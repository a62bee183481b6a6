// How fast the search is, next to MiniSearch in the same run. `npm run bench:search`
// BENCH_SIZES: numbers of placements. The figures are also in .cache/bench/search.json. With MEILI_TEST_URL (and MEILI_TEST_KEY) a real Meilisearch runs too.
import { expect, test } from "vitest";
import { percentile } from "~search/relevance";
import { openPostgresIndex } from "../../search/documents";
import { openMeilisearch } from "../../search/meilisearch";
import { createTestDatabase } from "../../support/database";
import { type Competitor, type Need, ofEngine } from "./competitor";
import { CENTRE, makeCorpus, misspell } from "./corpus";
import { miniSearch } from "./peer";
import { openTable } from "./table";

const SIZES = (process.env.BENCH_SIZES ?? "10000,100000").split(",").map(Number);
const CLIENTS = [1, 16];
const QUERIES = 200;
/** A slow case is asked no longer than that: at 100,000 MiniSearch takes most of a second for a question, and there are eight cases. */
const LONGEST_MS = 10_000;
const KINDS: Record<string, (text: string) => Need> = {
  plain: (text) => ({ text }),
  typo: (text) => ({ text: misspell(text) }),
  "filter+facets": (text) => ({ text, filtered: true }),
  geo: (text) => ({ text, near: CENTRE }),
};

const table = openTable("search");

test.each(SIZES)("searching %i placements", async (size) => {
  const { documents, asked } = makeCorpus(size);
  for (const open of await competitors()) {
    const competitor = await open();
    try {
      const started = performance.now();
      await competitor.fill(documents);
      const seconds = (performance.now() - started) / 1_000;
      table.add({ size, engine: competitor.name, kind: "indexing", perSecond: Math.round(size / seconds) });
      for (const [kind, needOf] of Object.entries(KINDS))
        for (const clients of CLIENTS) await measure(competitor, { size, kind, clients, needs: asked.map(needOf) });
    } finally {
      await competitor.close();
    }
  }
});

async function competitors(): Promise<(() => Promise<Competitor>)[]> {
  const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key = null } = process.env;
  const meilisearch = async () => {
    const { search, close } = await openMeilisearch({ url: url ?? "", readKey: key, writeKey: key, taskMs: 600_000 });
    return ofEngine(search, close);
  };
  const postgres = async () => {
    const database = await createTestDatabase();
    const { search, close } = openPostgresIndex(database.webUrl, 10);
    return ofEngine(search, async () => {
      await close();
      await database.drop();
    });
  };
  return [async () => miniSearch(), postgres, ...(url ? [meilisearch] : [])];
}

interface Case {
  size: number;
  kind: string;
  clients: number;
  needs: readonly Need[];
}

async function measure(competitor: Competitor, { size, kind, clients, needs }: Case): Promise<void> {
  for (const need of needs.slice(0, 5)) await competitor.ask(need);
  const times: number[] = [];
  let found = 0;
  let next = 0;
  const started = performance.now();
  const client = async () => {
    while (next < QUERIES && performance.now() - started < LONGEST_MS) {
      const need = needs[next++ % needs.length] as Need;
      const asked = performance.now();
      if ((await competitor.ask(need)) > 0) found += 1;
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  table.add({
    size,
    engine: competitor.name,
    kind,
    clients,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
    perSecond: Math.round(times.length / seconds),
    asked: times.length,
    found,
  });
  expect(found, `${competitor.name} finds nothing`).toBeGreaterThan(0);
}
