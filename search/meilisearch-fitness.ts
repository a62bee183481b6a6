import { neededInsteadOf } from "./engine-version";
import { isOurs } from "./meilisearch-owner";
import { uidOf } from "./meilisearch-settings";
import type { MeiliServer } from "./meilisearch-wire";
import { SearchError } from "./port";
import { isThrowAway } from "./throw-away";

/**
 * How long what a server said of itself is believed. It may be upgraded, put back or replaced while we run, and a question that
 * it answers says nothing of that.
 */
const BELIEVED_MS = 10_000;

interface ToJudge {
  reader: MeiliServer;
  prefix: string;
  /** Whose indexes ours are. */
  owner: string;
  /** Called with the version a server says, fit or not, whenever it is another than the last one it said. */
  onVersion(version: string): void;
  /**
   * Called when an index that is asked or written to is not there, or was never filled as a whole: once until it is. So an engine
   * that was replaced by an empty one of the same version does not stay so.
   */
  onUnfilled(index: string): void;
}

export interface Fitness {
  /** Throws `engine_unfit` where it is too old. */
  version(): Promise<string>;
  /** The engine is fit to be used, and its index is ours or has yet to be made. */
  check(index: string): Promise<void>;
  /** The same for who is about to fill it, and so needs nobody to be called. */
  checkOwner(index: string): Promise<void>;
  /** That too, whatever was believed: before what a wrong version would lose documents by. */
  checkAnew(index: string): Promise<void>;
}

/** Judges the server that answers: when it answers first, and again after a while. */
export function createFitness({ reader, prefix, owner, onVersion, onUnfilled }: ToJudge): Fitness {
  let asked: { said: Promise<string>; at: number } | undefined;
  let last: string | undefined;
  const owned = new Set<string>();
  const told = new Set<string>();

  const ask = async () => {
    const said = await reader.version();
    if (said !== last) onVersion(said);
    last = said;
    owned.clear();
    checkVersion(said);
    return said;
  };
  const version = () => {
    if (asked && Date.now() - asked.at <= BELIEVED_MS) return asked.said;
    const asking = { said: ask(), at: Date.now() };
    asked = asking;
    return asking.said.catch((error: unknown) => {
      // Nobody answered, or one that is of no use: the next question may meet another.
      if (asked === asking) asked = undefined;
      throw error;
    });
  };
  /** Answers whether it is filled; throws where it is somebody else's. */
  const isFilled = async (index: string) => {
    await version();
    const uid = uidOf(prefix, index);
    if (isThrowAway(index) || owned.has(uid)) return true;
    if (!(await isOurs(reader, { uid, owner }))) return false;
    owned.add(uid);
    told.delete(index);
    return true;
  };

  return {
    version,
    async check(index) {
      if ((await isFilled(index)) || told.has(index)) return;
      told.add(index);
      onUnfilled(index);
    },
    checkOwner: async (index) => void (await isFilled(index)),
    async checkAnew(index) {
      asked = undefined;
      await isFilled(index);
    },
  };
}

function checkVersion(version: string): void {
  const needed = neededInsteadOf(version, "meilisearch");
  if (needed) throw new SearchError("engine_unfit", `Meilisearch ${version} is too old: ${needed} or newer is needed`);
}
