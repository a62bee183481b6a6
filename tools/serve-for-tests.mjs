// The whole product for browser tests: on a data folder of its own that starts empty, so that every run sees the same.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const data = path.resolve(root, process.env.DATA_DIR ?? ".cache/browser-data");
const moved = path.join(data, "postgres", "moved-to");
if (existsSync(moved)) rmSync(readFileSync(moved, "utf8"), { recursive: true, force: true });
rmSync(data, { recursive: true, force: true });

const env = { ...process.env, NODE_ENV: "production", APP_MODE: "local", DATA_DIR: data };
for (const name of ["DATABASE_URL", "DATABASE_WORKER_URL", "DATABASE_OWNER_URL", "APP_ORIGIN"]) delete env[name];
const child = spawn(process.execPath, ["build-node/commands/start.js"], { cwd: root, stdio: "inherit", env });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
