import type { IndexSettings } from "./indexes";
import { isOnEarth, isUuid, type Refusal, type SearchDocument, SearchError } from "./port";

/** Documents an index with these settings can take, and those that no engine could. */
export function sortOutDocuments(
  settings: IndexSettings,
  documents: readonly SearchDocument[],
): { good: SearchDocument[]; refused: Refusal[] } {
  const judged = documents.map((document) => ({ document, because: faultOf(settings, document) }));
  return {
    good: judged.flatMap(({ document, because }) => (because === null ? [document] : [])),
    refused: judged.flatMap(({ document, because }) => (because === null ? [] : [{ id: document.id, because }])),
  };
}

/** Throws `bad_document` when there is one. */
export function refuseDocuments(refused: readonly Refusal[]): void {
  if (refused.length === 0) return;
  const said = refused.slice(0, 5).map(({ id, because }) => `${id}: ${because}`);
  throw new SearchError("bad_document", `${refused.length} documents were not taken. ${said.join("; ")}`, { refused });
}

/** Databases keep neither NUL nor half characters, and an id is not to become another one. */
export const isDocumentId = (id: string): boolean => id !== "" && id.isWellFormed() && !id.includes("\0");

function faultOf({ texts, facets, numbers, ownNumbers }: IndexSettings, document: SearchDocument): string | null {
  const unknown = [
    ...Object.keys(document.texts).filter((field) => !Object.hasOwn(texts, field)),
    ...Object.keys(document.facets).filter((field) => !facets.includes(field)),
    ...Object.keys(document.numbers).filter((field) => !numbers.includes(field)),
    ...Object.keys(document.ownNumbers ?? {}).filter((field) => !ownNumbers.includes(field)),
  ];
  if (unknown.length > 0) return `it has fields the index does not know: ${unknown.join(", ")}`;
  if (!isDocumentId(document.id)) return "its id is empty, or cannot be stored";
  if (!document.schoolIds.every(isUuid)) return "it names a school by something that is no id";
  if (!Number.isSafeInteger(document.version)) return "it needs a whole version number";
  if (document.point !== null && !isOnEarth(document.point)) return "its place is not on Earth";
  const own = Object.values(document.ownNumbers ?? {});
  if (!own.flatMap(Object.keys).every(isUuid)) return "it has a number of what is no school";
  const all = [...Object.values(document.numbers), ...own.flatMap(Object.values<number>)];
  if (all.some((number) => number !== null && !Number.isFinite(number))) return "it has a number that is none";
  return null;
}
