import { Router } from "express";
import type { Registry } from "prom-client";
import { isLoopback } from "~/http/local-only.server";
import type { Wiring } from "~/wiring";
import { listMissingMigrations } from "~db/health.server";

/** What machines ask: whether the process lives, whether it can serve, and its numbers (from this machine only). */
export function healthPages(
  wiring: Wiring,
  { metrics, isStopping }: { metrics: Registry; isStopping: () => boolean },
): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.type("text").send("ok");
  });
  router.get("/readyz", async (_req, res) => {
    const fault = isStopping() ? "stopping" : await findFault(wiring);
    res
      .status(fault ? 503 : 200)
      .type("text")
      .send(fault ?? "ready");
  });
  router.get("/metrics", async (req, res) => {
    const asksThisMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(req.headers.host ?? "");
    if (!asksThisMachine || !isLoopback(req.socket.remoteAddress) || !isLoopback(req.ip))
      return void res.status(404).end();
    res.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}

async function findFault(wiring: Wiring): Promise<string | null> {
  try {
    const missing = await listMissingMigrations(wiring);
    return missing.length > 0 ? `not migrated: ${missing.join(", ")}` : null;
  } catch (error) {
    wiring.log.error({ err: error }, "the database does not answer");
    return "the database does not answer";
  }
}
