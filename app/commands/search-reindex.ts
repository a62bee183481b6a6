// Builds the search index of every engine anew, while it serves. `npm run search:reindex`
import { reindexSearch } from "~/features/search/reindex-search.server";
import { withWiring } from "./support/with-wiring";

try {
  process.exitCode = await withWiring(async (wiring) => {
    const engines = await reindexSearch(wiring);
    for (const { engine, index, taken, refused } of engines) {
      console.log(`${engine}, ${index}: ${taken} taken, ${refused.length} refused.`);
      for (const { id, because } of refused) console.error(`  ${id}: ${because}`);
    }
    return engines.every(({ refused }) => refused.length === 0) ? 0 : 1;
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
