import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { waitUntilReady } from "~/commands/support/wait-until-ready";
import { startSession } from "~/features/accounts/start-session.server";
import { findAccountByMail } from "~db/accounts.server";
import { createDatabase } from "~db/connection.server";
import { localPostgres } from "~db/local-postgres";
import { withIdentity } from "~db/scope.server";

const ROOT = path.resolve(import.meta.dirname, "../..");
const DATA_DIR = path.join(ROOT, ".cache/bench/product");
const PORT = Number(process.env.BENCH_PORT ?? 4391);
const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: "production",
  APP_MODE: "local",
  DATA_DIR,
  PORT: String(PORT),
};

/** The browser of somebody. */
export interface Browser {
  /** Reads an address to its last byte. */
  get(address: string): Promise<{ ms: number; body: string }>;
  post(address: string, fields: Record<string, string>): Promise<{ ms: number; body: string }>;
  /** The same product in the browser of somebody else. */
  as(mail: string): Promise<Browser>;
  /** A figure of the web process by its name. */
  metric(name: string): Promise<number>;
}

/** The whole product as it is served, and the browser of somebody in it. */
export interface Product extends Browser {
  stop(): Promise<void>;
}

interface Filled {
  /** The product's database, where everything may be written. */
  superuserUrl: string;
  /** Runs one of the built commands to its end. */
  run(command: string): void;
}

interface Wanted {
  /** Adds to the sample schools what is measured. */
  fill(filled: Filled): void | Promise<void>;
  /** Whose browser it is. */
  mail: string;
}

/** Starts the built web server and worker as processes of their own, on an empty data folder that holds the sample schools. */
export async function startProduct(wanted: Wanted): Promise<Product> {
  const server = spawn(process.execPath, ["tools/serve-for-tests.mjs"], { cwd: ROOT, env: ENV, stdio: "ignore" });
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  };
  try {
    const ended = once(server, "exit").then(([code]) => {
      throw new Error(`the product ended with ${code} before it was ready; is port ${PORT} taken?`);
    });
    await Promise.race([waitUntilReady(PORT), ended]);
    ended.catch(() => {});
    return { ...browserOf(await prepare(wanted)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A session, since how people sign in is not measured here. Counts the rows of all tables first, as
 * Postgres does by itself within a minute: until then it plans for a school that is empty.
 */
async function prepare({ fill, mail }: Wanted): Promise<string> {
  const postgres = await localPostgres({ home: path.join(DATA_DIR, "postgres") });
  try {
    const { pathname } = new URL(postgres.ownerUrl);
    await fill({ superuserUrl: Object.assign(new URL(postgres.superuserUrl), { pathname }).href, run });
    await countRows(postgres.ownerUrl);
  } finally {
    await postgres.stop();
  }
  return sessionOf(mail);
}

async function sessionOf(mail: string): Promise<string> {
  const postgres = await localPostgres({ home: path.join(DATA_DIR, "postgres") });
  const db = createDatabase(postgres.webUrl, { max: 1 });
  try {
    return await withIdentity({ db }, async (tx) => {
      const account = await findAccountByMail(tx, mail);
      if (!account) throw new Error(`nobody has the address ${mail}`);
      return (await startSession(tx, { accountId: account.id, device: "Bench", now: new Date() })).token;
    });
  } finally {
    await db.close();
    await postgres.stop();
  }
}

const run = (command: string) =>
  void execFileSync(process.execPath, [`build-node/commands/${command}.js`], { cwd: ROOT, env: ENV, stdio: "ignore" });

async function countRows(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

function browserOf(session: string): Browser {
  const origin = `http://localhost:${PORT}`;
  const headers = { cookie: `session=${session}; lang=en`, origin, "sec-fetch-site": "same-origin" };
  const ask = async (address: string, init: RequestInit = {}) => {
    const start = performance.now();
    const answer = await fetch(`${origin}${address}`, { redirect: "manual", ...init, headers });
    const body = await answer.text();
    if (answer.status >= 400) throw new Error(`${address} answered ${answer.status}`);
    return { ms: performance.now() - start, body };
  };
  return {
    get: (address) => ask(address),
    metric: async (name) => {
      const { body } = await ask("/metrics");
      const line = body.split("\n").find((text) => text.startsWith(`${name} `));
      if (!line) throw new Error(`there is no metric ${name}`);
      return Number(line.slice(name.length));
    },
    post: (address, fields) => ask(address, { method: "POST", body: new URLSearchParams(fields) }),
    as: async (mail) => browserOf(await sessionOf(mail)),
  };
}
