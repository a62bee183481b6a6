// How fast the page of the student's search answers over HTTP, at a school with many listings. `npm run bench:search`
// BENCH_PAGE_SIZE: number of listings.
import { expect, test } from "vitest";
import { cast } from "~db/cast";
import { percentile } from "~search/relevance";
import { type Product, startProduct } from "../product";
import { misspell } from "./corpus";
import { multiplyListings } from "./many-listings";
import { say } from "./table";

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

test("the student's search over HTTP", async () => {
  const product = await startProduct({
    async fill({ superuserUrl, run }) {
      await multiplyListings(superuserUrl, SIZE);
      run("search-reindex");
    },
    mail: cast.ana.mail,
  });
  try {
    say([SIZE, "page", "kind", "clients", "p50 ms", "p95 ms", "p99 ms", `goal ${GOAL_MS}`]);
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
  const client = async () => {
    while (times.length + clients <= REQUESTS) await askOnce();
  };
  await Promise.all(Array.from({ length: clients }, client));
  const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  const verdict = clients > 1 ? "" : p95 <= GOAL_MS ? "met" : "missed";
  say([SIZE, "page", kind, clients, p50.toFixed(1), p95.toFixed(1), p99.toFixed(1), verdict]);
}
