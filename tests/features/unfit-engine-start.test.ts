import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openOperations } from "~/features/operations/open-operations.server";
import { type MeilisearchDouble, startMeilisearchDouble } from "../support/meilisearch-double/server";
import { staff } from "../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../support/stage";
import { createTestWiring, type TestWiring } from "../support/wiring";
import { deployedEnv, killWorker } from "../support/worker-process";

let stage: Stage;
let double: MeilisearchDouble;
let wiring: TestWiring;
const programs: ChildProcess[] = [];

beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  double = await startMeilisearchDouble();
  wiring = createTestWiring(stage.database, { env: { search: { url: double.url, readKey: null, writeKey: null } } });
  await stage.rows("delete from search_engines");
});
afterEach(async () => {
  await Promise.all(programs.splice(0).map(killWorker));
  await wiring.close();
  await double.stop();
});
afterAll(() => stage.close());

/** A machine that is busy takes its time to start a process. */
const PATIENCE = { timeout: 60_000, interval: 50 };

interface Line {
  msg: string;
  level: number;
  engine?: string;
  reason?: string;
}

/** One of the two programs as it is deployed, with what it logs. */
async function start(program: "server" | "worker"): Promise<{ lines: Line[]; process: ChildProcess }> {
  const port = await freePort();
  const child = spawn(process.execPath, [`build-node/${program}.js`], {
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...deployedEnv({ ...stage.database, resendUrl: "http://127.0.0.1:9" }),
      HOST: "127.0.0.1",
      PORT: String(port),
      LOG_LEVEL: "info",
      MEILI_URL: double.url,
      MEILI_KEY: "reads",
      MEILI_WRITE_KEY: "writes",
    },
  });
  programs.push(child);
  const lines: Line[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => void lines.push(JSON.parse(line) as Line));
  return { lines, process: child };
}

/** One that nobody listens to at the moment. */
function freePort(): Promise<number> {
  const asked = createServer();
  return new Promise((resolve) => {
    asked.listen(0, "127.0.0.1", () => {
      const { port } = asked.address() as AddressInfo;
      asked.close(() => resolve(port));
    });
  });
}

const ERROR = 50;
const FAULTS: Record<string, () => void> = {
  "is too old": () => {
    double.version = "1.29.0";
  },
  "refuses the key": () => void double.keys.set("another", { actions: [], indexes: [] }),
};

test.each(
  (["server", "worker"] as const).flatMap((program) => Object.keys(FAULTS).map((fault) => [program, fault] as const)),
)("the %s starts beside a Meilisearch that %s, says so as an error, and Postgres answers", async (program, fault) => {
  FAULTS[fault]?.();
  const { lines, process: child } = await start(program);
  const isReady = () => lines.some(({ msg }) => msg === (program === "server" ? "serving" : "the worker is ready"));
  await vi.waitUntil(() => isReady() || child.exitCode !== null, PATIENCE);
  expect(child.exitCode).toBeNull();
  expect(lines).toContainEqual(
    expect.objectContaining({ level: ERROR, engine: "meilisearch", reason: "engine_unfit" }),
  );
  const [meilisearch] = valueIn(await openOperations(wiring, staff("priya"))).engines;
  expect(meilisearch).toMatchObject({ engine: "meilisearch", restingBecause: "engine_unfit" });
  expect(meilisearch?.restingSince).not.toBeNull();
});
