// Builds the search indexes of the engines anew, while they serve.
// `npm run search:reindex -- [--engine postgres|meilisearch] [--index placements|interests]`
import { parseArgs } from "node:util";
import { INDEXED } from "~/features/search/indexed.server";
import { allBuilds, buildIndexes } from "~/features/search/reindex-search.server";
import { withWiring } from "./support/with-wiring";
import { wordsOf } from "./support/words-of";

const ENGINES = ["postgres", "meilisearch"];
const INDEXES = INDEXED.map(({ index }) => index);

const USAGE = `Usage: npm run search:reindex -- [--engine ${ENGINES.join("|")}] [--index ${INDEXES.join("|")}]
  Without them: every index of every engine that searches here. Ends with 0, with 1 when an index was not built or refused a
  document, 2 on wrong usage.`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(wordsOf(error));
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const given = readOptions();
  if (typeof given === "string") {
    console.error(`${given}\n${USAGE}`);
    return 2;
  }
  return withWiring(async (wiring) => {
    const builds = allBuilds(wiring).filter(
      ({ search, indexed }) =>
        (!given.engine || search.capabilities.engine === given.engine) &&
        (!given.index || indexed.index === given.index),
    );
    if (builds.length === 0) {
      console.error(`${given.engine} does not search here: set MEILI_URL.`);
      return 1;
    }
    const { built, failed } = await buildIndexes(wiring, builds);
    for (const { engine, index, taken, refused } of built) {
      console.log(`${engine}, ${index}: ${taken} taken, ${refused.length} refused.`);
      for (const { id, because } of refused) console.error(`  ${id}: ${because}`);
    }
    for (const { engine, index, error } of failed) console.error(`${engine}, ${index}: ${wordsOf(error)}`);
    return failed.length === 0 && built.every(({ refused }) => refused.length === 0) ? 0 : 1;
  });
}

function readOptions(): { engine?: string | undefined; index?: string | undefined } | string {
  try {
    const { values } = parseArgs({ options: { engine: { type: "string" }, index: { type: "string" } } });
    const { engine, index } = values;
    if (engine !== undefined && !ENGINES.includes(engine)) return `There is no engine "${engine}".`;
    if (index !== undefined && !INDEXES.includes(index)) return `There is no index "${index}".`;
    return { engine, index };
  } catch (error) {
    return wordsOf(error);
  }
}
