import { type RawBuilder, sql } from "kysely";
import { checkQuestion } from "./check-question";
import { facetToken } from "./facet-token";
import { findRanges } from "./highlight";
import type { IndexSettings } from "./indexes";
import type { Answer, Hit, Question } from "./port";
import { filterSql, metresSql } from "./postgres-filter";
import { type Slot, type Understood, understand, type Variant } from "./postgres-vocabulary";
import type { EngineTx } from "./postgres-write";

/**
 * A document counts as found when the words it holds weigh at least this share of what the best document holds: one
 * that has only the small change of a question is none.
 */
const SHARE_OF_BEST = 0.4;
/** Further words that say the same (a form, a tag, a word alike) count this much beside the best one. */
const SECOND_WORDS = 0.2;

interface Row {
  id: string;
  score: number;
  metres: number | null;
  texts: Record<string, string[]>;
}

/** Answers a question from the search tables in one statement. Throws `unknown_field` and `bad_question`. */
export async function searchPostgres(
  tx: EngineTx,
  { index, settings, question }: { index: string; settings: IndexSettings; question: Question },
): Promise<Answer> {
  checkQuestion(settings, question);
  const understood = await understand(tx, index, question.parts);
  const filters = Object.entries(question.filters ?? {}).map(([name, filter]) => ({
    name,
    passes: filterSql(settings, filter),
  }));
  const facets = question.facets ?? [];
  const ownFilter = facets.filter((field) => filters.some(({ name }) => name === field));
  const rest = facets.filter((field) => !ownFilter.includes(field));
  const counted = [
    ...ownFilter.map((field) =>
      countSql(
        [field],
        filters.map(({ name }) => name).filter((name) => name !== field),
      ),
    ),
    ...(rest.length > 0
      ? [
          countSql(
            rest,
            filters.map(({ name }) => name),
          ),
        ]
      : []),
  ];
  const passed = allPass(filters.map(({ name }) => name));
  const { rows } = await sql<{ total: number; hits: Row[] | null; facets: [string, number][] | null }>`
    with base as materialized (${baseSql(index, question, understood)}),
    d as materialized (
      select b.*, ${leaningSql(question)} as leaning
        ${sql.join(
          filters.map(({ name, passes }) => sql`, ${passes} as ${sql.id(`passes ${name}`)}`),
          sql``,
        )}
        , ${question.sort && "nearest" in question.sort ? metresSql(question.sort.nearest) : sql`null::float8`} as metres
      from base b cross join lateral (select b.facets, b.numbers, b.latitude, b.longitude) d
      where b.coverage >= ${SHARE_OF_BEST} * b.best),
    ranked as (
      select id, (case when best_score > 0 then text_score / best_score else 0 end + leaning)::float8 as score, metres, texts, numbers
      from (select *, max(text_score) over () as best_score from d where ${passed}) s),
    page as (
      select *, row_number() over (order by ${orderSql(question)}) as place from ranked
      order by place limit ${question.limit} offset ${question.offset})
    select (select count(*) from d where ${passed})::integer as total,
      (select json_agg(json_build_object('id', id, 'score', score, 'metres', metres, 'texts', texts) order by place) from page) as hits,
      ${counted.length > 0 ? sql`(select json_agg(json_build_array(token, n)) from (${sql.join(counted, sql` union all `)}) c)` : sql`null`} as facets`.execute(
    tx,
  );
  const row = rows[0];
  return {
    hits: (row?.hits ?? []).map((hit) => toHit(hit, understood)),
    total: row?.total ?? 0,
    totalIsExact: true,
    facets: toFacets(facets, row?.facets ?? []),
    meanings: understood.variants.map(({ slot, term, quality }) => {
      const { word, rarity } = understood.slots[slot] as Slot;
      return { word, term, quality, rarity };
    }),
    served: "postgres",
    degraded: false,
  };
}

