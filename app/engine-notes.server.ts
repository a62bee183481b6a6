import type { Database } from "~db/connection.server";
import { enqueue } from "~db/jobs.server";
import {
  noteDegradedAnswers,
  noteEngineState,
  noteEngineVersion,
  noteWritesBack,
  noteWritesRest,
  settleEngineWrites,
} from "~db/operations.server";
import { type SystemTx, withSystem } from "~db/scope.server";
import type { Logger } from "./wiring";

/** Who searches does not look each time; so long an engine may still be asked that has begun to take no changes. */
const LOOKED_MS = 3_000;

interface Notes {
  noteVersion(version: string): void;
  /** `because` is a fault of the port, or empty. */
  noteState(state: "resting" | "back", because: string): void;
  noteDegraded(because: string): void;
  /** The engine takes no changes. */
  noteWritesRest(because: string): void;
  /** It took one. Where it took none before, those that wait for it come at once. */
  noteTaken(): Promise<void>;
  /** Whether it lacks changes of any process, looked up every few seconds at most; no where that cannot be looked up. */
  lacksChanges(): Promise<boolean>;
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
  let looked: { lacks: Promise<boolean>; at: number } | undefined;
  const look = () => {
    const lacks = withSystem({ db }, (tx) => settleEngineWrites(tx, { engine })).catch((err: unknown) => {
      log.error({ engine, err }, "whether a search engine lacks changes could not be looked up");
      return false;
    });
    looked = { lacks, at: Date.now() };
    return lacks;
  };
  return {
    lacksChanges: () => (looked && Date.now() - looked.at <= LOOKED_MS ? looked.lacks : look()),
    noteWritesRest: (because) =>
      void write((tx) => noteWritesRest(tx, { engine, because, now: new Date() })).then(() => {
        looked = undefined;
      }),
    noteTaken: () => write((tx) => noteWritesBack(tx, { engine })),
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
