import { setTimeout as wait } from "node:timers/promises";

const POLL_MS = 50;

/** Resolves to true as soon as the web process on this machine answers that it is ready. */
export async function waitUntilReady(port: number): Promise<true> {
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { headers: { host: `localhost:${port}` } });
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    await wait(POLL_MS);
  }
}
