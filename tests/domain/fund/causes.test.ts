import { describe, expect, test } from "vitest";
import { causeWord } from "~/domain/fund/causes";
import { lineWord } from "~/domain/fund/line-words";
import { NEEDED_EVENTS } from "~/domain/fund/needed-events";
import { languages } from "~/i18n";
import { i18nFor } from "~/i18n.server";

const RAW = /[a-z]_|[a-z]\.[a-z]/;

describe.each(languages)("in %s", (language) => {
  const t = i18nFor(language).getFixedT(language, "fund");

  test.each([...NEEDED_EVENTS, "check", "settle difference"])("%s is told in words", (cause) => {
    expect(causeWord(cause)).not.toBe("unknown");
    expect(t(`cause.${causeWord(cause)}`)).not.toMatch(RAW);
  });

  test.each(["customer.tax_id.updated", "toString", ""])(
    "what nobody knows (%j) is told as a change at Stripe",
    (cause) => {
      expect(t(`cause.${causeWord(cause)}`)).toBe(t("cause.unknown"));
      expect(t("cause.unknown")).not.toMatch(RAW);
    },
  );

  test("a line of Stripe's balance is named by its kind, and one of a new kind too", () => {
    expect(t(`line.${lineWord("stripe_fee")}`)).not.toMatch(RAW);
    expect(t(`line.${lineWord("a_kind_of_tomorrow")}`)).toBe(t("line.other"));
  });
});
