// Compares every search index with the rows and lets the worker put right what differs. `npm run search:drift`
// Ends with 0 when nothing differed, 1 when something did or could not be compared.
import { checkSearch } from "~/features/search/check-search.server";
import { differingIn } from "~/features/search/drift";
import { withWiring } from "./support/with-wiring";

try {
  process.exitCode = await withWiring(async (wiring) => {
    const drifts = await checkSearch(wiring);
    for (const { engine, index, held, missing, orphaned, stale, unreadable } of drifts)
      console.log(
        `${engine}, ${index}: ${held} held, ${missing.length} missing, ${orphaned.length} orphaned, ${stale.length} stale, ${unreadable.length} unreadable.`,
      );
    const differing = drifts.some((drift) => differingIn(drift).length > 0);
    console.log(differing ? "The worker puts right what differs." : "Nothing differs.");
    return differing ? 1 : 0;
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
