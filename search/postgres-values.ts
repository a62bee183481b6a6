import { type RawBuilder, sql } from "kysely";
import type { NamedValue } from "./match-names";
import type { Question } from "./port";
import { allPass } from "./postgres-found";

/**
 * All values of a facet with names, from `d` with its facets: each counted without the filter of its own name, and called as the
 * first document says that holds it.
 */
export function valuesSql(facet: string, { filters = {} }: Pick<Question, "filters">): RawBuilder<NamedValue[] | null> {
  const others = Object.keys(filters).filter((name) => name !== facet);
  return sql`(
    with counted as (
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
    select json_agg(json_build_object('value', value, 'name', name, 'count', count)) from value where name is not null)`;
}
