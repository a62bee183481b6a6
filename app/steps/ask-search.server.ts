import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { isSearchError, type SearchFault } from "~search/port";

/** What nobody who reads a page can do anything about. */
const AWAY: readonly SearchFault[] = ["engine_down", "engine_unfit", "question_refused"];

/**
 * What was asked of the search engines, or a refusal where none of them answers: the page says so, and is never empty instead.
 * A mistake in the question is thrown.
 */
export async function askSearch<Value>(
  { log }: Pick<Wiring, "log">,
  ask: () => Promise<Value>,
): Promise<Outcome<Value, "search_away">> {
  try {
    return done(await ask());
  } catch (err) {
    if (!isSearchError(err) || !AWAY.includes(err.fault)) throw err;
    log.error({ err }, "no search engine answers");
    return refused("search_away");
  }
}
