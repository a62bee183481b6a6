import { allowedTypos, countTypos, countTyposAtStart } from "../../../search/edit-distance";
import { fold } from "../../../search/words";
import { type AskedTerm, termsAsked, wordsWithWholeRuns } from "./cut";
import { isAmong, metresBetween, parseFilter, type StoredRow, valuesAt } from "./filter";

/** What the double keeps of an index. */
export interface DoubleIndex {
  uid: string;
  settings: {
    searchableAttributes: string[];
    filterableAttributes: string[];
    sortableAttributes: string[];
    stopWords: string[];
    faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, "alpha" | "count"> };
  };
  rows: Map<string, StoredRow>;
}

interface Query {
  indexUid: string;
  q: string;
  filter?: string;
  sort?: string[];
  locales?: string[];
  attributesToRetrieve?: string[];
  federationOptions?: { weight: number };
}

interface Found {
  row: StoredRow;
  score: number;
  query: Query;
}

/** Of the languages it knows, as many as are asked for. */
const LOCALES = ["eng", "spa", "en", "es"];

/** A question Meilisearch would answer with 400. */
export class BadRequest extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A federated search over one index: each document once, by its best query; facets and total over all that were found. */
export function findTogether(
  index: DoubleIndex,
  {
    federation,
    queries,
  }: { federation: { offset: number; limit: number; facetsByIndex?: Record<string, string[]> }; queries: Query[] },
): object {
  const best = new Map<string, Found>();
  for (const query of queries) {
    for (const found of findOne(index, query)) {
      const key = String(found.row.key);
      if (found.score > (best.get(key)?.score ?? Number.NEGATIVE_INFINITY)) best.set(key, found);
    }
  }
  const found = [...best.values()].sort(ordered(queries[0]?.sort ?? []));
  const facets = federation.facetsByIndex?.[index.uid] ?? [];
  for (const facet of facets) mustBe(index.settings.filterableAttributes, facet, "invalid_multi_search_facets");
  const { maxValuesPerFacet } = index.settings.faceting;
  const counted = (facet: string) => mostFrequent(index, countValues(found, facet)).slice(0, maxValuesPerFacet);
  const distribution = Object.fromEntries(facets.map((facet) => [facet, Object.fromEntries(counted(facet))]));
  return {
    hits: found.slice(federation.offset, federation.offset + federation.limit).map(toHit),
    estimatedTotalHits: found.length,
    ...(facets.length > 0 && { facetsByIndex: { [index.uid]: { distribution, stats: {} } } }),
  };
}

interface ValueSearch {
  facetName: string;
  facetQuery?: string;
  filter?: string;
}

/** Values that begin with a text as a whole, a few mistakes by its length allowed, among the rows that pass the filter. */
export function findValues(index: DoubleIndex, { facetName, facetQuery = "", filter }: ValueSearch): object {
  const { filterableAttributes, faceting } = index.settings;
  mustBe(filterableAttributes, facetName, "invalid_facet_search_facet_name");
  const found = findOne(index, { indexUid: index.uid, q: "", ...(filter && { filter }) });
  const asked = fold(facetQuery);
  const allowed = asked.length < 5 ? 0 : asked.length < 9 ? 1 : 2;
  const begins = (value: string) => countTyposAtStart(asked, fold(value), allowed) <= allowed;
  const sorted = mostFrequent(index, countValues(found, facetName)).filter(([value]) => begins(value));
  return {
    facetHits: sorted.slice(0, faceting.maxValuesPerFacet).map(([value, count]) => ({ value, count })),
    facetQuery,
    processingTimeMs: 0,
  };
}

function findOne(index: DoubleIndex, query: Query): Found[] {
  const { settings, rows } = index;
  let passes = (_: StoredRow) => true;
  try {
    if (query.filter) passes = parseFilter(query.filter, settings.filterableAttributes);
  } catch (error) {
    throw new BadRequest("invalid_search_filter", error instanceof Error ? error.message : "");
  }
  for (const locale of query.locales ?? [])
    if (!LOCALES.includes(locale)) throw new BadRequest("invalid_search_locales", `Unknown value \`${locale}\``);
  for (const rule of query.sort ?? []) mustBe(settings.sortableAttributes, fieldOf(rule), "invalid_search_sort");
  const terms = termsAsked(query.q);
  const open = !/\s$/.test(query.q);
  // A stop word is dropped when anything follows it, a space too. Where no word is left everything is found.
  const asked = terms.filter(
    ({ words }, place) =>
      (open && place === terms.length - 1) || !words.every((word) => settings.stopWords.includes(word)),
  );
  return [...rows.values()].filter(passes).flatMap((row) => {
    const score = scoreOf(asked, open, () =>
      settings.searchableAttributes.flatMap((path) =>
        valuesAt(row, path).map((text) => wordsWithWholeRuns(String(text))),
      ),
    );
    return score > 0 ? [{ row, query, score: score * (query.federationOptions?.weight ?? 1) }] : [];
  });
}

