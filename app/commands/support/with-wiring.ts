import { readEnv } from "~/env.server";
import { createWiring, type OpenWiring } from "~/wiring.server";
import { openDatabase } from "./open-database";

/** Opens database and wiring for one command, and closes both after `work`. Throws what `work` throws. */
export async function withWiring<Result>(work: (wiring: OpenWiring) => Promise<Result>): Promise<Result> {
  const database = await openDatabase();
  try {
    const wiring = createWiring(readEnv());
    try {
      return await work(wiring);
    } finally {
      await wiring.close();
    }
  } finally {
    await database.stop();
  }
}
