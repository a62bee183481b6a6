// Compares every search index with the rows and lets the worker put right what differs. `npm run search:drift`
import { parseArgs } from "node:util";
import { compareIndexes } from "~/features/search/check-search.server";
import { differingIn } from "~/features/search/drift";
import { withWiring } from "./support/with-wiring";
import { wordsOf } from "./support/words-of";

const USAGE = `Usage: npm run search:drift
  Ends with 0 when nothing differs, with 1 when something does or could not be compared, 2 on wrong usage.`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(wordsOf(error));
  process.exitCode = 1;
}

async function run(): Promise<number> {
  try {
    parseArgs({ options: {} });
  } catch (error) {
    console.error(`${wordsOf(error)}\n${USAGE}`);
    return 2;
  }
  return withWiring(async (wiring) => {
    const { drifts, errors } = await compareIndexes(wiring);
    for (const { engine, index, held, missing, orphaned, stale, unreadable } of drifts)
      console.log(
        `${engine}, ${index}: ${held} held, ${missing.length} missing, ${orphaned.length} orphaned, ${stale.length} stale, ${unreadable.length} unreadable.`,
      );
    for (const said of new Set(errors.map(wordsOf))) console.error(said);
    const differing = drifts.some((drift) => differingIn(drift).length > 0);
    if (differing) console.log("The worker puts right what differs.");
    else if (errors.length === 0) console.log("Nothing differs.");
    return differing || errors.length > 0 ? 1 : 0;
  });
}
