import { sql } from "kysely";
import type { IndexSettings } from "./indexes";
import { chooseByName, type NamedValue } from "./match-names";
import type { ValueAnswer, ValueQuestion } from "./port";
import { allPass, foundSql, readFound, type Weighted } from "./postgres-found";
import { understand } from "./postgres-vocabulary";
import type { EngineTx } from "./postgres-write";

interface Asked {
  index: string;
  settings: IndexSettings;
  question: ValueQuestion;
}

/** Answers which values of a facet are named so; the question is checked. */
export async function searchPostgresValues(tx: EngineTx, asked: Asked): Promise<ValueAnswer> {
  const { index, question } = asked;
  const understood = await understand(tx, index, question);
  const row = await readFound({ understood, orClosest: question.orClosest }, (weighted) =>
    readValues(tx, asked, weighted),
  );
  return { values: chooseByName(row?.named ?? [], question), served: "postgres", degraded: false };
}

/** All values of the facet, each counted without the filter of its own name, and called as the first document says that holds it. */
async function readValues(tx: EngineTx, { index, settings, question }: Asked, understood: Weighted) {
  const { facet, filters = {} } = question;
  const others = Object.keys(filters).filter((name) => name !== facet);
  const { rows } = await sql<{ best: number | null; total: number; named: NamedValue[] | null }>`
    with ${foundSql({ index, settings, question }, { understood, columns: sql`, d.facets` })},
    counted as (
      select token, min(number) as number, count(*)::integer as count
      from (select d.number, unnest(d.facets) as token from d where ${allPass(others)}) held
      where starts_with(token, ${`${facet}=`}) group by token),
    value as (
      select substr(token, ${facet.length + 2}::integer) as value, count, (
        select t.texts -> ${facet} ->> (position - 1)::integer from search_documents t, lateral (
          select token as named, row_number() over (order by place) as position
          from unnest(t.facets) with ordinality as f (token, place) where starts_with(token, ${`${facet}=`})) p
        where t.number = counted.number and named = counted.token) as name
      from counted)
    select (select max(best) from d)::float8 as best,
      (select count(*) from d where ${allPass(Object.keys(filters))})::integer as total,
      (select json_agg(json_build_object('value', value, 'name', name, 'count', count)) from value where name is not null) as named`.execute(
    tx,
  );
  return rows[0];
}
