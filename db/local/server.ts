import { existsSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Place } from "./place";
import { isServerWorking, isTaken } from "./process-facts";
import { runToEnd, startProgram } from "./program";

/** What the running server wrote into its file. */
export interface ServerNote {
  pid: number;
  port: number;
}

const PATIENCE_SECONDS = 60;
const POLL_MS = 20;
/** Loopback only, and no statement or row (which may name a person) in the log. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
];

/** The server that works on the folder, once it answers; null when there is none. Waits for one that starts or stops. */
export async function findServer(place: Place): Promise<ServerNote | null> {
  const note = await poll(async () => {
    const found = readNote(place);
    if (found?.ready && (await answers(found.port))) return found;
    return isServerWorking(place.data, found?.pid) ? undefined : null;
  });
  if (note === undefined)
    throw new Error(`A database server works in ${place.data} but does not answer. End it and try again.`);
  return note;
}

/** Starts a server on a free port. Resolves when it answers; throws with its own words when it does not start. */
export async function startServer(place: Place, settings: string[]): Promise<ServerNote> {
  dropNoteOfDead(place);
  const options = [...SETTINGS, ...settings].flatMap((setting) => ["-c", setting]);
  const port = await findFreePort();
  const { child, readLog } = startProgram(place, "postgres", ["-D", place.data, "-p", String(port), ...options]);
  let failed = false;
  child.on("error", () => (failed = true)).on("exit", () => (failed = true));
  const note = await poll(async () => {
    if (failed) return null;
    const found = readNote(place);
    return found?.ready && found.pid === child.pid ? found : undefined;
  });
  if (!note) throw new Error(`The database did not start:\n${readLog()}`);
  child.unref();
  return note;
}

/** Ends the server: connections are cut, nothing that was committed is lost. Resolves when it is gone. */
export async function endServer(place: Place): Promise<void> {
  await runToEnd(place, "pg_ctl", ["stop", "-D", place.data, "-m", "fast", "-w", "-t", String(PATIENCE_SECONDS)]);
}

/**
 * Nobody works on the folder any more. Postgres checks its file itself, but refuses when the number in it lives on
 * as a zombie or as another program.
 */
function dropNoteOfDead(place: Place): void {
  const note = readNote(place);
  if (note && isTaken(note.pid)) rmSync(noteFile(place), { force: true });
}

const noteFile = (place: Place) => path.join(place.data, "postmaster.pid");

function readNote(place: Place): (ServerNote & { ready: boolean }) | null {
  if (!existsSync(noteFile(place))) return null;
  const lines = readFileSync(noteFile(place), "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Asks until there is an answer; undefined when patience ends first. */
async function poll<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  for (const end = Date.now() + PATIENCE_SECONDS * 1000; Date.now() < end; await wait(POLL_MS)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
