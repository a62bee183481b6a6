// Prints the first results for some questions of the Postgres engine on the New York postings.
// DATABASE_URL names a migrated database (role app_web); the index it makes is thrown away.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { decodeHTML } from "entities";
import { sql } from "kysely";
import { interestsInText } from "~/domain/interest/interests-in-text";
import { createDatabase } from "~db/connection.server";
import { withSystem } from "~db/scope.server";
import { placementDocument } from "~search/placement-document";
import { planQuery } from "~search/plan-query";
import { createPostgresIndex } from "~search/postgres-index";
import { reRank } from "~search/re-rank";

const FILE = path.resolve(import.meta.dirname, "../../../shared/data/nyc-service-volunteer-opportunities.csv");
const INDEX = `throw-away/${process.pid}/placements`;
const QUESTIONS = process.argv.length > 2 ? process.argv.slice(2) : ["gardening", "animls", "tutoring kids", "cocina"];
const schoolId = "00000000-0000-7000-8000-000000000001";

if (!existsSync(FILE)) throw new Error(`There is no ${FILE}`);
const rows = parse(readFileSync(FILE), { columns: true }) as Record<string, string>[];
const plain = (html: string | undefined) => decodeHTML(decodeHTML(html ?? "")).replace(/<[^>]*>/g, " ");
const documents = rows.map((row, place) =>
  placementDocument({
    placementId: `${row.opportunity_id}-${place}`,
    version: 1,
    kind: "service_learning",
    title: plain(row.title),
    organisation: plain(row.org_title),
    willDo: plain(row.summary),
    requirements: "",
    interestIds: interestsInText(`${plain(row.title)}. ${plain(row.summary)}. ${row.category_desc ?? ""}`)
      .slice(0, 4)
      .map(({ interestId }) => interestId),
    weekdays: [],
    languages: ["en"],
    area: null,
    place: [row.Borough ?? "", row.locality ?? ""],
    point: null,
    minimumGrade: 6,
    maximumGrade: 13,
    minimumAge: 0,
    startsOn: null,
    listings: [{ schoolId, open: true, publishedAt: null }],
  }),
);

const db = createDatabase(process.env.DATABASE_URL ?? "", { max: 4 });
const search = createPostgresIndex((work) => withSystem({ db }, work));
await search.put(INDEX, documents);
for (const text of QUESTIONS) {
  const plan = planQuery({ text, capabilities: search.capabilities });
  const answer = await search.search(INDEX, {
    ...plan,
    scope: { schoolId },
    facets: ["interest"],
    offset: 0,
    limit: 100,
  });
  console.log(
    `\n${text}: ${answer.total} found; ${plan.parts[0]?.tags?.map(({ value, words }) => `${value} (${words.join(" ")})`).join(", ")}`,
  );
  for (const hit of reRank(answer).slice(0, 8))
    console.log(`  ${hit.score.toFixed(2)} ${hit.texts.title?.[0]} · ${hit.texts.organisation?.[0]}`);
}
await withSystem({ db }, async (tx) => {
  await search.remove(
    INDEX,
    documents.map(({ id }) => ({ id, version: 2 })),
  );
  await sql`delete from search_documents where index_name = ${INDEX}`.execute(tx);
  await sql`delete from search_indexes where name = ${INDEX}`.execute(tx);
});
await db.close();