/** Everything of the school that the words find, before any filter. */
function baseSql(index: string, { scope, parts }: Question, { slots, variants }: Understood): RawBuilder<unknown> {
  const inScope = sql`d.index_name = ${index} and not d.removed and d.school_ids @> ${[scope.schoolId]}::uuid[]`;
  const columns = sql`d.id, d.texts, d.facets, d.numbers, d.latitude, d.longitude`;
  if (parts.every(({ text }) => text.trim() === "")) {
    return sql`select ${columns}, 0::float8 as text_score, 1::float8 as coverage, 1::float8 as best from search_documents d where ${inScope}`;
  }
  return sql`
    with variant as (
      select * from unnest(${variants.map(({ slot }) => slot)}::integer[], ${variants.map(({ termNumber }) => termNumber)}::bigint[],
        ${variants.map((variant) => strengthOf(variant, slots))}::real[]) as v (slot, term_number, strength)),
    found as (
      select p.document_number, v.slot, max(v.strength * p.weight) * (1 - ${SECOND_WORDS}::float8) + sum(v.strength * p.weight) * ${SECOND_WORDS}::float8 as score, max(v.strength) as held
      from variant v join search_postings p on p.term_number = v.term_number group by 1, 2),
    scored as (select document_number, sum(score)::float8 as score, sum(held)::float8 as coverage from found group by 1)
    select ${columns}, s.score as text_score, s.coverage, max(s.coverage) over () as best
    from scored s join search_documents d on d.number = s.document_number where ${inScope}`;
}

/** What a found word adds: the rarer, the more; a frequent tag does not inherit the rarity of the word it explains. */
function strengthOf({ slot, quality, rarity }: Variant, slots: readonly Slot[]): number {
  const typed = slots[slot];
  return typed ? quality * typed.weight * Math.min(typed.rarity, rarity) : 0;
}

function leaningSql({ leanings = [] }: Question): RawBuilder<number> {
  const terms = leanings.map(
    ({ field, value, weight }) =>
      sql`case when d.facets @> ${[facetToken(field, value)]}::text[] then ${weight}::float8 else 0 end`,
  );
  return terms.length === 0 ? sql`0` : sql`(${sql.join(terms, sql` + `)})`;
}

function orderSql({ sort }: Question): RawBuilder<unknown> {
  if (!sort) return sql`score desc, id`;
  if ("nearest" in sort) return sql`metres nulls last, id`;
  const value = sql`(numbers ->> ${sort.field})::float8`;
  return sort.descending ? sql`${value} desc nulls last, id` : sql`${value} nulls last, id`;
}

function allPass(names: readonly string[]): RawBuilder<boolean> {
  return names.length === 0
    ? sql`true`
    : sql`(${sql.join(
        names.map((name) => sql.id(`passes ${name}`)),
        sql` and `,
      )})`;
}

function countSql(fields: readonly string[], names: readonly string[]): RawBuilder<unknown> {
  return sql`select token, count(*)::integer as n from d cross join lateral unnest(d.facets) as token
    where ${allPass(names)} and split_part(token, '=', 1) = any(${[...fields]}::text[]) and position('=' in token) > 0 group by token`;
}

function toFacets(fields: readonly string[], counted: readonly [string, number][]): Answer["facets"] {
  const facets: Record<string, Record<string, number>> = Object.fromEntries(fields.map((field) => [field, {}]));
  for (const [token, count] of counted) {
    const cut = token.indexOf("=");
    const values = facets[token.slice(0, cut)];
    if (values) values[token.slice(cut + 1)] = count;
  }
  return facets;
}

function toHit({ id, score, metres, texts }: Row, { variants }: Understood): Hit {
  const words = new Set(variants.filter(({ quality }) => quality >= 0.5).map(({ term }) => term));
  const highlights = Object.fromEntries(
    Object.entries(texts).map(([field, values]) => [field, values.map((text) => findRanges(text, words))]),
  );
  return { id, score, ...(metres === null ? {} : { metres }), texts, highlights };
}
