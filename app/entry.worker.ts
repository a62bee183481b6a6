// The worker process: runs jobs until it is asked to stop.
import { findServingRoleFault } from "~db/health.server";
import { endOnFault } from "./end-on-fault";
import { readEnv } from "./env.server";
import { askToRenewSearch } from "./features/search/renew-search.server";
import { startWorker } from "./jobs/worker.server";
import { noteSearchEngines } from "./search-engines.server";
import { createWiring } from "./wiring.server";

try {
  await work();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function work(): Promise<void> {
  const wiring = createWiring(readEnv(undefined, "working"));
  endOnFault(wiring.log);
  const fault = await findServingRoleFault(wiring);
  if (fault) throw new Error(`The worker does not start: ${fault}.`);
  await noteSearchEngines(wiring);
  // A new version may keep its index in another way than the one before.
  await askToRenewSearch(wiring);
  const worker = await startWorker(wiring, { byTheClock: true });

  let isStopping = false;
  const stop = async (because: string) => {
    if (isStopping) return;
    isStopping = true;
    wiring.log.info({ because }, "the worker stops");
    await worker.stop();
    await wiring.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));
  // The starter was killed: nobody is left to stop us.
  process.once("disconnect", () => void stop("disconnect"));
}
