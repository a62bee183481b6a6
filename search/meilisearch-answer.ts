import { findRanges } from "./highlight";
import type { IndexSettings } from "./indexes";
import { explainWords } from "./match-words";
import { decodeValue } from "./meilisearch-document";
import { federate } from "./meilisearch-question";
import { answerFrom, fromSortOf } from "./meilisearch-sorted";
import { chooseNamed, readNamed } from "./meilisearch-values";
import type { MeiliServer, WireAnswer, WireHit } from "./meilisearch-wire";
import type { Answer, Hit, Question, TotalsAnswer, TotalsQuestion } from "./port";

/** Words that are meant at least so well are marked. */
const MARKED = 0.5;

interface Asked {
  uid: string;
  settings: IndexSettings;
  question: Question;
}

/** Asks a server and puts its answers together. */
export async function answerQuestion(server: MeiliServer, asked: Asked): Promise<Answer> {
  const { uid, question } = asked;
  const ask = (one: Question) => answerQuestion(server, { ...asked, question: one });
  const begins = fromSortOf(question);
  if (begins) return answerFrom(ask, question, begins);
  const { named } = question;
  const federated = federate({ ...asked, question: { ...question, facets: countedOf(question) } });
  const [called, main, ...counts] = await Promise.all([
    named ? readNamed(server, asked, named) : [],
    federated ? server.searchTogether(federated.main) : { hits: [] },
    ...(federated?.counts ?? []).map(({ search }) => server.searchTogether(search)),
  ]);
  const counted: Record<string, Record<string, number>> = {};
  for (const answer of [main as WireAnswer, ...counts]) Object.assign(counted, countsOf(answer, uid));
  const facets = Object.fromEntries((question.facets ?? []).map((facet) => [facet, counted[facet] ?? {}]));
  const { hits, estimatedTotalHits = 0 } = main as WireAnswer;
  const meanings = explainWords(
    question.parts,
    hits.flatMap(({ texts = {} }) => Object.values(texts).flat()),
  );
  const marked = new Set(meanings.filter(({ quality }) => quality >= MARKED).map(({ term }) => term));
  return {
    hits: hits.map((hit) => toHit(hit, marked)),
    total: estimatedTotalHits,
    totalIsExact: false,
    facets,
    named: named ? await chooseNamed(called, named, { question, counts: counted[named.facet], ask }) : [],
    meanings,
    served: "meilisearch",
    degraded: false,
  };
}

interface AskedTotals {
  uid: string;
  settings: IndexSettings;
  question: TotalsQuestion;
}

/**
 * Each question is a federated request of its own, all sent at the same time: without federation Meilisearch counts each query
 * by itself, and what several queries of one question find together nobody could tell.
 */
export async function answerTotals(
  server: MeiliServer,
  { uid, settings, question }: AskedTotals,
): Promise<TotalsAnswer> {
  const { each, filters = {}, ...shared } = question;
  const answers = await Promise.all(
    each.map(({ parts, without }) => {
      const kept = Object.fromEntries(Object.entries(filters).filter(([name]) => !without.includes(name)));
      return answerQuestion(server, {
        uid,
        settings,
        question: { ...shared, parts, filters: kept, offset: 0, limit: 0 },
      });
    }),
  );
  return { totals: answers.map(({ total }) => total), served: "meilisearch", degraded: false };
}

/** A facet whose values are asked for by their names is counted as well. */
const countedOf = ({ facets = [], named }: Question) => [...new Set([...facets, ...(named ? [named.facet] : [])])];

function toHit({ id, texts = {}, _geoDistance: metres, _federation }: WireHit, marked: ReadonlySet<string>): Hit {
  const highlights = Object.entries(texts).map(([field, all]) => [field, all.map((text) => findRanges(text, marked))]);
  return {
    id,
    score: _federation?.weightedRankingScore ?? 0,
    ...(metres !== undefined && { metres }),
    texts,
    highlights: Object.fromEntries(highlights),
  };
}

function countsOf({ facetsByIndex = {} }: WireAnswer, uid: string): Record<string, Record<string, number>> {
  const distribution = Object.entries(facetsByIndex[uid]?.distribution ?? {});
  return Object.fromEntries(
    distribution.map(([path, values]) => [
      path.replace(/^facets\./, ""),
      Object.fromEntries(Object.entries(values).map(([value, count]) => [decodeValue(value), count])),
    ]),
  );
}
