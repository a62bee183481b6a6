/** A kind of street that is no word of everyday speech: after a number and up to four words. */
const STREET = "street|str|avenue|ave|boulevard|blvd|road|rd|lane|ln|st|terrace|parkway|pkwy";
/** What is one, too: after a number of three digits and one word. */
const MAYBE_STREET = "drive|dr|way|court|ct|place|pl|circle|trail";

/** A word of a street's name: "at 9 on Pine Street" says when, not where. */
const WORD = String.raw`(?!(?:on|at|in|of|the|to|and|or|from|near|by|am|pm|a\.m\.|p\.m\.|o'clock)\s)(?:\p{L}[\p{L}'.-]*|\d+(?:st|nd|rd|th))`;
/** What stands before "way" or "place" where no street is meant: "in 2026 our place", "Room 101 with Dr. Smith". */
const NO_NAME =
  "a|an|all|any|some|no|every|my|our|your|his|her|their|its|this|that|with|for|is|was|first|second|third|next|last|own";
const BEGINS = String.raw`(?<![\p{L}\p{Nd}:.,/$-])`;
const ENDS = String.raw`(?![\p{L}\p{Nd}:']|\s?(?:am|pm|a\.m|p\.m|o'clock|min|hora|cuadra))`;
const NUMBER_WORD = String.raw`(?:#|no\.?|num\.?|numero)?\s*`;

/** How houses are written in the United States and in Spanish: "7012 Woodlawn Ave NE", "7th Avenue 12", "Calle 5 de Mayo 12", "Apt 4". */
const HOUSES: readonly RegExp[] = [
  String.raw`${BEGINS}\d{1,6}[a-z]?\s+(?:${WORD}\s+){1,4}(?:${STREET})${ENDS}`,
  String.raw`${BEGINS}\d{3,6}\s+(?:[nsew]{1,2}\.?\s+)?(?!(?:${NO_NAME})\s)${WORD}\s+(?:${MAYBE_STREET})${ENDS}`,
  String.raw`${WORD}\s+(?:street|avenue|road|boulevard)\s+\d{1,5}${ENDS}`,
  String.raw`(?<!\p{L})(?:calle|avenida|avda|callejon)\s+(?:(?!las?\s+\d)[\p{L}\d.]+\s+){0,4}?${NUMBER_WORD}\d{2,5}${ENDS}`,
  // "carrera" is what one studies, too, and "camino" the way there
  String.raw`(?<!\p{L})carrera\s+\d{1,3}[a-z]?\s*(?:#|n[o°]\.?|con)\s*\d`,
  String.raw`(?<!\p{L})camino\s+(?:(?:[\p{L}.]+\s+){1,4}?(?:#|no\.|num\.?|numero)\s*|(?:real|viejo|nuevo)\s+)\d{1,5}${ENDS}`,
  String.raw`${BEGINS}\d{3,6}\s+(?:(?:calle|avenida)\s+\p{L}|(?:camino|paseo)\s+(?:del?|real|viejo|nuevo|l[ao]s?)(?!\p{L}))`,
  String.raw`(?<!\p{L})(?:apt|apartment|apto|apartamento|departamento|depto)\.?\s*${NUMBER_WORD}\d{1,5}[a-z]?${ENDS}`,
].map((pattern) => new RegExp(pattern, "u"));

/** How long or how many, before a word like "lane". */
const MEASURE = /\d+\s+(?:minutes?|mins?|hours?|miles?|blocks?|people|students|times|days|weeks|percent)\s/gu;

/** Whether a text as `plain` gives it seems to say where a house stands. */
export function hasStreet(text: string): boolean {
  const left = text.replaceAll(MEASURE, "; ");
  return HOUSES.some((house) => house.test(left));
}
