import type { AppEnv } from "~/env.server";
import { renewSearch } from "~/features/search/renew-search.server";
import { createWiring } from "~/wiring.server";

/**
 * Builds the search indexes that are missing or were made otherwise, so that whoever opens the product at once can search.
 * What cannot be built now is said, and left to the worker, which tries again by itself.
 */
export async function fillSearch(env: AppEnv): Promise<void> {
  const wiring = createWiring(env);
  try {
    await renewSearch(wiring);
  } catch (err) {
    wiring.log.error({ err }, "the search is not prepared yet");
  } finally {
    await wiring.close();
  }
}
