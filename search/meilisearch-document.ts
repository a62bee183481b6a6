import { createHash } from "node:crypto";
import { digest, fingerprintOf } from "./fingerprint";
import type { IndexSettings } from "./indexes";
import { nameBeginnings } from "./match-names";
import type { MeiliServer, StoredDocument } from "./meilisearch-wire";
import { ownNumbersOf } from "./own-numbers";
import { type Holding, type SearchDocument, SearchError, type Value } from "./port";
import { letterRunsOf } from "./words";

const SAFE_KEY = /^[A-Za-z0-9_-]{1,200}$/;
const SAFE_VALUE = /^[a-z0-9_-]{1,200}$/;
/** No id is made like this. */
export const MARK_KEY = "built-with";

export function keyOf(id: string): string {
  if (SAFE_KEY.test(id) && id !== MARK_KEY) return id;
  return `sha256-${createHash("sha256").update(id).digest("hex")}`;
}

/**
 * A facet value as it is stored and asked for: in letters that mean nothing in a filter and that Meilisearch does not fold,
 * so that there is nothing to escape and "A" stays another value than "a".
 */
export function encodeValue(value: Value): string {
  const text = String(value).toWellFormed();
  return SAFE_VALUE.test(text) ? text : `~${Buffer.from(text).toString("hex")}`;
}

export function decodeValue(stored: string): string {
  return stored.startsWith("~") ? Buffer.from(stored.slice(1), "hex").toString() : stored;
}

export function storeDocument({ named }: IndexSettings, document: SearchDocument): StoredDocument {
  const { id, schoolIds, version, texts, facets, numbers, point } = document;
  const values = Object.entries(facets).map(([field, all]) => [field, [...new Set(all.map(encodeValue))]] as const);
  const letters = Object.entries(texts).map(([field, all]) => [field, all.flatMap(spacedRuns)] as const);
  return sealed({
    key: keyOf(id),
    id: id.toWellFormed(),
    schoolIds: [...schoolIds],
    version,
    fingerprint: fingerprintOf(document),
    texts: Object.fromEntries(
      Object.entries(texts).map(([field, all]) => [field, all.map((text) => text.toWellFormed())]),
    ),
    ...(letters.some(([, runs]) => runs.length > 0) && {
      letters: Object.fromEntries(letters.filter(([, runs]) => runs.length > 0)),
    }),
    facets: Object.fromEntries(values.filter(([, all]) => all.length > 0)),
    numbers: {
      ...Object.fromEntries(Object.entries(numbers).filter((entry): entry is [string, number] => entry[1] !== null)),
      ...ownNumbersOf(document),
    },
    ...(named.length > 0 && {
      names: Object.fromEntries(named.map((field) => [field, namesOf(texts[field] ?? [], facets[field] ?? [])])),
    }),
    ...(point && { _geo: { lat: point.latitude, lng: point.longitude } }),
  });
}

const sealed = (document: StoredDocument): StoredDocument => ({ ...document, seal: digest(document) });

/** Meilisearch cuts such runs by dictionaries, and finds nothing inside of what it takes for one word (decision 26). */
const spacedRuns = (text: string): string[] => letterRunsOf(text.toWellFormed()).map((letters) => letters.join(" "));

/** No word holds it, nor does a stored value. */
const NAMES = " = ";
/** Meilisearch cuts what is longer than 468 bytes; nobody types so much of a name. */
const LONGEST_NAME = 80;

/** Meilisearch compares values of a facet from their first letter on only, hence each name from each of its words on. */
function namesOf(names: readonly string[], values: readonly Value[]): string[] {
  return values.flatMap((value, place) =>
    nameBeginnings(names[place] ?? "").map((name) => `${name.slice(0, LONGEST_NAME)}${NAMES}${encodeValue(value)}`),
  );
}

export function readName(stored: string): { name: string; value: string } {
  const cut = stored.lastIndexOf(NAMES);
  return { name: stored.slice(0, cut), value: decodeValue(stored.slice(cut + NAMES.length)) };
}

/** What stays of a removed document, so that an older `put` cannot bring it back. */
export function storeRemoval({ id, version }: { id: string; version: number }): StoredDocument {
  return { key: keyOf(id), id: id.toWellFormed(), schoolIds: [], version, removed: true };
}

export function storeMark(mark: { builtWith: string; build: string; owner: string }): StoredDocument {
  return { key: MARK_KEY, id: MARK_KEY, schoolIds: [], version: 0, ...mark };
}

/** The mark of an index; undefined where there is none, or no index. */
export async function readMark(server: MeiliServer, uid: string): Promise<Partial<StoredDocument> | undefined> {
  const page = {
    filter: `key = "${MARK_KEY}"`,
    fields: ["builtWith" as const, "build" as const, "owner" as const],
    limit: 1,
  };
  return (await server.fetchDocuments(uid, page).catch(asMissing))?.[0];
}

/** Undefined for an index that is not there; throws everything else. */
export function asMissing(error: unknown): undefined {
  const code = error instanceof SearchError ? (error.cause as { code?: string } | undefined)?.code : undefined;
  if (code !== "index_not_found") throw error;
}

/** Fields that `readHolding` reads: all there are, because any of them may have been changed. */
export const HOLDING_FIELDS = [
  "key",
  "id",
  "schoolIds",
  "version",
  "fingerprint",
  "seal",
  "removed",
  "texts",
  "letters",
  "facets",
  "numbers",
  "names",
  "_geo",
] as const;

/**
 * What a stored document says of itself; undefined for the mark and for removed ones. Anybody may have written it: one whose
 * seal does not fit what it holds cannot be read.
 */
export function readHolding(stored: Partial<StoredDocument>): Holding | undefined {
  const { key, id, removed, fingerprint, seal, ...held } = stored;
  if (key === MARK_KEY || removed === true) return undefined;
  const isIntact = seal !== undefined && seal === digest({ key, id, fingerprint, ...held });
  return { id: typeof id === "string" ? id : String(key), fingerprint: (isIntact && fingerprint) || null };
}
