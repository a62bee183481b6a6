import { readMark } from "./meilisearch-document";
import { nextUidOf, uidOf } from "./meilisearch-settings";
import type { Exclusively, MeiliServer } from "./meilisearch-wire";
import { mustSucceed } from "./meilisearch-write";
import { isLeftOver, THROW_AWAY } from "./throw-away";

interface ToSweep {
  server: MeiliServer;
  exclusively: Exclusively;
  prefix: string;
  owner: string;
  /** Names of the indexes that serve. */
  serving: readonly string[];
}

/**
 * Deletes what is ours and was left by whoever was killed: indexes thrown away long ago, and those that nobody builds any more.
 * Answers their uids.
 */
export async function sweepIndexes(sweeping: ToSweep, now: Date): Promise<string[]> {
  const { server, exclusively, prefix, owner, serving } = sweeping;
  const present = await server.listUids(prefix);
  const gone: string[] = [];
  const deleteOurs = async (uid: string) => {
    const mark = await readMark(server, uid);
    if (mark?.owner !== undefined && mark.owner !== owner) return;
    if (await deleteIfThere(server, uid)) gone.push(uid);
  };
  const thrownAway = uidOf(prefix, THROW_AWAY);
  for (const uid of present.filter((each) => each.startsWith(thrownAway)))
    if (isLeftOver(uid.slice(prefix.length), now)) await deleteOurs(uid);
  // Whoever builds holds the first turn and gives it back when they die; whoever writes to what is built holds the second.
  for (const uid of serving.map((index) => uidOf(prefix, index)))
    if (present.includes(nextUidOf(uid)))
      await exclusively(`rebuild ${uid}`, () => exclusively(uid, () => deleteOurs(nextUidOf(uid))));
  return gone;
}

/** False where there was none. */
export async function deleteIfThere(server: MeiliServer, uid: string): Promise<boolean> {
  const end = await server.deleteIndex(uid);
  const isMissing = end.status === "failed" && end.code === "index_not_found";
  if (!isMissing) mustSucceed(end);
  return !isMissing;
}
