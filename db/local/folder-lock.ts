import { mkdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const BEAT_MS = 1_000;
/** A holder that has not beaten for so long was killed. */
const STALE_MS = 10_000;

/** Does `work` while no other process does the same for `place`. A folder is the lock, because mkdir is atomic everywhere. */
export async function withFolderLock<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${place}.lock`;
  while (!tryLock(lock)) {
    if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
    await wait(30);
  }
  const heart = setInterval(() => beat(lock), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function beat(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // The lock was taken away by hand; the work goes on.
  }
}

function isStale(lock: string): boolean {
  const found = statSync(lock, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > STALE_MS;
}
