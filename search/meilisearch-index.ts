import { refuseDocuments, sortOutDocuments } from "./check-document";
import { checkQuestion, checkScope, checkTotalsQuestion } from "./check-question";
import { INDEXES, settingsOf } from "./indexes";
import { answerQuestion, answerTotals } from "./meilisearch-answer";
import { asMissing, HOLDING_FIELDS, readHolding, readMark, storeDocument, storeRemoval } from "./meilisearch-document";
import { createFitness } from "./meilisearch-fitness";
import { rebuildIndex } from "./meilisearch-rebuild";
import { hashMeilisearchSettings, makeIndex, nextUidOf, uidOf } from "./meilisearch-settings";
import { deleteIfThere, sweepIndexes } from "./meilisearch-sweep";
import type { Exclusively, MeiliServer, StoredDocument } from "./meilisearch-wire";
import { writeNewest } from "./meilisearch-write";
import { type Holding, type Refusal, SearchError, type SearchIndex } from "./port";
import { isThrowAway } from "./throw-away";

export interface MeilisearchOptions {
  /** Holds a key that may only search. */
  reader: MeiliServer;
  /** Holds a key that may write, too. */
  writer: MeiliServer;
  /** The same with more patience, for whole indexes. */
  builder: MeiliServer;
  /** Every index has one writer at a time: Meilisearch cannot compare versions itself. */
  exclusively: Exclusively;
  /** The same for who comes again by themselves: throws `engine_busy` where the turn does not come soon. */
  briefly: Exclusively;
  /** Begins the names of all our indexes on a shared server. */
  prefix: string;
  /** Whose indexes these are. What another one has filled under the same names is neither read nor written. */
  owner: string;
  /** Called when the server says another version than before, also one that is too old. */
  onVersion(version: string): void;
  /** Called when an index that is asked or written to has yet to be filled, or is gone. */
  onUnfilled(index: string): void;
}

const PAGE = 1_000;

/** The engine for large districts. */
export function createMeilisearchIndex({
  reader,
  writer,
  builder,
  exclusively,
  briefly,
  prefix,
  owner,
  onVersion,
  onUnfilled,
}: MeilisearchOptions): SearchIndex {
  const fitness = createFitness({ reader, prefix, owner, onVersion, onUnfilled });
  const { version, check: checkFit, checkOwner, checkAnew } = fitness;

  return {
    capabilities: { engine: "meilisearch", exactTotals: false, weighsWords: false },

    async search(index, question) {
      const settings = settingsOf(index);
      checkQuestion(settings, question);
      const asked = { uid: uidOf(prefix, index), settings, question };
      await checkFit(index);
      return answerQuestion(reader, asked);
    },

    async totals(index, question) {
      const settings = settingsOf(index);
      checkTotalsQuestion(settings, question);
      await checkFit(index);
      return answerTotals(reader, { uid: uidOf(prefix, index), settings, question });
    },

    async put(index, documents) {
      const settings = settingsOf(index);
      const { good, refused } = sortOutDocuments(settings, documents);
      const stored = good.map((document) => storeDocument(settings, document));
      const bad = stored.length === 0 ? [] : await write(index, stored);
      refuseDocuments([...refused, ...bad]);
    },

    async remove(index, removals) {
      settingsOf(index);
      if (removals.length > 0) refuseDocuments(await write(index, removals.map(storeRemoval)));
    },

    async drop(index) {
      settingsOf(index);
      if (!isThrowAway(index)) throw new SearchError("bad_question", "Only a throw-away index can be dropped");
      await deleteIfThere(builder, uidOf(prefix, index));
    },

    async count(index, scope) {
      const settings = settingsOf(index);
      checkScope(scope);
      const question = { scope, parts: [], offset: 0, limit: 0 };
      await checkFit(index);
      const counted = answerQuestion(reader, { uid: uidOf(prefix, index), settings, question });
      // One that is thrown away holds nothing; one that serves and is not there was lost.
      const found = await (isThrowAway(index) ? counted.catch(asMissing) : counted);
      return { count: found?.total ?? 0, served: "meilisearch", degraded: false };
    },

    async rebuild(index, documents) {
      const settings = settingsOf(index);
      await checkAnew(index);
      return rebuildIndex({ server: builder, exclusively, uid: uidOf(prefix, index), settings, owner }, documents);
    },

    async *holdings(index): AsyncGenerator<Holding[]> {
      settingsOf(index);
      await checkOwner(index);
      for (let offset = 0; ; offset += PAGE) {
        const fields = [...HOLDING_FIELDS];
        const page = await builder.fetchDocuments(uidOf(prefix, index), {
          filter: "key EXISTS",
          fields,
          offset,
          limit: PAGE,
        });
        if (page.length === 0) return;
        yield page.map(readHolding).filter((held) => held !== undefined);
      }
    },

    async sweep(now) {
      await version();
      return sweepIndexes({ server: builder, exclusively, prefix, owner, serving: Object.keys(INDEXES) }, now);
    },

    version,

    async isCurrent(index) {
      const settings = settingsOf(index);
      await checkOwner(index);
      const mark = await readMark(writer, uidOf(prefix, index));
      return mark?.builtWith === hashMeilisearchSettings(settings) && mark.owner === owner;
    },
  };

  /** Writes to the index that serves and to the one that is being built beside it, so that neither misses a change. */
  async function write(index: string, documents: StoredDocument[]): Promise<Refusal[]> {
    await checkFit(index);
    const uid = uidOf(prefix, index);
    const isForNobody = isThrowAway(index);
    const [server, turn] = isForNobody ? [builder, exclusively] : [writer, briefly];
    return turn(uid, async () => {
      const present = await server.listUids(uid);
      const targets = [uid, nextUidOf(uid)].filter((target) => present.includes(target));
      if (targets.length === 0) targets.push(await makeThrowAway(index, uid));
      const refused = new Map<string, Refusal>();
      for (const target of targets)
        for (const one of await writeNewest(server, target, documents)) refused.set(one.id, one);
      return [...refused.values()];
    });
  }

  /** An index that serves is never made by its first document: it would be nearly empty until the others come. */
  async function makeThrowAway(index: string, uid: string): Promise<string> {
    if (!isThrowAway(index)) throw new SearchError("engine_unfit", `Meilisearch's index ${uid} has yet to be filled`);
    await makeIndex(builder, uid, { settings: settingsOf(index), owner });
    return uid;
  }
}
