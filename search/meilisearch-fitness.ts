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
}

export interface Fitness {
  /** Throws `engine_unfit` where it is too old. */
  version(): Promise<string>;
  /** The engine is fit to be used, and its index is ours or has yet to be made. */
  check(index: string): Promise<void>;
  /** The same, whatever was believed: before what a wrong version would lose documents by. */
  checkAnew(index: string): Promise<void>;
}

/** Judges the server that answers: when it answers first, and again after a while. */
export function createFitness({ reader, prefix, owner, onVersion }: ToJudge): Fitness {
  let asked: { said: Promise<string>; at: number } | undefined;
  let last: string | undefined;
  const owned = new Set<string>();

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
  const check = async (index: string) => {
    await version();
    const uid = uidOf(prefix, index);
    if (isThrowAway(index) || owned.has(uid)) return;
    if (await isOurs(reader, { uid, owner })) owned.add(uid);
  };

  return {
    version,
    check,
    checkAnew(index) {
      asked = undefined;
      return check(index);
    },
  };
}

function checkVersion(version: string): void {
  const needed = neededInsteadOf(version, "meilisearch");
  if (needed) throw new SearchError("engine_unfit", `Meilisearch ${version} is too old: ${needed} or newer is needed`);
}
