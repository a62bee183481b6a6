// How fast the page of the student's search answers over HTTP, at a school with many listings. `npm run bench:search`
// BENCH_PAGE_SIZE: number of listings. The figures are also in .cache/bench/search-page.json.
import { expect, test } from "vitest";
import { cast } from "~db/cast";
import { percentile } from "~search/relevance";
import { type Product, startProduct } from "../product";
import { misspell } from "./corpus";
import { multiplyListings } from "./many-listings";
import { openTable } from "./table";

const SIZE = Number(process.env.BENCH_PAGE_SIZE ?? 10_000);
const CLIENTS = [1, 16];
const REQUESTS = 200;
const WARM_UP = 20;
const GOAL_MS = 100;
const WORDS = [
  "animals",
  "help in the kitchen",
  "music studio",
  "repair bikes",
  "garden",
  "website design",
  "theater",
  "clinic",
];
const ASKED: Record<string, (words: string) => Record<string, string>> = {
  browse: () => ({}),
  plain: (q) => ({ q }),
  typo: (q) => ({ q: misspell(q) }),
  "filter+facets": (q) => ({ q, day: "2", kind: "internship", open: "1" }),
  "near first": (q) => ({ q, km: "5", sort: "near" }),
  organisation: (q) => ({ q, orgname: "comm" }),
};

const table = openTable("search-page");

test("the student's search over HTTP", async () => {
  const product = await startProduct({
    async fill({ superuserUrl, run }) {
      await multiplyListings(superuserUrl, SIZE);
      run("search-reindex");
    },
    mail: cast.ana.mail,
  });
  try {
    for (const [kind, ask] of Object.entries(ASKED))
      for (const clients of CLIENTS) await measure(product, { kind, clients, ask });
  } finally {
    await product.stop();
  }
});

interface Case {
  kind: string;
  clients: number;
  ask: (words: string) => Record<string, string>;
}

/** As the page asks while somebody types: for its data alone. */
async function measure(product: Product, { kind, clients, ask }: Case): Promise<void> {
  const times: number[] = [];
  let next = 0;
  const askOnce = async () => {
    const search = new URLSearchParams(ask(WORDS[next++ % WORDS.length] ?? ""));
    search.set("_data", "routes/search");
    const { ms, body } = await product.get(`/search?${search}`);
    expect(JSON.parse(body)).toHaveProperty("found.total");
    times.push(ms);
  };
  for (let turn = 0; turn < WARM_UP; turn += 1) await askOnce();
  times.length = 0;
  const started = performance.now();
  const client = async () => {
    while (times.length + clients <= REQUESTS) await askOnce();
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  table.add({
    size: SIZE,
    engine: "page",
    kind,
    clients,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
    perSecond: Math.round(times.length / seconds),
    asked: times.length,
    // One student at a time is what the goal is about.
    ...(clients === 1 && { goalMs: GOAL_MS }),
  });
}
