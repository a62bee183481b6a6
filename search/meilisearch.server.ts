import { setTimeout as sleep } from "node:timers/promises";
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchTaskTimeOutError,
  type Settings,
} from "meilisearch";
import type { MeiliServer, StoredDocument, TaskEnd, WireAnswer } from "./meilisearch-wire";
import { SearchError } from "./port";

export interface MeiliAddress {
  url: string;
  key: string | null;
  /** Longest wait for an answer. */
  answerMs: number;
  /** Longest wait for the end of a task. */
  taskMs: number;
}

const POLL_MS = 25;
const INDEXES_AT_ONCE = 1_000;

/** Reaches a Meilisearch server through the official client, the only place that knows it. */
export function connectMeilisearch({ url, key, answerMs, taskMs }: MeiliAddress): MeiliServer {
  const client = new Meilisearch({ host: url, timeout: answerMs, ...(key !== null && { apiKey: key }) });

  /** The client's promise of a task resolves for failed ones too. */
  const followed = (enqueue: () => EnqueuedTaskPromise): Promise<TaskEnd> =>
    translated(async () => {
      const { uid, status, error } = await enqueue().waitTask({ timeout: taskMs, interval: POLL_MS });
      if (status === "succeeded") return { status };
      if (status === "failed" && error) return { status, code: error.code, type: error.type, message: error.message };
      throw new SearchError("engine_down", `Meilisearch's task ${uid} was ${status}`);
    });

  return {
    version: () => translated(async () => (await client.getVersion()).pkgVersion),
    searchTogether: (search) => translated(async () => readAnswer(await client.multiSearch(search))),
    searchValues: (uid, search) =>
      translated(async () => {
        const { facetHits } = await client.index(uid).searchForFacetValues(search);
        return facetHits.map(({ value }) => value);
      }),
    listUids: (prefix) =>
      translated(async () => {
        const uids: string[] = [];
        for (let offset = 0, all = 1; offset < all; offset += INDEXES_AT_ONCE) {
          const { results, total } = await client.getRawIndexes({ offset, limit: INDEXES_AT_ONCE });
          uids.push(...results.map(({ uid }) => uid));
          all = total;
        }
        return uids.filter((uid) => uid.startsWith(prefix));
      }),
    fetchDocuments: (uid, page) =>
      translated(async () => (await client.index<Partial<StoredDocument>>(uid).getDocuments(page)).results),
    createIndex: (uid) => followed(() => client.createIndex(uid, { primaryKey: "key" })),
    setUp: (uid, settings) => followed(() => client.index(uid).updateSettings(settings as Settings)),
    addDocuments: (uid, documents) =>
      followed(() => client.index<StoredDocument>(uid).addDocuments([...documents], { primaryKey: "key" })),
    swap: (from, to, { kind, hasHappened }) =>
      translated(async () => {
        // Sent again it would swap back. Where no answer came it may have been taken all the same, so it is looked for.
        await client.swapIndexes([{ indexes: [from, to], rename: kind === "rename" }]).catch(unlessUnanswered);
        for (const deadline = Date.now() + taskMs; !(await hasHappened()); await sleep(POLL_MS))
          if (Date.now() > deadline) throw new SearchError("engine_down", "Meilisearch did not swap indexes in time");
      }),
    deleteIndex: (uid) => followed(() => client.deleteIndex(uid)),
  };
}

/** A proxy in between may answer something that is JSON and no answer. */
function readAnswer(answer: unknown): WireAnswer {
  if (typeof answer === "object" && answer !== null && "hits" in answer && Array.isArray(answer.hits))
    return answer as WireAnswer;
  throw new SearchError("engine_down", "Meilisearch answered something else than hits");
}

/** What the client throws, in the words of the port. A kept connection that the server has just closed is no outage: once more. */
async function translated<Result>(work: () => Promise<Result>, isFirst = true): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isFirst && wasHungUp(error)) return translated(work, false);
    if (error instanceof SearchError) throw error;
    if (error instanceof MeilisearchApiError) throw ofAnswer(error);
    if (error instanceof MeilisearchTaskTimeOutError)
      throw new SearchError("engine_down", "A task of Meilisearch did not end in time", { cause: error });
    if (error instanceof MeilisearchRequestError || error instanceof SyntaxError)
      throw new SearchError("engine_down", "Meilisearch cannot be reached", { cause: error });
    throw error;
  }
}

function ofAnswer(error: MeilisearchApiError): SearchError {
  const { status } = error.response;
  const code = error.cause?.code ?? "";
  if (status >= 500 || status === 408 || status === 429)
    return new SearchError("engine_down", `Meilisearch answers ${status}`, { cause: error });
  if (status === 401 || status === 403)
    return new SearchError("engine_unfit", `Meilisearch refuses the key (${code})`, { cause: { code } });
  // Such as a field that an index built with older settings cannot filter by: only who asks for it is concerned.
  const fault = status === 400 ? "question_refused" : "engine_unfit";
  return new SearchError(fault, `Meilisearch answers ${status}: ${error.message}`, { cause: { code } });
}

function unlessUnanswered(error: unknown): void {
  if (!(error instanceof MeilisearchRequestError)) throw error;
}

function wasHungUp(error: unknown): boolean {
  const cause =
    error instanceof MeilisearchRequestError && error.cause instanceof Error ? error.cause.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "ECONNRESET" || code === "UND_ERR_SOCKET" || code === "EPIPE";
}
