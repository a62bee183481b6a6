import { readEnv } from "~/env.server";
import { createLogger, toStandardError } from "~/log.server";
import { createWiring, type OpenWiring } from "~/wiring.server";
import { readVariable, setVariables } from "./environment";
import { openDatabase } from "./open-database";
import { findServingPort } from "./serving-port";

/**
 * Opens database and wiring for one command, and closes both after `work`. Throws what `work` throws. What is logged stands
 * beside the command's answer, not in it.
 */
export async function withWiring<Result>(work: (wiring: OpenWiring) => Promise<Result>): Promise<Result> {
  // In live mode what is missing is named before the database is touched; locally opening it makes the settings.
  if (readVariable("APP_MODE") === "live") readEnv();
  else await meetRunningProduct();
  const database = await openDatabase();
  try {
    const env = readEnv();
    const wiring = createWiring(env, createLogger(env.logLevel, toStandardError()));
    try {
      return await work(wiring);
    } finally {
      await wiring.close();
    }
  } finally {
    await database.stop();
  }
}

/** Locally the links of mails lead to where the product is served now, unless a variable says where. */
async function meetRunningProduct(): Promise<void> {
  const port = (readVariable("PORT") ?? readVariable("APP_ORIGIN")) ? undefined : await findServingPort();
  if (port) setVariables({ PORT: String(port) });
}
