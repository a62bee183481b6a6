import { type RawBuilder, sql } from "kysely";
import { anyToken, facetToken } from "./facet-token";
import { type IndexSettings, isNumberField } from "./indexes";
import { ownKeyOf } from "./own-numbers";
import type { Filter, Point } from "./port";

/** Numbers with an index of their own (db/concurrent-indexes.ts), by which the few documents below a value are found at once. */
const INDEXED = ["endsAt"];

interface Asked {
  index: string;
  settings: IndexSettings;
  /** The school of the question. */
  schoolId: string;
}

/** The condition on `d` (a row of search_documents) that a checked filter stands for. */
export function filterSql(asked: Asked, filter: Filter): RawBuilder<boolean> {
  const inside = (inner: Filter) => filterSql(asked, inner);
  if ("all" in filter) return joinSql(filter.all.map(inside), " and ", true);
  if ("any" in filter) return joinSql(filter.any.map(inside), " or ", false);
  if ("not" in filter) return isFewBelow(filter.not) ? noneOf(asked, filter.not) : sql`not ${inside(filter.not)}`;
  if ("near" in filter) return sql`coalesce(${metresSql(filter.near)} <= ${filter.withinMetres}::float8, false)`;
  if (isNumberField(asked.settings, filter.field)) return comparedSql(numberSql(asked, filter.field), filter);
  if ("missing" in filter) return sql`not (d.facets @> ${[anyToken(filter.field)]}::text[])`;
  if ("in" in filter) return sql`d.facets && ${filter.in.map((value) => facetToken(filter.field, value))}::text[]`;
  throw new Error(`${filter.field} holds words, which have no order`);
}

type Below = { field: string; atMost: number };

const isFewBelow = (filter: Filter): filter is Below =>
  "field" in filter && INDEXED.includes(filter.field) && "atMost" in filter && !("atLeast" in filter);

/**
 * Looked up in the set of those below, since reading a number out of every document takes longer than all else of a question.
 * The plan is kept for all values: only of what lies between two does Postgres expect so little that it takes the index.
 */
function noneOf({ index }: Asked, { field, atMost }: Below): RawBuilder<boolean> {
  return sql`d.number not in (select number from search_documents
    where index_name = ${index} and not removed and (numbers ->> ${sql.lit(field)})::float8 between '-infinity' and ${atMost}::float8)`;
}

type FieldFilter = Extract<Filter, { field: string }>;

/** The number of a field; of those that each school has, the one of the school that is asked for. */
export function numberSql({ settings, schoolId }: Omit<Asked, "index">, field: string): RawBuilder<number | null> {
  if (!settings.ownNumbers.includes(field)) return sql`(d.numbers ->> ${field})::float8`;
  return sql`(d.numbers -> ${field} ->> ${ownKeyOf(schoolId)})::float8`;
}

function comparedSql(value: RawBuilder<number | null>, filter: FieldFilter): RawBuilder<boolean> {
  if ("missing" in filter) return sql`(${value} is null)`;
  if ("in" in filter) return sql`coalesce(${value} = any(${filter.in.map(Number)}::float8[]), false)`;
  const bounds = [
    filter.atLeast === undefined ? null : sql<boolean>`${value} >= ${filter.atLeast}::float8`,
    filter.atMost === undefined ? null : sql<boolean>`${value} <= ${filter.atMost}::float8`,
  ].filter((bound) => bound !== null);
  if (bounds.length === 0) return sql`(${value} is not null)`;
  return sql`coalesce(${joinSql(bounds, " and ", true)}, false)`;
}

export function metresSql({ latitude, longitude }: Point): RawBuilder<number | null> {
  return sql`app.metres_between(d.latitude, d.longitude, ${latitude}::float8, ${longitude}::float8)`;
}

function joinSql(
  conditions: readonly RawBuilder<boolean>[],
  word: " and " | " or ",
  empty: boolean,
): RawBuilder<boolean> {
  if (conditions.length === 0) return empty ? sql`true` : sql`false`;
  return sql`(${sql.join(conditions, sql.raw(word))})`;
}
