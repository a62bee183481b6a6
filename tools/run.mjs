// The door of every npm script: `node tools/run.mjs TASK [arguments]`.
// Runs on whichever Node the machine has, installs what the lock names, then works on the pinned Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { buildWhenChanged } from "./build.mjs";
import { installWhenChanged } from "./install.mjs";
import { putToolsFirst } from "./pinned-node.mjs";

const root = path.resolve(import.meta.dirname, "..");

/** Task -> what it builds first, and the program it runs. A name that is not here is a command of app/commands. */
const tasks = {
  start: { builds: ["site", "node"], runs: ["node", "build-node/commands/start.js"], env: { NODE_ENV: "production" } },
  dev: { runs: ["node", "tools/dev.mjs"], env: { NODE_ENV: "development" } },
  build: { builds: ["site", "node"] },
  test: { runs: ["node", "tools/test.mjs"] },
  vitest: { builds: ["site", "node"], runs: ["vitest", "run", "--configLoader=runner"] },
  "test-chaos": {
    builds: ["site", "node"],
    runs: ["vitest", "run", "--config", "vitest.chaos.config.ts", "--configLoader=runner"],
  },
  e2e: { builds: ["site", "node"], runs: ["playwright", "test"] },
  check: { runs: ["node", "tools/check.mjs"] },
  types: { runs: ["tsc", "--noEmit"] },
  format: { runs: ["biome", "check", "--write"] },
  bench: { builds: ["site", "node"], runs: ["tsx", "tests/bench/bench-match.ts"] },
  "bench-match": { builds: ["site", "node"], runs: ["tsx", "tests/bench/bench-match.ts"] },
  "bench-board": { builds: ["site", "node"], runs: ["tsx", "tests/bench/bench-board.ts"] },
  "bench-homes": { builds: ["site", "node"], runs: ["tsx", "tests/bench/bench-homes.ts"] },
  "bench-memory": { builds: ["node"], runs: ["tsx", "tests/bench/memory-match-solve.ts"] },
  "bench-search": {
    builds: ["site", "node"],
    runs: ["vitest", "run", "--config", "vitest.speed.config.ts", "--configLoader=runner", "tests/bench/search"],
  },
  screenshots: {
    builds: ["site", "node"],
    runs: ["playwright", "test", "--config", "playwright.screenshots.config.ts"],
  },
  "db-types": { runs: ["node", "tools/write-db-types.mjs"] },
};

function commandTask(name) {
  if (!existsSync(path.join(root, "app", "commands", `${name}.ts`))) {
    throw new Error(`There is no task ${name}: neither in tools/run.mjs nor in app/commands.`);
  }
  return { builds: ["node"], runs: ["node", `build-node/commands/${name}.js`], env: { NODE_ENV: "production" } };
}

/** Runs one program with our terminal and passes signals on. Resolves to its exit code. */
function runProgram([program, ...args], env) {
  const windows = process.platform === "win32";
  const child = spawn(program, args, { cwd: root, stdio: "inherit", shell: windows, env: { ...process.env, ...env } });
  // Ctrl-C reaches the child by itself, through the terminal; the others are sent to us alone.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  if (process.env.npm_lifecycle_event) endWithParent(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

/** npm passes no SIGTERM on: it ends at once and leaves us behind, which shows as another parent. */
function endWithParent(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 500).unref();
}

const [name, ...rest] = process.argv.slice(2);
if (!name) {
  console.error(
    `Say what to run: node tools/run.mjs ${Object.keys(tasks).join("|")}, or the name of a file in app/commands.`,
  );
  process.exit(2);
}
const args = rest[0] === "--" ? rest.slice(1) : rest;
try {
  const task = tasks[name] ?? commandTask(name);
  await installWhenChanged(root);
  putToolsFirst(root);
  await buildWhenChanged(root, task.builds ?? []);
  process.exitCode = task.runs ? await runProgram([...task.runs, ...args], task.env) : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
