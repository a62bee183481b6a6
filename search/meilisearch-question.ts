import { groupBy } from "~/domain/group-by";
import type { IndexSettings } from "./indexes";
import { meilisearchLocalesOf } from "./languages";
import { encodeValue } from "./meilisearch-document";
import { filterExpression, numberPath } from "./meilisearch-filter";
import type { WireQuery, WireSearch } from "./meilisearch-wire";
import type { Leaning, Part, Question, Sort } from "./port";
import { STOP_WORDS } from "./stop-words";
import { replaceLetterRuns, wordsOf } from "./words";

/** A tag of the text says a little less than its words; what is merely alike, much less. */
const TAG = 0.7;
const ALIKE = 0.45;
/** More queries cost time and find little that is new. */
const MOST_QUERIES = 16;
/** Beside words; alone they may ask for all. */
const MOST_LEANINGS = 4;

interface Meant {
  uid: string;
  settings: IndexSettings;
  question: Question;
}

/**
 * A question as federated searches: the one that finds, and one for each facet that is counted without its own filter.
 * Null when the text holds no word, or the index none: both find nothing.
 */
export function federate(meant: Meant): { main: WireSearch; counts: { facet: string; search: WireSearch }[] } | null {
  const { uid, settings, question } = meant;
  const { parts, facets = [], filters = {}, offset, limit } = question;
  const said = parts.filter(({ text }) => text.trim() !== "");
  const wordy = said.filter(({ text }, place) => hasWords(text, place > 0));
  // Meilisearch has to search something: where an index holds no text that is the key, which nobody may be found by.
  const isWordless = Object.keys(settings.texts).length === 0;
  if (said.length > 0 && (wordy.length === 0 || isWordless)) return null;
  const asked = { ...meant, parts: wordy };
  const own = facets.filter((facet) => Object.hasOwn(filters, facet));
  const rest = facets.filter((facet) => !own.includes(facet));
  return {
    main: {
      federation: { offset, limit, ...facetsOf(uid, rest) },
      queries: [...lifted(asked), ...queriesOf(asked, filters)],
    },
    counts: own.map((facet) => {
      const { [facet]: _, ...others } = filters;
      return {
        facet,
        search: { federation: { offset: 0, limit: 0, ...facetsOf(uid, [facet]) }, queries: queriesOf(asked, others) },
      };
    }),
  };
}

/** What a search among the values of a facet has to pass: all but the facet's own filter. */
export function filterWithout(asked: Meant, facet: string): string {
  const { [facet]: _, ...others } = asked.question.filters ?? {};
  return filterOf(asked, others);
}

type Asked = Meant & { parts: readonly Part[] };

const facetsOf = (uid: string, facets: readonly string[]) =>
  facets.length === 0 ? {} : { facetsByIndex: { [uid]: facets.map((facet) => `facets.${facet}`) } };

/** A word beside the whole text has to be more than a tie between others. */
function hasWords(text: string, isBeside: boolean): boolean {
  const words = wordsOf(text);
  return isBeside ? words.some((word) => !STOP_WORDS.includes(word)) : words.length > 0;
}

/** Everything that finds, in the scope and past the filters. */
function queriesOf(asked: Asked, filters: NonNullable<Question["filters"]>): WireQuery[] {
  const { parts } = asked;
  const within = filterOf(asked, filters);
  if (parts.length === 0) return [queryOf(asked, { q: "", filter: within, weight: baseWeight(asked) })];
  const spare = MOST_QUERIES - parts.length;
  return [
    ...parts.map((part) =>
      queryOf(asked, { q: spoken(part), filter: within, weight: baseWeight(asked) * part.weight }),
    ),
    ...parts.flatMap((part) => meaningQueries(asked, part, within)).slice(0, spare),
  ];
}

/** Documents that carry a tag the text names, or hold a word alike: as good as the share of the text they explain. */
function meaningQueries(asked: Asked, part: Part, within: string): WireQuery[] {
  const typed = wordsOf(part.text);
  return (part.tags ?? []).flatMap(({ words, field, value, alike = [] }) => {
    const share = typed.filter((word) => words.includes(word)).length / typed.length;
    const tagged = `${within} AND facets.${field} = "${encodeValue(value)}"`;
    return [
      queryOf(asked, { q: "", filter: tagged, weight: TAG * share * part.weight }),
      ...alike.map((word) => queryOf(asked, { q: `${word} `, filter: within, weight: ALIKE * share * part.weight })),
    ];
  });
}

