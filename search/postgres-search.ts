import { type RawBuilder, sql } from "kysely";
import { findRanges } from "./highlight";
import type { IndexSettings } from "./indexes";
import { chooseByName, type NamedValue } from "./match-names";
import type { Answer, Hit, Question } from "./port";
import { metresSql, numberSql } from "./postgres-filter";
import { allPass, foundSql, readFound, type Weighted } from "./postgres-found";
import { type Counted, type KeptCounts, keyOfCounts } from "./postgres-kept";
import { leaningSql } from "./postgres-leaning";
import { valuesSql } from "./postgres-values";
import { type Slot, understand } from "./postgres-vocabulary";
import type { EngineTx } from "./postgres-write";

interface Row {
  id: string;
  score: number;
  metres: number | null;
  texts: Record<string, string[]>;
}

/** Answers a checked question from the search tables. */
export async function searchPostgres(tx: EngineTx, asked: Asked): Promise<Answer> {
  const understood = await understand(tx, asked.index, asked.question);
  const { orClosest, named } = asked.question;
  const row = await readFound({ understood, orClosest }, (weighted) => readCounted(tx, asked, weighted));
  const marked = new Set(understood.variants.filter(({ quality }) => quality >= 0.5).map(({ term }) => term));
  return {
    hits: (row?.hits ?? []).map((hit) => toHit(hit, marked)),
    total: row?.total ?? 0,
    totalIsExact: true,
    facets: toFacets(asked.question.facets ?? [], row?.facets ?? []),
    named: named ? chooseByName(row?.named ?? [], named) : [],
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
  kept: KeptCounts;
}

interface AnswerRow {
  /** The most that one document of the school holds of the question. */
  best: number | null;
  total: number;
  hits: Row[] | null;
  facets: Counted | null;
  named: NamedValue[] | null;
  /** Another one after every write; null where the index is not there. */
  changed: string | null;
}

/** Counts facets only where they are not kept, or the index has changed since. */
async function readCounted(tx: EngineTx, asked: Asked, understood: Weighted): Promise<AnswerRow | undefined> {
  const { index, question, kept } = asked;
  const key = keyOfCounts(index, question);
  const known = key === null ? undefined : kept.find(key);
  if (known) {
    const row = await readAnswer(tx, { ...asked, question: { ...question, facets: [] } }, understood);
    if (row?.changed === known.changed) return { ...row, facets: known.counted };
  }
  const row = await readAnswer(tx, asked, understood);
  if (key !== null && row?.changed) kept.keep(key, { changed: row.changed, counted: row.facets ?? [] });
  return row;
}

async function readAnswer(
  tx: EngineTx,
  { index, settings, question }: Omit<Asked, "kept">,
  understood: Weighted,
): Promise<AnswerRow | undefined> {
  const names = Object.keys(question.filters ?? {});
  const facets = question.facets ?? [];
  const passed = allPass(names);
  const { sort, scope, named } = question;
  const metres = sort && "nearest" in sort ? metresSql(sort.nearest) : sql`null::float8`;
  const sorted = sort && "field" in sort ? numberSql({ settings, schoolId: scope.schoolId }, sort.field) : null;
  // What nobody counts is not carried along: the facets are most of a row.
  const counted = facets.length > 0 || named ? sql`, d.facets` : sql``;
  // Who only counts orders nothing.
  const leanings = question.limit === 0 ? [] : (question.leanings ?? []);
  const leaning = leaningSql({ index, settings, question: { ...question, leanings } });
  const columns = sql`, ${leaning.column} as leaning, ${metres} as metres, ${sorted ?? sql`null::float8`} as sorted ${counted}`;
  const { rows } = await sql<AnswerRow>`
    with ${leaning.table} ${foundSql({ index, settings, question }, { understood, columns, join: leaning.join })},
    ranked as (
      select number, id, (coalesce(text_score / nullif((select max(text_score) from d where ${passed}), 0), 0) + leaning)::float8 as score, metres, sorted
      from d where ${passed}),
    page as (
      select number, id, score, metres, row_number() over (order by ${orderSql(question)}) as place
      from (select number, id, score, metres, sorted from ranked order by ${orderSql(question)} limit ${question.limit} offset ${question.offset}) p)
    select (select max(best) from d)::float8 as best,
      (select count(*) from d where ${passed})::integer as total,
      (select json_agg(json_build_object('id', page.id, 'score', score, 'metres', metres, 'texts', t.texts) order by place)
        from page join search_documents t on t.number = page.number) as hits,
      ${facets.length > 0 ? facetsSql(facets, names) : sql`null`} as facets,
      ${named ? valuesSql(named.facet, question) : sql`null`} as named,
      (select changed from search_indexes where name = ${index}) as changed`.execute(tx);
  return rows[0];
}

function orderSql({ sort }: Question): RawBuilder<unknown> {
  if (!sort) return sql`score desc, id`;
  if ("nearest" in sort) return sql`metres nulls last, id`;
  if ("from" in sort) return sql`sorted is null, sorted < ${sort.from}::float8, abs(sorted - ${sort.from}::float8), id`;
  return sort.descending ? sql`sorted desc nulls last, id` : sql`sorted nulls last, id`;
}

/** Each facet counted without the filter of its own name, all in one pass over what was found. */
function facetsSql(fields: readonly string[], names: readonly string[]): RawBuilder<unknown> {
  const own = fields.filter((field) => names.includes(field));
  const counts = own.map(
    (field) =>
      sql`, count(*) filter (where ${sql.id(`passed but ${field}`)})::integer as ${sql.id(`without ${field}`)}`,
  );
  const others = own.map(
    (field) => sql`, ${allPass(names.filter((name) => name !== field))} as ${sql.id(`passed but ${field}`)}`,
  );
  const ofField = own.map((field) => sql`when field = ${field} then ${sql.id(`without ${field}`)}`);
  const n = own.length > 0 ? sql`case ${sql.join(ofField, sql` `)} else n end` : sql`n`;
  // Grouped before anything is asked of a token: there are a few hundred of them in hundreds of thousands of places.
  return sql`(select json_agg(json_build_array(token, n)) from (
    select token, ${n} as n from (
      select token, split_part(token, '=', 1) as field, ${sql.join(
        [sql`n`, ...own.map((field) => sql.id(`without ${field}`))],
        sql`, `,
      )} from (
        select token, count(*) filter (where passed)::integer as n ${sql.join(counts, sql``)}
        from (select unnest(d.facets) as token, ${allPass(names)} as passed ${sql.join(others, sql``)} from d) u
        group by token offset 0) t) g
    where field = any(${[...fields]}::text[]) and position('=' in token) > 0) c where n > 0)`;
}

/** Values stand in the order of their letters, as Meilisearch has them: the database groups them in any order. */
function toFacets(fields: readonly string[], counted: Counted): Answer["facets"] {
  const facets: Record<string, Record<string, number>> = Object.fromEntries(fields.map((field) => [field, {}]));
  for (const [token, count] of counted.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const cut = token.indexOf("=");
    const values = facets[token.slice(0, cut)];
    if (values) values[token.slice(cut + 1)] = count;
  }
  return facets;
}

function toHit({ id, score, metres, texts }: Row, marked: ReadonlySet<string>): Hit {
  return {
    id,
    score,
    ...(metres === null ? {} : { metres }),
    texts,
    // Only when somebody asks: a hundred hits are ordered anew, and twenty of them shown.
    get highlights() {
      const fields = Object.entries(texts).map(([field, all]) => [field, all.map((text) => findRanges(text, marked))]);
      return Object.fromEntries(fields);
    },
  };
}
