import { done, type Outcome, refused } from "../outcome";

/** Digits after the point of each currency a fund may keep; names as Stripe writes them (ISO 4217 in lower case). */
export const CURRENCY_DIGITS = { usd: 2, cad: 2, mxn: 2, eur: 2, gbp: 2, aud: 2, nzd: 2, jpy: 0, krw: 0 } as const;
export type Currency = keyof typeof CURRENCY_DIGITS;
export const CURRENCIES = Object.keys(CURRENCY_DIGITS) as Currency[];

/** Stripe takes at most eight digits of minor units in one payment. */
export const LARGEST_MINOR = 99_999_999;

/** Longer than any amount somebody writes. */
const LONGEST_TYPED = 40;

export type MoneyFault = "not_money" | "ambiguous" | "too_many_decimals" | "too_large";

/** The mark by which pages in a language group thousands; Spanish is that of the United States (docs/decisions/0076). */
const GROUP_MARKS: Readonly<Record<string, string>> = { en: ",", es: "," };

/** Symbols and codes that people write before or after a number. */
const SIGNS = /^(?:[a-z]{0,3}[$€£¥₩]|[a-z]{3})?\s*|\s*(?:[$€£¥₩]|[a-z]{3})?$/gi;
/** Groups of three by one kind of mark, then at most one mark of the other kind with decimals. */
const WRITTEN = /^([1-9]\d{0,2}(?:([.,' ])\d{3})(?:\2\d{3})*|\d+)(?:([.,])(\d+))?$/;

/**
 * Reads an amount as people write it (`25`, `$1,250.50`, `1.250,50`, `1 250`) into whole minor units, more than none. One mark before
 * exactly three last digits may mean thousands or a slip in the cents (`1.000`): it is read only where the language of the
 * page groups thousands by this mark, and is refused as ambiguous elsewhere.
 */
export function parseMoney(
  typed: string,
  { currency, language = "" }: { currency: Currency; language?: string | undefined },
): Outcome<number, MoneyFault> {
  if (typed.length > LONGEST_TYPED) return refused("not_money");
  const digits = CURRENCY_DIGITS[currency];
  const text = typed
    .trim()
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(SIGNS, "");
  const [, whole = "", grouped, point, decimals = ""] = WRITTEN.exec(text) ?? [];
  if (whole === "" || (grouped !== undefined && grouped === point)) return refused("not_money");
  const isLoneMark = /^\d+[.,]\d{3}$/.test(text) && grouped !== undefined;
  if (isLoneMark && digits > 0 && grouped !== GROUP_MARKS[language]) return refused("ambiguous");
  if (decimals.length > digits) return refused("too_many_decimals");
  const minor = Number(`${whole.replace(/\D/g, "")}${decimals.padEnd(digits, "0")}`);
  if (minor === 0) return refused("not_money");
  return minor > LARGEST_MINOR ? refused("too_large") : done(minor);
}

/** The amount as a number of whole units, for forms and files: 125050 US cents are "1250.50". */
export function writeMoney(minor: number, currency: Currency): string {
  const digits = CURRENCY_DIGITS[currency];
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(CURRENCY_DIGITS, text);
}
