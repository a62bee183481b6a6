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

/** One bad document fails its whole task: the batch is halved until the bad one stands alone and is set aside. */
async function writeBatch(server: MeiliServer, uid: string, documents: readonly StoredDocument[]): Promise<Refusal[]> {
  const end = await server.addDocuments(uid, documents).catch(asTooLarge);
  if (end.status === "succeeded") return [];
  if (end.type !== "invalid_request") throw new SearchError("engine_down", `Meilisearch could not write: ${end.code}`);
  const [only] = documents;
  if (documents.length === 1 && only) return [{ id: only.id, because: `${end.code}: ${end.message}` }];
  const half = Math.ceil(documents.length / 2);
  return [
    ...(await writeBatch(server, uid, documents.slice(0, half))),
    ...(await writeBatch(server, uid, documents.slice(half))),
  ];
}

/** A request that the server finds too large is refused at once, without a task. */
function asTooLarge(error: unknown): TaskEnd {
  const code = error instanceof SearchError ? (error.cause as { code?: string } | undefined)?.code : undefined;
  if (code !== "payload_too_large") throw error;
  return { status: "failed", type: "invalid_request", code, message: "it is too large" };
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
