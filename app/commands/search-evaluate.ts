// Measures the search on documents and judged queries.
// `npm run search:evaluate -- --documents D.jsonl --queries Q.jsonl [--engine postgres|meilisearch] [--json]`
import { parseArgs } from "node:util";
import { evaluateSearch } from "~/features/search/evaluate-search.server";
import { readDocumentsToFind, readJudgedQueries } from "./support/evaluation-files";
import { evaluationTable } from "./support/evaluation-table";
import { withWiring } from "./support/with-wiring";

const ENGINES = ["postgres", "meilisearch"] as const;
type Engine = (typeof ENGINES)[number];

const USAGE = `Usage: npm run search:evaluate -- --documents D.jsonl --queries Q.jsonl [--engine postgres|meilisearch] [--json]
  Documents are lines of { id, title, description, aliases[], tasks[] }, queries lines of { q, rel: [id], typo?, prefix? }.
  Without --engine: the one that searches here. Ends with 0, with 1 when it could not measure, 2 on wrong usage.`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const given = readOptions();
  if (typeof given === "string") {
    console.error(`${given}\n${USAGE}`);
    return 2;
  }
  const documents = await readDocumentsToFind(given.documents);
  const queries = await readJudgedQueries(given.queries);
  return withWiring(async (wiring) => {
    const measured = await evaluateSearch(wiring, { engine: given.engine, documents, queries });
    if (!measured.ok) {
      console.error(`${given.engine} does not search here: set MEILI_URL.`);
      return 1;
    }
    console.log(given.json ? JSON.stringify(measured.value) : evaluationTable(measured.value));
    return 0;
  });
}

function readOptions(): { documents: string; queries: string; engine: Engine | null; json: boolean } | string {
  try {
    const { values } = parseArgs({
      options: {
        documents: { type: "string" },
        queries: { type: "string" },
        engine: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const { documents, queries, json } = values;
    if (!documents || !queries) return "Say which documents and which queries.";
    const engine = ENGINES.find((name) => name === values.engine) ?? null;
    if (values.engine && !engine) return `There is no engine "${values.engine}".`;
    return { documents, queries, engine, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
