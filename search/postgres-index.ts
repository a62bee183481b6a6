import { sql } from "kysely";
import { isDocumentId, refuseDocuments, sortOutDocuments } from "./check-document";
import { checkQuestion, checkScope, checkTotalsQuestion } from "./check-question";
import { hashSettings, settingsOf } from "./indexes";
import {
  type DocumentStream,
  type Holding,
  type Rebuilt,
  type SearchDocument,
  SearchError,
  type SearchIndex,
  type TotalsAnswer,
} from "./port";
import { type AskedOf, createFilledCheck } from "./postgres-filled";
import { createKeptCounts } from "./postgres-kept";
import { readRarities } from "./postgres-rarity";
import { countHeld, finishRebuild, forgetRemoved, listHeld, listIndexNames, readBuiltWith } from "./postgres-rebuild";
import { searchPostgres } from "./postgres-search";
import { type Tidying, tidyAsItGrows } from "./postgres-tidy";
import { totalPostgres } from "./postgres-totals";
import { passesByItself } from "./postgres-trouble";
import { dropIndex, type EngineTx, type IndexRef, lockIndex, putDocuments, removeDocuments } from "./postgres-write";
import { isLeftOver, isThrowAway } from "./throw-away";

/** Runs work in one transaction that may read and write the search tables (the system door). */
export type SearchDoor = <Result>(work: (tx: EngineTx) => Promise<Result>) => Promise<Result>;

/** Documents whose words are written at once; more would hold the index too long. */
const BATCH = 200;
/**
 * The engine that needs nothing but the database: the default, and the fallback while Meilisearch is down. `tidy` is called
 * after much was written.
 */
export function createPostgresIndex(openDoor: SearchDoor, tidy: () => Promise<void>): SearchIndex {
  const door: SearchDoor = (work) => guard(() => openDoor(work));
  const tidyUp = () => guard(tidy);
  const refOf = (index: string): IndexRef => ({ index, settings: settingsOf(index) });
  const checkFilled = createFilledCheck();
  const kept = createKeptCounts();
  const whereFilled = <Found>(index: string, asked: AskedOf<Found>) => door((tx) => checkFilled(tx, index, asked));
  const whileLocked = (ref: Pick<IndexRef, "index">, work: (tx: EngineTx) => Promise<void>) =>
    door(async (tx) => {
      await lockIndex(tx, ref);
      await work(tx);
    });

  return {
    capabilities: { engine: "postgres", exactTotals: true, weighsWords: true },
    search: async (index, question) => {
      const asked = { ...refOf(index), question, kept };
      checkQuestion(asked.settings, question);
      return whereFilled(index, { answer: (tx) => searchPostgres(tx, asked), isEmpty: ({ total }) => total === 0 });
    },
    totals: async (index, question) => {
      const asked = { ...refOf(index), question };
      checkTotalsQuestion(asked.settings, question);
      const isEmpty = ({ totals }: TotalsAnswer) => totals.every((total) => total === 0);
      return whereFilled(index, { answer: (tx) => totalPostgres(tx, asked), isEmpty });
    },
    async put(index, documents) {
      const tidying = tidyAsItGrows(tidyUp);
      const refused = await put(refOf(index), documents, tidying);
      await tidying.finish();
      refuseDocuments(refused);
    },
    async remove(index, removals) {
      const ref = refOf(index);
      // What no document can be called is not there.
      const possible = removals.filter(({ id }) => isDocumentId(id));
      if (possible.length > 0) await whileLocked(ref, (tx) => removeDocuments(tx, index, possible));
    },
    async drop(index) {
      if (!isThrowAway(index)) throw new SearchError("bad_question", "Only a throw-away index can be dropped");
      await whileLocked(refOf(index), (tx) => dropIndex(tx, index));
    },
    async sweep(now) {
      const names = await door(listIndexNames);
      for (const index of names)
        if (!isThrowAway(index)) await whileLocked({ index }, (tx) => forgetRemoved(tx, index, now));
      const left = names.filter((index) => isThrowAway(index) && isLeftOver(index, now));
      for (const index of left) await whileLocked({ index }, (tx) => dropIndex(tx, index));
      return left;
    },
    rarities(index, words) {
      settingsOf(index);
      return door((tx) => readRarities(tx, index, words));
    },
    async count(index, scope) {
      settingsOf(index);
      checkScope(scope);
      const answer = (tx: EngineTx) => countHeld(tx, index, scope);
      return whereFilled(index, { answer, isEmpty: ({ count }) => count === 0 });
    },
    rebuild,
    holdings,
    async version() {
      const { rows } = await door((tx) =>
        sql<{ version: string }>`select current_setting('server_version') as version`.execute(tx),
      );
      // Debian and others add their own words.
      return rows[0]?.version.split(" ")[0] ?? "";
    },
    async isCurrent(index) {
      const ref = refOf(index);
      return (await door((tx) => readBuiltWith(tx, index))) === hashSettings(ref.settings);
    },
  };

  async function put(
    ref: IndexRef,
    documents: readonly SearchDocument[],
    tidying: Tidying,
  ): Promise<Rebuilt["refused"]> {
    const { good, refused } = sortOutDocuments(ref.settings, documents);
    for (let start = 0; start < good.length; start += BATCH) {
      const batch = good.slice(start, start + BATCH);
      await whileLocked(ref, (tx) => putDocuments(tx, ref, batch));
      await tidying.wrote(batch.length);
    }
    return refused;
  }

  /** What is written stays findable all along; what was not named again is taken out in the end. */
  async function rebuild(index: string, documents: DocumentStream): Promise<Rebuilt> {
    const ref = refOf(index);
    const left = new Map<string, number>();
    for await (const page of pagesOf(index)) for (const { id, version } of page) left.set(id, version);
    const refused: Rebuilt["refused"][number][] = [];
    const tidying = tidyAsItGrows(tidyUp);
    let taken = 0;
    for await (const batch of documents) {
      const bad = await put(ref, batch, tidying);
      refused.push(...bad);
      taken += batch.length - bad.length;
      const badIds = new Set(bad.map(({ id }) => id));
      for (const { id } of batch) if (!badIds.has(id)) left.delete(id);
    }
    const gone = [...left].map(([id, version]) => ({ id, version }));
    await whileLocked(ref, (tx) => finishRebuild(tx, ref, gone));
    await tidying.finish();
    return { taken, refused };
  }

  async function* holdings(index: string): AsyncGenerator<Holding[]> {
    settingsOf(index);
    for await (const page of pagesOf(index)) yield page.map(({ id, fingerprint }) => ({ id, fingerprint }));
  }

  async function* pagesOf(index: string) {
    for (let after = ""; ; ) {
      const page = await door((tx) => listHeld(tx, index, after));
      if (page.length === 0) return;
      yield page;
      after = page.at(-1)?.id ?? "";
    }
  }
}

async function guard<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (passesByItself(error))
      throw new SearchError("engine_down", "The search tables cannot be reached", { cause: error });
    throw error;
  }
}
