import type { Value } from "./port";

/** How a facet value is kept: as "field=value", and "field!" where there is any. Field names hold neither sign. */
export const facetToken = (field: string, value: Value) =>
  `${field}=${String(value).toWellFormed().replaceAll("\0", "")}`;
export const anyToken = (field: string) => `${field}!`;
