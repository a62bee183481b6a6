import { type IndexSettings, isNumberField } from "./indexes";
import { encodeValue } from "./meilisearch-document";
import { ownKeyOf } from "./own-numbers";
import type { Filter, Value } from "./port";

const NOTHING = "id IN []";
const EVERYTHING = `(NOT ${NOTHING})`;

interface Asked {
  settings: IndexSettings;
  /** The school of the question. */
  schoolId: string;
}

/**
 * The expression a checked filter stands for. It is made of field names of the settings, numbers, and values in a spelling
 * that holds neither quote nor space, so no value can end what it stands in.
 */
export function filterExpression(asked: Asked, filter: Filter): string {
  const inside = (inner: Filter) => filterExpression(asked, inner);
  if ("all" in filter) return filter.all.length === 0 ? EVERYTHING : `(${filter.all.map(inside).join(" AND ")})`;
  if ("any" in filter) return filter.any.length === 0 ? NOTHING : `(${filter.any.map(inside).join(" OR ")})`;
  if ("not" in filter) return `(NOT ${inside(filter.not)})`;
  if ("near" in filter) {
    const { near, withinMetres } = filter;
    return `_geoRadius(${near.latitude}, ${near.longitude}, ${withinMetres})`;
  }
  const isNumber = isNumberField(asked.settings, filter.field);
  const path = isNumber ? numberPath(asked, filter.field) : `facets.${filter.field}`;
  if ("missing" in filter) return `${path} NOT EXISTS`;
  if ("in" in filter) {
    const values = isNumber ? filter.in.map(quoted) : filter.in.map((value) => `"${encodeValue(value)}"`);
    return `${path} IN [${values.join(", ")}]`;
  }
  return boundsExpression(path, filter);
}

/** Where the number of a field stands; of those that each school has, the one of the school that is asked for. */
export function numberPath({ settings, schoolId }: Asked, field: string): string {
  return settings.ownNumbers.includes(field) ? `numbers.${field}.${ownKeyOf(schoolId)}` : `numbers.${field}`;
}

function boundsExpression(path: string, { atLeast, atMost }: { atLeast?: number; atMost?: number }): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`${path} >= ${quoted(atLeast)}`]),
    ...(atMost === undefined ? [] : [`${path} <= ${quoted(atMost)}`]),
  ];
  return bounds.length === 0 ? `${path} EXISTS` : `(${bounds.join(" AND ")})`;
}

/** In quotes, because Meilisearch reads the sign of an exponent as an end otherwise. */
const quoted = (value: Value) => `"${Number(value)}"`;
