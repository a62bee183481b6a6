import type { Search } from "./port";

/** Both engines, whatever becomes of the other; what one of them does not take is thrown, and comes again. */
export async function writeToBoth(
  engines: readonly [Search, Search],
  act: (engine: Search) => Promise<void>,
): Promise<void> {
  const ends = await Promise.allSettled(engines.map(act));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
