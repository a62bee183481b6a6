import { facetToken } from "./facet-token";
import type { IndexSettings, TextField } from "./indexes";
import type { SearchDocument, Value } from "./port";
import { termsOf, wordsOf } from "./words";

/** How soon a repeated word stops to count (BM25 `k1`), and how much long texts lose (BM25 `b`). */
const SATURATION = 0.9;
const LENGTH_SHARE = 0.4;
/** A tag says as much as a word that stands once in a title and once in the description. */
const TAG_WEIGHT = 2;

/** Word to weight: how much each word says about the document, over all its text fields (BM25F, Robertson & Zaragoza 2009). */
export function weighDocument(settings: IndexSettings, document: SearchDocument): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [name, field] of Object.entries(settings.texts)) {
    for (const [word, weight] of weighField(field, document.texts[name] ?? [])) {
      weights.set(word, (weights.get(word) ?? 0) + weight * field.boost);
    }
  }
  for (const field of settings.tags)
    for (const value of document.facets[field] ?? []) weights.set(tagTerm(field, value), TAG_WEIGHT);
  return weights;
}

/** A tag stands among the words of an index under a sign that no word begins with. */
export const tagTerm = (field: string, value: Value) => `=${facetToken(field, value)}`;

/** A value that is about little else says more of its words than a long one. */
function weighField(field: TextField, values: readonly string[]): Map<string, number> {
  const evidence = new Map<string, number>();
  for (const value of values) {
    const length = 1 - LENGTH_SHARE + LENGTH_SHARE * (wordsOf(value).length / field.usualWords);
    for (const word of termsOf(value)) evidence.set(word, (evidence.get(word) ?? 0) + 1 / length);
  }
  return new Map([...evidence].map(([word, count]) => [word, count / (count + SATURATION)]));
}
