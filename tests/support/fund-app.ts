import { startStandIn } from "~/payments/stand-in/server";
import { startApp } from "./app";
import { createTestDatabase } from "./database";
import { createSeededDatabase } from "./seeded-database";
import { TEST_NOW } from "./wiring";

/** The served product over the sample, which asks a stand-in of Stripe on loopback; `close` ends all of it. */
export async function openFundApp() {
  const sample = await createSeededDatabase();
  const standIn = await startStandIn({ now: () => TEST_NOW });
  const database = await createTestDatabase({ from: sample });
  const sealSecret = "tests only: seals keys of test accounts";
  const app = await startApp(database, { env: { payments: { sealSecret, account: null, apiBase: standIn.url } } });
  const close = async () => {
    await app.stop();
    await standIn.close();
    await database.drop();
    await sample.drop();
  };
  return { app, database, standIn, close };
}

export type FundApp = Awaited<ReturnType<typeof openFundApp>>;
