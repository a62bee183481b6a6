import { createHash } from "node:crypto";
import { hashSettings, type IndexSettings } from "./indexes";
import { MEILISEARCH_LOCALES } from "./languages";
import { storeMark } from "./meilisearch-document";
import type { MeiliServer } from "./meilisearch-wire";
import { mustSucceed } from "./meilisearch-write";
import { STOP_WORDS } from "./stop-words";

/** Fields that tell documents apart; every question filters by the school. */
const OWN_FIELDS = ["key", "id", "schoolIds"];
/** Counted of a facet, and answered to who looks for values by their names. */
export const MOST_VALUES_PER_FACET = 1_000;
const MOST_HITS = 1_000;

/**
 * An index's settings as Meilisearch takes them. Its documented ranking rules, but for two: an asked-for order comes first,
 * and ids break ties, so that pages never repeat a document.
 */
function meilisearchSettings(settings: IndexSettings): object {
  const byBoost = Object.entries(settings.texts).sort(([, a], [, b]) => b.boost - a.boost);
  // Of an object Meilisearch takes what is in it: the numbers of every school.
  const numbers = [...settings.numbers, ...settings.ownNumbers].map((field) => `numbers.${field}`);
  const facets = settings.facets.map((field) => `facets.${field}`);
  const names = settings.named.map((field) => `names.${field}`);
  return {
    // Without texts nothing is searched by words; an empty list would mean every field.
    searchableAttributes:
      byBoost.length === 0 ? ["key"] : byBoost.flatMap(([field]) => [`texts.${field}`, `letters.${field}`]),
    filterableAttributes: [...OWN_FIELDS, ...facets, ...names, ...numbers, "_geo"],
    sortableAttributes: ["id", ...numbers, "_geo"],
    rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "id:asc"],
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    faceting: { maxValuesPerFacet: MOST_VALUES_PER_FACET, sortFacetValuesBy: { "*": "count" } },
    pagination: { maxTotalHits: MOST_HITS },
    stopWords: STOP_WORDS,
    localizedAttributes: [{ attributePatterns: ["texts.*"], locales: MEILISEARCH_LOCALES }],
  };
}

/** Another hash means that an index made with the old one has to be built again. */
export function hashMeilisearchSettings(settings: IndexSettings): string {
  const said = JSON.stringify([hashSettings(settings), meilisearchSettings(settings)]);
  return createHash("sha256").update(said).digest("base64url").slice(0, 16);
}

/** Names of indexes may hold letters, digits, dashes and underscores; ours hold slashes where they are thrown away. */
export const uidOf = (prefix: string, index: string) => `${prefix}${index.replaceAll("/", "_")}`;

/** Where an index is built beside the one that serves. */
export const nextUidOf = (uid: string) => `${uid}--next`;

/** An empty index with its settings, which cost nothing before the first document, and a mark that it is not whole yet. */
export async function makeIndex(
  server: MeiliServer,
  uid: string,
  { settings, owner }: { settings: IndexSettings; owner: string },
): Promise<void> {
  const end = await server.createIndex(uid);
  // Where the first answer was lost the call was repeated: what it made is there already.
  if (!(end.status === "failed" && end.code === "index_already_exists")) mustSucceed(end);
  mustSucceed(await server.setUp(uid, meilisearchSettings(settings)));
  mustSucceed(await server.addDocuments(uid, [storeMark({ builtWith: "", build: "", owner })]));
}
