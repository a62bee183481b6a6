// Prints nDCG@10, recall@10, MRR@10, the share of empty answers and times of the Postgres engine on the O*NET
// occupations. DATABASE_URL names a migrated database (role app_web); the index it makes is thrown away.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { createDatabase } from "~db/connection.server";
import { withSystem } from "~db/scope.server";
import { planQuery } from "~search/plan-query";
import type { SearchDocument, SearchIndex } from "~search/port";
import { createPostgresIndex } from "~search/postgres-index";
import { reRank } from "~search/re-rank";

interface Occupation {
  id: string;
  title: string;
  description: string;
  aliases: string[];
  tasks: string[];
}

interface Query {
  q: string;
  rel: string[];
  typo?: string | null;
  prefix?: string | null;
}

const DATA = path.resolve(import.meta.dirname, "../../../shared/data");
const INDEX = `throw-away/${process.pid}/placements`;
const schoolId = "00000000-0000-7000-8000-000000000001";

const readLines = <Line>(name: string): Line[] =>
  readFileSync(path.join(DATA, name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

function documentOf({ id, title, description, aliases, tasks }: Occupation): SearchDocument {
  return {
    id,
    schoolIds: [schoolId],
    version: 1,
    facets: {},
    numbers: {},
    point: null,
    texts: { title: [title], description: [description], aliases, willDo: tasks },
  };
}

async function measure(search: SearchIndex, queries: readonly Query[], form: "q" | "typo" | "prefix") {
  const times: number[] = [];
  let [ndcg, recall, mrr, zero, n] = [0, 0, 0, 0, 0];
  for (const query of queries) {
    const text = query[form];
    if (!text) continue;
    const start = performance.now();
    const plan = planQuery({ text, capabilities: search.capabilities });
    const answer = await search.search(INDEX, { ...plan, scope: { schoolId }, offset: 0, limit: 100 });
    const ids = reRank(answer)
      .map(({ id }) => id)
      .slice(0, 10);
    times.push(performance.now() - start);
    const gains = ids.map((id) => (query.rel.includes(id) ? 1 : 0));
    const ideal = query.rel.slice(0, 10).reduce((sum, _, place) => sum + 1 / Math.log2(place + 2), 0);
    ndcg += gains.reduce<number>((sum, gain, place) => sum + gain / Math.log2(place + 2), 0) / ideal;
    recall += gains.reduce<number>((sum, gain) => sum + gain, 0) / query.rel.length;
    const first = gains.indexOf(1);
    mrr += first < 0 ? 0 : 1 / (first + 1);
    zero += ids.length === 0 ? 1 : 0;
    n += 1;
    if (process.env.SHOW === form && first !== 0) console.log(text, "->", query.rel.join(), ids.slice(0, 4).join());
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  const share = (sum: number) => Math.round((sum / n) * 1000) / 1000;
  return {
    n,
    ndcg10: share(ndcg),
    recall10: share(recall),
    mrr10: share(mrr),
    zeroRate: share(zero),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  };
}

if (!existsSync(DATA)) throw new Error(`There is no ${DATA}`);
const db = createDatabase(process.env.DATABASE_URL ?? "", { max: 4 });
const search = createPostgresIndex((work) => withSystem({ db }, work));
const occupations = readLines<Occupation>("onet-occupations.jsonl").map(documentOf);
const started = performance.now();
await search.put(INDEX, occupations);
console.log(`indexed ${occupations.length} in ${Math.round(performance.now() - started)} ms`);
const queries = readLines<Query>("onet-queries-dev.jsonl");
for (const form of ["q", "typo", "prefix"] as const)
  console.log(form, JSON.stringify(await measure(search, queries, form)));
await search.remove(
  INDEX,
  occupations.map(({ id }) => ({ id, version: 2 })),
);
await withSystem({ db }, async (tx) => {
  await sql`delete from search_documents where index_name = ${INDEX}`.execute(tx);
  await sql`delete from search_indexes where name = ${INDEX}`.execute(tx);
});
await db.close();
