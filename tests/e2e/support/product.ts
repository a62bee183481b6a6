import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** The whole product once more, with settings of its own, on its own data. */
export interface OwnProduct {
  origin: string;
  stop(): Promise<void>;
}

const START_MS = 120_000;

/** Starts the built product; resolves when it can serve. */
export async function startProduct(name: string, env: Record<string, string>): Promise<OwnProduct> {
  const port = await freePort();
  const child = spawn(process.execPath, ["tools/serve-for-tests.mjs"], {
    env: { ...process.env, ...env, PORT: String(port), DATA_DIR: `.cache/browser-data-${name}` },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://localhost:${port}`;
  await untilReady(child, `${origin}/readyz`);
  return {
    origin,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The product ended by itself (${child.exitCode})`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The product was not ready after ${START_MS} ms`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
