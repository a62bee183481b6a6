import type { KyselyPlugin } from "kysely";
import type { TestWiring } from "./wiring";

/** How many queries a verb asks, without the transaction and the door around them. */
export async function countQueries(
  wiring: TestWiring,
  verb: (wiring: TestWiring) => Promise<unknown>,
): Promise<number> {
  let count = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await verb({ ...wiring, db: { ...wiring.db, kysely: wiring.db.kysely.withPlugin(counter) } });
  return count;
}
