import type { Database } from "~db/connection.server";
import { enqueue } from "~db/jobs.server";
import { noteDegradedAnswers, noteEngineState, noteEngineVersion } from "~db/operations.server";
import { type SystemTx, withSystem } from "~db/scope.server";
import type { Logger } from "./wiring";

interface Notes {
  noteVersion(version: string): void;
  /** `because` is a fault of the port, or empty. */
  noteState(state: "resting" | "back", because: string): void;
  noteDegraded(because: string): void;
  /** The worker looks at the engine's indexes. */
  noteUnfilled(): void;
}

/**
 * Keeps for the operations page how an engine is doing. Nobody who searches waits for it, and without it the log still says so.
 * Answers that come while a note is being written are counted together in the next one.
 */
export function createEngineNotes({ db, log, engine }: { db: Database; log: Logger; engine: string }): Notes {
  const write = (work: (tx: SystemTx) => Promise<void>): Promise<void> =>
    withSystem({ db }, work).catch((err: unknown) =>
      log.error({ engine, err }, "how a search engine is doing could not be noted"),
    );
  let answers = 0;
  let reason = "";
  let isWriting = false;
  const writeAnswers = async () => {
    isWriting = true;
    while (answers > 0) {
      const noted = { engine, answers, because: reason, now: new Date() };
      answers = 0;
      await write((tx) => noteDegradedAnswers(tx, noted));
    }
    isWriting = false;
  };
  return {
    noteVersion: (version) => void write((tx) => noteVersion(tx, { engine, version, now: new Date() })),
    noteState: (state, because) => void write((tx) => noteEngineState(tx, { engine, state, because, now: new Date() })),
    noteDegraded(because) {
      answers += 1;
      reason = because;
      if (!isWriting) void writeAnswers();
    },
    noteUnfilled: () => void write(askToRenew),
  };
}

/**
 * Notes the version an engine says it has. Another one than before may hold nothing of ours, or what an older one made of it:
 * the worker looks at its indexes.
 */
export async function noteVersion(tx: SystemTx, found: { engine: string; version: string; now: Date }): Promise<void> {
  if (await noteEngineVersion(tx, found)) await askToRenew(tx);
}

const askToRenew = (tx: SystemTx): Promise<void> => enqueue(tx, "renew-search", {}, { jobKey: "renew-search" });
