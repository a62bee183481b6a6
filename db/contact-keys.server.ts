import { sql } from "kysely";

/** The digits of a number that tell it from others, without its country: "+1 (206) 555-0110" and "206 555 0110" are one. */
const DIGITS = 10;

/**
 * What two contact points of one person or household have in common, of a column `value` beside a `kind`: a mail address
 * whatever its case, or the last digits of a number. Null for a letter box. `contactKey` says the same in TypeScript.
 */
export const contactKeyOf = (table: string) => sql<string | null>`case
  when ${sql.ref(`${table}.kind`)} = 'mail' then lower(btrim(${sql.ref(`${table}.value`)}))
  when ${sql.ref(`${table}.kind`)} in ('phone', 'sms')
  then right(regexp_replace(${sql.ref(`${table}.value`)}, '[^0-9]', '', 'g'), ${sql.lit(DIGITS)}) end`;

/** The key of an address or number that somebody gave us. */
export function contactKey(value: string): string {
  if (value.includes("@")) return value.trim().toLowerCase();
  return value.replaceAll(/[^0-9]/g, "").slice(-DIGITS);
}

/** A key shorter than this says too little: an extension, or a slip. */
export const SHORTEST_KEY = 7;
