import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Place } from "./place";
import { runToEnd } from "./program";

/** Sorts by code point and knows the letters of every language (full text search needs them); its name differs by system. */
const LOCALE = { linux: "C.UTF-8", darwin: "en_US.UTF-8", win32: "English_United States.utf8" }[
  process.platform as string
];

export function isInitialised(place: Place): boolean {
  return existsSync(path.join(place.data, "PG_VERSION"));
}

/** Makes the data folder unless it is there. A half-finished one never gets the final name, so it is simply made again. */
export async function initialise(place: Place, superuserPassword: string): Promise<void> {
  if (isInitialised(place)) return;
  const fresh = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  for (const leftover of [fresh, place.data, passwordFile]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (place.account) for (const own of [fresh, passwordFile]) chownSync(own, place.account.uid, place.account.gid);
  try {
    const login = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    await runToEnd(place, "initdb", ["-D", fresh, ...login, "--encoding=UTF8", `--locale=${LOCALE}`, "--no-sync"]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, place.data);
}