/**
 * The first part once more for what the reader likes, with more weight, and for what is not disliked, while the plain
 * queries stand back a little: Meilisearch takes the best of several queries, it does not add them up.
 */
function lifted(asked: Asked): WireQuery[] {
  const { question, parts } = asked;
  if (question.sort) return [];
  const [first] = parts;
  const q = first ? spoken(first) : "";
  const within = filterOf(asked, question.filters ?? {});
  const disliked = leaningsOf(asked, -1).map(holds);
  const liked = togetherOf(leaningsOf(asked, 1)).map(({ all, weight }) =>
    queryOf(asked, { q, filter: [within, ...all.map(holds)].join(" AND "), weight: baseWeight(asked) + weight }),
  );
  if (disliked.length === 0) return liked;
  return [...liked, queryOf(asked, { q, filter: `${within} AND NOT (${disliked.join(" OR ")})`, weight: 1 })];
}

const holds = ({ field, value }: Leaning) => `facets.${field} = "${encodeValue(value)}"`;

/** Leanings with the same value are steps: who holds two of them is lifted by both, who holds three by all. */
function togetherOf(leanings: readonly Leaning[]): { all: Leaning[]; weight: number }[] {
  return [...groupBy(leanings, ({ value }) => value).values()].flatMap((steps) =>
    steps.map((_, place) => {
      const all = steps.slice(0, place + 1);
      return { all, weight: all.reduce((sum, { weight }) => sum + weight, 0) };
    }),
  );
}

function leaningsOf({ question, parts }: Asked, sign: 1 | -1): Leaning[] {
  const same = (question.leanings ?? []).filter(({ weight }) => Math.sign(weight) === sign);
  const most = parts.length > 0 ? MOST_LEANINGS : MOST_QUERIES - 2;
  return same.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, most);
}

/** Below 1 by the strongest dislike: what is not disliked gets a query of its own, with weight 1. */
function baseWeight(asked: Asked): number {
  if (asked.question.sort) return 1;
  const [strongest] = leaningsOf(asked, -1);
  return Math.max(0, 1 + (strongest?.weight ?? 0));
}

function filterOf({ settings, question }: Meant, filters: NonNullable<Question["filters"]>): string {
  const { schoolId } = question.scope;
  const scope = `schoolIds = "${schoolId.toLowerCase()}"`;
  const within = Object.values(filters).map((filter) => filterExpression({ settings, schoolId }, filter));
  return [scope, ...within].join(" AND ");
}

function queryOf(
  { uid, settings, question: { sort, language, scope } }: Asked,
  { q, filter, weight }: { q: string; filter: string; weight: number },
): WireQuery {
  const kept = Object.keys(settings.texts).filter((field) => settings.texts[field]?.kept);
  const locales = meilisearchLocalesOf(language);
  return {
    indexUid: uid,
    q,
    filter,
    ...(locales && { locales }),
    ...(sort && { sort: sortOf({ settings, schoolId: scope.schoolId }, sort) }),
    attributesToRetrieve: ["id", ...kept.map((field) => `texts.${field}`)],
    federationOptions: { weight },
  };
}

/** A sort that begins at a value was made two questions before (search/meilisearch-sorted.ts). */
function sortOf(asked: { settings: IndexSettings; schoolId: string }, sort: Sort): string[] {
  if ("nearest" in sort) return [`_geoPoint(${sort.nearest.latitude}, ${sort.nearest.longitude}):asc`, "id:asc"];
  const isDescending = "descending" in sort && sort.descending === true;
  return [`${numberPath(asked, sort.field)}:${isDescending ? "desc" : "asc"}`, "id:asc"];
}

/**
 * Quotes and minus signs have a meaning to Meilisearch that nobody here knows of. A space at the end says that the last
 * word is finished; it is left out where all words only tie others together, since Meilisearch drops such a word when
 * something follows it, and finds everything for a text of which nothing is left. What a script writes without spaces is asked for letter by letter, each next to the one before: as it
 * is stored.
 */
function spoken({ text, open = false }: Part): string {
  const plain = text
    .toWellFormed()
    .replace(/["\-\0]/g, " ")
    .trim();
  const said = replaceLetterRuns(plain, (letters) => ` "${letters.join(" ")}" `).trim();
  return open || !hasWords(text, true) ? said : `${said} `;
}
