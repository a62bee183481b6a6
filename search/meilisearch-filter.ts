import type { IndexSettings } from "./indexes";
import { encodeValue } from "./meilisearch-document";
import { type Filter, isOnEarth, SearchError } from "./port";

/** Deeper trees are no question anybody asks. */
const DEEPEST_TREE = 12;
const NOTHING = "id IN []";
const EVERYTHING = `(NOT ${NOTHING})`;

/**
 * The expression a filter stands for. It is made of field names of the settings, numbers, and values in a spelling that
 * holds neither quote nor space, so no value can end what it stands in. Throws `unknown_field` and `bad_question`.
 */
export function filterExpression(settings: IndexSettings, filter: Filter, depth = 0): string {
  if (depth > DEEPEST_TREE) throw new SearchError("bad_question", "The filter is nested too deeply");
  const inside = (inner: Filter) => filterExpression(settings, inner, depth + 1);
  if ("all" in filter) return filter.all.length === 0 ? EVERYTHING : `(${filter.all.map(inside).join(" AND ")})`;
  if ("any" in filter) return filter.any.length === 0 ? NOTHING : `(${filter.any.map(inside).join(" OR ")})`;
  if ("not" in filter) return `(NOT ${inside(filter.not)})`;
  if ("near" in filter) {
    const { near, withinMetres } = filter;
    if (!isOnEarth(near) || !Number.isFinite(withinMetres))
      throw new SearchError("bad_question", "A distance is a number of metres from a place on Earth");
    return `_geoRadius(${near.latitude}, ${near.longitude}, ${withinMetres})`;
  }
  if (settings.numbers.includes(filter.field)) return numberExpression(filter);
  if (!settings.facets.includes(filter.field))
    throw new SearchError("unknown_field", `The index has no field ${JSON.stringify(filter.field)}`);
  const path = `facets.${filter.field}`;
  if ("missing" in filter) return `${path} NOT EXISTS`;
  if ("in" in filter) return `${path} IN [${filter.in.map((value) => `"${encodeValue(value)}"`).join(", ")}]`;
  throw new SearchError("bad_question", `${filter.field} holds words, which have no order`);
}

function numberExpression(filter: Extract<Filter, { field: string }>): string {
  const path = `numbers.${filter.field}`;
  if ("missing" in filter) return `${path} NOT EXISTS`;
  if ("in" in filter) return `${path} IN [${filter.in.map(finite).join(", ")}]`;
  const { atLeast, atMost } = filter;
  const bounds = [
    ...(atLeast === undefined ? [] : [`${path} >= ${finite(atLeast)}`]),
    ...(atMost === undefined ? [] : [`${path} <= ${finite(atMost)}`]),
  ];
  return bounds.length === 0 ? `${path} EXISTS` : `(${bounds.join(" AND ")})`;
}

/** In quotes, because Meilisearch reads the sign of an exponent as an end otherwise. */
function finite(value: unknown): string {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new SearchError("bad_question", "A number is compared with something else");
  return `"${number}"`;
}
