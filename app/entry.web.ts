// The web process: reads the settings, opens the ports, serves until it is asked to stop.
import { collectDefaultMetrics } from "prom-client";
import { findServingRoleFault } from "~db/health.server";
import { endOnFault } from "./end-on-fault";
import { readEnv } from "./env.server";
import { noteSearchEngines } from "./search-engines.server";
import { createWebServer } from "./server";
import { openBuiltSite, openSourceSite } from "./server/site";
import { createWiring } from "./wiring.server";

try {
  await serve(process.argv.includes("--dev"));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function serve(developing: boolean): Promise<void> {
  const wiring = createWiring(readEnv());
  endOnFault(wiring.log);
  const fault = await findServingRoleFault(wiring);
  if (fault) throw new Error(`Throughline does not serve: ${fault}.`);
  await noteSearchEngines(wiring);
  const server = await createWebServer({ wiring, openSite: developing ? openSourceSite : () => openBuiltSite() });
  collectDefaultMetrics({ register: server.metrics });
  const port = await server.listen();
  wiring.log.info({ port, mode: wiring.env.mode }, "serving");

  let isStopping = false;
  const stop = async (because: string) => {
    if (isStopping) return;
    isStopping = true;
    wiring.log.info({ because }, "stopping");
    await server.stop();
    await wiring.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));
  // The starter was killed: nobody is left to stop us.
  process.once("disconnect", () => void stop("disconnect"));
}
