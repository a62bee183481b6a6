import { readMark, storeMark } from "./meilisearch-document";
import type { MeiliServer, StoredDocument, TaskEnd } from "./meilisearch-wire";
import { type Refusal, SearchError } from "./port";

/** One task holds this much at most. */
const MOST_DOCUMENTS = 1_000;
const MOST_BYTES = 4_000_000;

/**
 * Writes documents where the index holds nothing newer, and answers those it refuses. The caller is the only writer of the
 * index, so nothing changes between looking and writing.
 */
export async function writeNewest(
  server: MeiliServer,
  uid: string,
  documents: readonly StoredDocument[],
): Promise<Refusal[]> {
  const newest = new Map<string, StoredDocument>();
  for (const document of documents) {
    if ((newest.get(document.key)?.version ?? Number.NEGATIVE_INFINITY) <= document.version)
      newest.set(document.key, document);
  }
  const refused: Refusal[] = [];
  for (const batch of batchesOf([...newest.values()])) {
    const held = await heldVersions(server, uid, batch);
    const due = batch.filter(({ key, version }) => (held.get(key) ?? Number.NEGATIVE_INFINITY) <= version);
    if (due.length > 0) refused.push(...(await writeBatch(server, uid, due)));
  }
  return refused;
}

/** A version that is no number is no version: such a document is written over. */
async function heldVersions(server: MeiliServer, uid: string, batch: readonly StoredDocument[]) {
  const filter = `key IN [${batch.map(({ key }) => `"${key}"`).join(", ")}]`;
  const found = await server.fetchDocuments(uid, { filter, fields: ["key", "version"], limit: 2 * batch.length });
  return new Map(
    found.flatMap(({ key, version }) => (key && Number.isSafeInteger(version) ? [[key, Number(version)]] : [])),
  );
}

/**
 * One bad document fails its whole task: the batch is halved until the bad one stands alone and is set aside. So does one that
 * the server breaks on, or that something in front of it refuses, and neither says that a document is to blame: one that fails
 * twice is, where the server takes something else in between.
 */
async function writeBatch(server: MeiliServer, uid: string, documents: readonly StoredDocument[]): Promise<Refusal[]> {
  let failure = await failureOf(server, uid, documents);
  if (failure?.otherwise) {
    if (!(await takesItsMark(server, uid))) throw failure.otherwise;
    failure = await failureOf(server, uid, documents);
  }
  if (!failure) return [];
  const [only] = documents;
  if (documents.length === 1 && only) return [{ id: only.id, because: failure.because }];
  const half = Math.ceil(documents.length / 2);
  return [
    ...(await writeBatch(server, uid, documents.slice(0, half))),
    ...(await writeBatch(server, uid, documents.slice(half))),
  ];
}

interface Failure {
  because: string;
  /** What it is if no document is to blame; absent where the server says that one is. */
  otherwise?: SearchError;
}

/** Why documents were not taken; null if they were. Throws what no document can be to blame for. */
async function failureOf(
  server: MeiliServer,
  uid: string,
  documents: readonly StoredDocument[],
): Promise<Failure | null> {
  const end = await server.addDocuments(uid, documents).catch(asRefused);
  if (!("status" in end)) return end;
  if (end.status === "succeeded") return null;
  const because = `${end.code}: ${end.message}`;
  if (end.type === "invalid_request") return { because };
  const otherwise = new SearchError("engine_down", `Meilisearch could not write: ${end.code}`);
  if (end.type !== "internal") throw otherwise;
  return { because, otherwise };
}

/** A request that is answered, but not taken: there is no task. One that is too large is refused by the server itself. */
function asRefused(error: unknown): Failure {
  if (!(error instanceof SearchError) || error.fault === "engine_down") throw error;
  const { code } = (error.cause ?? {}) as { code?: string };
  return code === "payload_too_large"
    ? { because: `${code}: it is too large` }
    : { because: error.message, otherwise: error };
}

/** Whether the server takes what it took before: the mark of the index, as it stands. */
async function takesItsMark(server: MeiliServer, uid: string): Promise<boolean> {
  const { builtWith = "", build = "", owner } = (await readMark(server, uid)) ?? {};
  if (owner === undefined) return false;
  return (await server.addDocuments(uid, [storeMark({ builtWith, build, owner })])).status === "succeeded";
}

function* batchesOf(documents: readonly StoredDocument[]): Generator<StoredDocument[]> {
  let batch: StoredDocument[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document));
    if (batch.length > 0 && (batch.length >= MOST_DOCUMENTS || bytes + size > MOST_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(document);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Throws for a task that failed where no document can be to blame. */
export function mustSucceed(end: TaskEnd): void {
  if (end.status === "failed")
    throw new SearchError("engine_down", `A task of Meilisearch failed: ${end.code}: ${end.message}`);
}
