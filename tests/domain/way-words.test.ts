import { expect, test } from "vitest";
import type { Datum } from "~/domain/matching/findings";
import { i18nFor } from "~/i18n.server";
import type { TextKey } from "~/locales/text-key";
import { wayWords } from "~/ui/way-words";

function say(language: "en" | "es", key: TextKey, data: Datum): string {
  const t = i18nFor(language).getFixedT(null, "common");
  const text = (name: TextKey) => t(name as "product");
  return t(key as "product", { ...data, ...wayWords(data, text) });
}
const tabled = { minutes: 52, limitMinutes: 40, mode: "bus", source: "table" };
const estimated = { ...tabled, source: "distance" };

test("minutes of the school's own table are said as they are, those of a distance as “about”, both with the means", () => {
  expect(say("en", "board:datum.travel", tabled)).toBe("52 of 40 minutes by bus");
  expect(say("en", "board:datum.travel", estimated)).toBe("about 52 of 40 minutes by bus");
  expect(say("en", "matching:blocker.too_far", { ...estimated, mode: "walk" })).toBe("about 52 of 40 minutes on foot");
  expect(say("en", "matching:reason.near", tabled)).toBe("52 minutes away by bus.");
  expect(say("en", "matching:reason.near", estimated)).toBe("About 52 minutes away by bus.");
  expect(say("es", "matching:blocker.too_far", tabled)).toBe("52 de 40 minutos en autobús");
  expect(say("es", "matching:blocker.too_far", estimated)).toBe("unos 52 de 40 minutos en autobús");
});

test("a student reads the same of their own way", () => {
  expect(say("en", "listing:blocker.too_far", tabled)).toBe("It is 52 minutes away by bus. Your limit is 40.");
  expect(say("en", "listing:blocker.too_far", estimated)).toBe("It is about 52 minutes away by bus. Your limit is 40.");
});

test("a way of hours is told as another city, a way of minutes in minutes", () => {
  const caution = (minutes: number) => say("en", "listing:caution.may_be_far", { ...estimated, minutes });
  expect(caution(45)).toBe("It may be far: about 45 minutes by bus.");
  expect(caution(180)).toBe("It may be far: about 180 minutes by bus.");
  expect(caution(16_797)).toBe("It may be far away, in another city.");
});