/**
 * Words are dropped from the end until a document holds all that are left; fewer words and more typos score less. Phrases are
 * never dropped.
 */
function scoreOf(asked: readonly AskedTerm[], open: boolean, held: () => string[][]): number {
  if (asked.length === 0) return 1;
  const values = held();
  const phrases = asked.filter(({ isPhrase }) => isPhrase);
  if (!phrases.every(({ words }) => values.some((value) => holdsPhrase(value, words)))) return 0;
  let score = phrases.length / asked.length;
  const terms = values.flat();
  for (const [place, { words, isPhrase }] of asked.entries()) {
    if (isPhrase) continue;
    const typos = fewestTypos(words[0] ?? "", terms, open && place === asked.length - 1);
    if (typos === null) break;
    score += (1 - 0.1 * typos) / asked.length;
  }
  return score;
}

const holdsPhrase = (value: readonly string[], words: readonly string[]): boolean =>
  value.some((_, start) => words.every((word, place) => value[start + place] === word));

function fewestTypos(word: string, terms: readonly string[], open: boolean): number | null {
  const allowed = allowedTypos(word);
  const typosIn = open ? countTyposAtStart : countTypos;
  const counts = terms.map((term) => typosIn(word, term, allowed));
  const fewest = Math.min(Number.POSITIVE_INFINITY, ...counts);
  return fewest <= allowed ? fewest : null;
}

function countValues(found: readonly Found[], path: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { row } of found)
    for (const value of valuesAt(row, path)) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}

/** In the order of the settings. */
function mostFrequent({ settings }: DoubleIndex, counts: Record<string, number>): [value: string, count: number][] {
  const byCount = settings.faceting.sortFacetValuesBy["*"] === "count";
  return Object.entries(counts).sort(([a, n], [b, m]) => (byCount && m !== n ? m - n : a < b ? -1 : 1));
}

function toHit({ row, score, query }: Found): object {
  const shown = Object.fromEntries(
    (query.attributesToRetrieve ?? Object.keys(row))
      .map((path) => path.split(".")[0] ?? "")
      .map((name) => [name, row[name]]),
  );
  const metres = (query.sort ?? []).map((rule) => distanceOf(rule, row)).find((distance) => distance !== undefined);
  return {
    ...shown,
    ...(metres !== undefined && { _geoDistance: Math.round(metres) }),
    _federation: { indexUid: query.indexUid, queriesPosition: 0, weightedRankingScore: score },
  };
}

function ordered(rules: readonly string[]): (a: Found, b: Found) => number {
  return (a, b) => {
    for (const rule of rules) {
      const [x, y] = [a, b].map(({ row }) => distanceOf(rule, row) ?? valuesAt(row, fieldOf(rule))[0]);
      if (x === y) continue;
      if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
      return (
        (Number(x) - Number(y) < 0 || (typeof x === "string" && x < String(y)) ? -1 : 1) *
        (rule.endsWith(":desc") ? -1 : 1)
      );
    }
    return b.score - a.score || (String(a.row.id) < String(b.row.id) ? -1 : 1);
  };
}

const GEO = /^_geoPoint\(([^,]+), ([^)]+)\)/;
const fieldOf = (rule: string) => (GEO.test(rule) ? "_geo" : rule.replace(/:(asc|desc)$/, ""));

function distanceOf(rule: string, row: StoredRow): number | undefined {
  const match = GEO.exec(rule);
  const place = row._geo as { lat: number; lng: number } | undefined;
  if (!match || !place) return undefined;
  return metresBetween(place, { lat: Number(match[1]), lng: Number(match[2]) });
}

function mustBe(allowed: readonly string[], field: string, code: string): void {
  if (!isAmong(allowed, field)) throw new BadRequest(code, `${field} is not among ${allowed.join(", ")}`);
}
