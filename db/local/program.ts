import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fchownSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Place } from "./place";

export type ProgramName = "initdb" | "postgres" | "pg_ctl";

/** The same locale and time on every machine; nothing else of our environment is the server's business. */
const ENVIRONMENT = { TZ: "UTC", LC_ALL: "C", LC_MESSAGES: "C" };

/** Starts one of the server's programs in the background; its words go into a file, so it outlives us without harm. */
export function startProgram(
  place: Place,
  name: ProgramName,
  args: string[],
): { child: ChildProcess; readLog: () => string } {
  const logFile = path.join(place.home, `${name}.log`);
  const log = openSync(logFile, "w", 0o600);
  if (place.account) fchownSync(log, place.account.uid, place.account.gid);
  const windows = process.platform === "win32";
  const child = spawn(path.join(place.programs, "bin", name), args, {
    ...(place.account ?? {}),
    cwd: windows ? place.home : "/",
    env: ENVIRONMENT as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", log, log],
    // Ctrl-C in the terminal is for the one who started us; the database ends last.
    detached: !windows,
  });
  closeSync(log);
  return { child, readLog: () => readFileSync(logFile, "utf8").slice(-4_000) };
}

/** Runs one of the server's programs to its end. Throws with its own words when it fails. */
export function runToEnd(place: Place, name: ProgramName, args: string[]): Promise<void> {
  const { child, readLog } = startProgram(place, name, args);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed:\n${readLog()}`))));
  });
}
