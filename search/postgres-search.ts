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

/** Answers a question from the search tables. Throws `unknown_field` and `bad_question`. */
export async function searchPostgres(tx: EngineTx, asked: Asked): Promise<Answer> {
  checkQuestion(asked.settings, asked.question);
  const understood = await understand(tx, asked.index, asked.question);
  const { smallChange, sum } = findSmallChange(understood);
  const first = await readAnswer(tx, asked, { ...understood, smallChange });
  const isSafe = smallChange.size === 0 || sum < SHARE_OF_BEST * (first?.best ?? 0);
  // Should what was left out be enough after all (the strongest word may be another school's), nothing is left out.
  const row = isSafe ? first : await readAnswer(tx, asked, { ...understood, smallChange: new Set() });
  return {
    hits: (row?.hits ?? []).map((hit) => toHit(hit, understood)),
    total: row?.total ?? 0,
    totalIsExact: true,
    facets: toFacets(asked.question.facets ?? [], row?.facets ?? []),
    meanings: understood.variants.map(({ slot, term, quality }) => {
      const { word, rarity } = understood.slots[slot] as Slot;
      return { word, term, quality, rarity };
    }),
    served: "postgres",
    degraded: false,
  };
}

interface Asked {
  index: string;
  settings: IndexSettings;
  question: Question;
}

interface Weighted extends Understood {
  /** Slots whose words find nothing by themselves; they add to what the others find. */
  smallChange: ReadonlySet<number>;
}

interface AnswerRow {
  /** The most that one document of the school holds of the question. */
  best: number | null;
  total: number;
  hits: Row[] | null;
  facets: [string, number][] | null;
}

async function readAnswer(
  tx: EngineTx,
  { index, settings, question }: Asked,
  understood: Weighted,
): Promise<AnswerRow | undefined> {
  const filters = Object.entries(question.filters ?? {}).map(([name, filter]) => ({
    name,
    passes: filterSql(settings, filter),
  }));
  const names = filters.map(({ name }) => name);
  const facets = question.facets ?? [];
  const passed = allPass(names);
  const { rows } = await sql<AnswerRow>`
    with base as materialized (${baseSql(index, question, understood)}),
    d as materialized (
      select d.number, d.id, d.text_score, d.facets, d.numbers, ${leaningSql(question)} as leaning
        ${sql.join(
          filters.map(({ name, passes }) => sql`, ${passes} as ${sql.id(`passes ${name}`)}`),
          sql``,
        )}
        , ${question.sort && "nearest" in question.sort ? metresSql(question.sort.nearest) : sql`null::float8`} as metres
      from base d where d.coverage >= ${SHARE_OF_BEST} * (select max(coverage) from base)),
    ranked as (
      select number, id, (case when best_score > 0 then text_score / best_score else 0 end + leaning)::float8 as score, metres, numbers
      from (select *, max(text_score) over () as best_score from d where ${passed}) s),
    page as (
      select number, id, score, metres, row_number() over (order by ${orderSql(question)}) as place from ranked
      order by place limit ${question.limit} offset ${question.offset})
    select (select max(coverage) from base)::float8 as best,
      (select count(*) from d where ${passed})::integer as total,
      (select json_agg(json_build_object('id', page.id, 'score', score, 'metres', metres, 'texts', t.texts) order by place)
        from page join search_documents t on t.number = page.number) as hits,
      ${facets.length > 0 ? facetsSql(facets, names) : sql`null`} as facets`.execute(tx);
  return rows[0];
}

/**
 * The slots that together cannot make a document count as found (`SHARE_OF_BEST`) beside the strongest one: mostly words
 * that nearly every document holds, whose postings would cost more than all the others. `sum` is what they add at most.
 */
function findSmallChange({ slots, variants }: Understood): { smallChange: ReadonlySet<number>; sum: number } {
  const most = slots.map((_, slot) =>
    Math.max(0, ...variants.filter((variant) => variant.slot === slot).map((variant) => strengthOf(variant, slots))),
  );
  const enough = SHARE_OF_BEST * Math.max(0, ...most);
  const smallChange = new Set<number>();
  let sum = 0;
  for (const slot of [...most.keys()].sort((a, b) => (most[a] ?? 0) - (most[b] ?? 0))) {
    if (sum + (most[slot] ?? 0) >= enough) break;
    sum += most[slot] ?? 0;
    smallChange.add(slot);
  }
  return { smallChange, sum };
}

/** Everything of the school that the words find, before any filter. */
function baseSql(index: string, { scope, parts }: Question, understood: Weighted): RawBuilder<unknown> {
  const inScope = sql`d.index_name = ${index} and not d.removed and d.school_ids @> ${[scope.schoolId]}::uuid[]`;
  const columns = sql`d.number, d.id, d.facets, d.numbers, d.latitude, d.longitude`;
  if (parts.every(({ text }) => text.trim() === "")) {
    return sql`select ${columns}, 0::float8 as text_score, 1::float8 as coverage from search_documents d where ${inScope}`;
  }
  const { slots, variants, smallChange } = understood;
  return sql`
    with variant as (
      select * from unnest(${variants.map(({ slot }) => slot)}::integer[], ${variants.map(({ termNumber }) => termNumber)}::bigint[],
        ${variants.map((variant) => strengthOf(variant, slots))}::real[], ${variants.map(({ slot }) => smallChange.has(slot))}::boolean[])
        as v (slot, term_number, strength, small)),
    telling as materialized (
      select p.document_number, v.slot, v.strength, p.weight from variant v join search_postings p on p.term_number = v.term_number where not v.small),
    held as (
      select * from telling
      ${
        smallChange.size > 0
          ? sql`union all
      select p.document_number, v.slot, v.strength, p.weight from (select distinct document_number from telling) t cross join variant v
      join search_postings p on p.term_number = v.term_number and p.document_number = t.document_number where v.small`
          : sql``
      }),
    found as (
      select document_number, slot, max(strength * weight) * (1 - ${SECOND_WORDS}::float8) + sum(strength * weight) * ${SECOND_WORDS}::float8 as score, max(strength) as held
      from held group by 1, 2),
    scored as (select document_number, sum(score)::float8 as score, sum(held)::float8 as coverage from found group by 1)
    select ${columns}, s.score as text_score, s.coverage
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

/** Each facet counted without the filter of its own name, all in one pass over what was found. */
function facetsSql(fields: readonly string[], names: readonly string[]): RawBuilder<unknown> {
  const own = fields.filter((field) => names.includes(field));
  const counts = own.map(
    (field) =>
      sql`, count(*) filter (where ${allPass(names.filter((name) => name !== field))})::integer as ${sql.id(`without ${field}`)}`,
  );
  const ofField = own.map((field) => sql`when field = ${field} then ${sql.id(`without ${field}`)}`);
  const n = own.length > 0 ? sql`case ${sql.join(ofField, sql` `)} else n end` : sql`n`;
  return sql`(select json_agg(json_build_array(token, n)) from (
    select token, ${n} as n from (
      select token, split_part(token, '=', 1) as field, count(*) filter (where ${allPass(names)})::integer as n ${sql.join(counts, sql``)}
      from d cross join lateral unnest(d.facets) as token group by token) g
    where field = any(${[...fields]}::text[]) and position('=' in token) > 0) c where n > 0)`;
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
