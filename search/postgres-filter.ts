import { type RawBuilder, sql } from "kysely";
import { anyToken, facetToken } from "./facet-token";
import type { IndexSettings } from "./indexes";
import { type Filter, type Point, SearchError } from "./port";

/** Deeper trees are no question anybody asks. */
const DEEPEST_TREE = 12;

/** The condition on `d` (a row of search_documents) that a filter stands for. Throws `unknown_field` and `bad_question`. */
export function filterSql(settings: IndexSettings, filter: Filter, depth = 0): RawBuilder<boolean> {
  if (depth > DEEPEST_TREE) throw new SearchError("bad_question", "The filter is nested too deeply");
  const inside = (inner: Filter) => filterSql(settings, inner, depth + 1);
  if ("all" in filter) return joinSql(filter.all.map(inside), " and ", true);
  if ("any" in filter) return joinSql(filter.any.map(inside), " or ", false);
  if ("not" in filter) return sql`not ${inside(filter.not)}`;
  if ("near" in filter) {
    if (!Number.isFinite(filter.withinMetres))
      throw new SearchError("bad_question", "A distance has to be a number of metres");
    return sql`coalesce(${metresSql(filter.near)} <= ${filter.withinMetres}::float8, false)`;
  }
  if (settings.numbers.includes(filter.field)) return numberSql(filter);
  if (!settings.facets.includes(filter.field))
    throw new SearchError("unknown_field", `The index has no field ${JSON.stringify(filter.field)}`);
  if ("missing" in filter) return sql`not (d.facets @> ${[anyToken(filter.field)]}::text[])`;
  if ("in" in filter) return sql`d.facets && ${filter.in.map((value) => facetToken(filter.field, value))}::text[]`;
  throw new SearchError("bad_question", `${filter.field} holds words, which have no order`);
}

type FieldFilter = Extract<Filter, { field: string }>;

function numberSql(filter: FieldFilter): RawBuilder<boolean> {
  const value = sql`(d.numbers ->> ${filter.field})::float8`;
  if ("missing" in filter) return sql`(${value} is null)`;
  if ("in" in filter) return sql`coalesce(${value} = any(${filter.in.map(finite)}::float8[]), false)`;
  const bounds = [
    filter.atLeast === undefined ? null : sql<boolean>`${value} >= ${finite(filter.atLeast)}::float8`,
    filter.atMost === undefined ? null : sql<boolean>`${value} <= ${finite(filter.atMost)}::float8`,
  ].filter((bound) => bound !== null);
  return sql`coalesce(${joinSql(bounds, " and ", true)}, false)`;
}

function finite(value: unknown): number {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new SearchError("bad_question", "A number is compared with something else");
  return number;
}

export function metresSql({ latitude, longitude }: Point): RawBuilder<number | null> {
  return sql`app.metres_between(d.latitude, d.longitude, ${finite(latitude)}::float8, ${finite(longitude)}::float8)`;
}

function joinSql(
  conditions: readonly RawBuilder<boolean>[],
  word: " and " | " or ",
  empty: boolean,
): RawBuilder<boolean> {
  if (conditions.length === 0) return empty ? sql`true` : sql`false`;
  return sql`(${sql.join(conditions, sql.raw(word))})`;
}
