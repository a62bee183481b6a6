import fc from "fast-check";
import { expect, test } from "vitest";
import { CURRENCIES, CURRENCY_DIGITS, LARGEST_MINOR, parseMoney, writeMoney } from "~/domain/fund/money";

test.each([
  ["25", "usd", 2500],
  ["$25", "usd", 2500],
  ["US$ 25.5", "usd", 2550],
  ["25,50", "usd", 2550],
  ["1,250", "usd", 125000],
  ["1,250.50", "usd", 125050],
  ["1.250,50 €", "eur", 125050],
  ["1 250,50", "eur", 125050],
  ["1\u202f250,50", "eur", 125050],
  ["12 usd", "usd", 1200],
  [" 0.01 ", "usd", 1],
  ["¥1,250", "jpy", 1250],
  ["1250", "jpy", 1250],
  ["1.250", "jpy", 1250],
  ["1,250,000", "jpy", 1250000],
  ["999,999.99", "usd", LARGEST_MINOR],
] as const)("%s of %s is %i", (typed, currency, minor) => {
  expect(parseMoney(typed, { currency, language: "en" })).toEqual({ ok: true, value: minor });
});

test.each([
  ["", "usd", "not_money"],
  ["ten", "usd", "not_money"],
  ["0", "usd", "not_money"],
  ["-5", "usd", "not_money"],
  ["1e3", "usd", "not_money"],
  ["1,25,000", "usd", "not_money"],
  ["1,250,5", "usd", "not_money"],
  ["1.2.3", "usd", "not_money"],
  ["NaN", "usd", "not_money"],
  ["0.500", "usd", "too_many_decimals"],
  ["0,500", "usd", "too_many_decimals"],
  ["0,500.00", "usd", "not_money"],
  ["25.505", "cad", "ambiguous"],
  ["1.000", "usd", "ambiguous"],
  ["25.5055", "cad", "too_many_decimals"],
  ["12.5", "jpy", "too_many_decimals"],
  ["1,000,000.00", "usd", "too_large"],
  ["9".repeat(30), "usd", "too_large"],
  ["1".padStart(20_000), "usd", "not_money"],
] as const)("%s of %s is refused: %s", (typed, currency, reason) => {
  expect(parseMoney(typed, { currency, language: "en" })).toMatchObject({ ok: false, reason });
});

test.each([
  ["1,000", "en", 100_000],
  ["1,000", "es", 100_000],
  ["1.000,50", "en", 100_050],
  ["1,000.50", "es", 100_050],
  ["1.000,50", "es", 100_050],
  ["1.000", "en", "ambiguous"],
  ["1.000", "es", "ambiguous"],
  ["1,000", undefined, "ambiguous"],
] as const)("one mark before three digits is read by the language: %s in %s is %s", (typed, language, expected) => {
  const read = parseMoney(typed, { currency: "usd", language });
  expect(read.ok ? read.value : read.reason).toBe(expected);
});

test("what is written is read again, in every currency", () => {
  const amount = fc.tuple(fc.constantFrom(...CURRENCIES), fc.integer({ min: 1, max: LARGEST_MINOR }));
  fc.assert(
    fc.property(amount, ([currency, minor]) => {
      expect(parseMoney(writeMoney(minor, currency), { currency })).toEqual({ ok: true, value: minor });
      const grouped = new Intl.NumberFormat("en", { minimumFractionDigits: CURRENCY_DIGITS[currency] });
      const whole = minor / 10 ** CURRENCY_DIGITS[currency];
      expect(parseMoney(grouped.format(whole), { currency, language: "en" })).toEqual({ ok: true, value: minor });
    }),
  );
});

test("nothing that can be typed throws", () => {
  fc.assert(fc.property(fc.string(), (typed) => void parseMoney(typed, { currency: "usd" })));
});
