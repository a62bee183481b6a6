import { expect, test } from "vitest";
import { parseMoney } from "~/domain/fund/money";
import { i18nFor } from "~/i18n.server";
import {
  formatDay,
  formatInterests,
  formatLanguage,
  formatMiles,
  formatMoment,
  formatMoney,
  formatNames,
  formatNumber,
  formatTime,
  formatTimes,
  formatWeekdays,
} from "~/ui/format";

test("a day is written as people say it", () => {
  expect(formatDay("2026-12-03", "en")).toBe("Thursday 3 December");
  expect(formatDay("2026-12-03", "es")).toBe("jueves 3 de diciembre");
  expect(formatDay("2026-12-03", "en", { withYear: true })).toBe("Thursday 3 December 2026");
});

test("a time of day leaves out the minutes of a full hour and does not break", () => {
  expect(formatTime("09:00:00", "en")).toBe("9\u00a0am");
  expect(formatTime("00:30", "en")).toBe("12:30\u00a0am");
  expect(formatTime("12:00", "es")).toBe("12\u00a0p.\u00a0m.");
  expect(formatTimes("09:15:00", "15:00:00", "en")).toBe("9:15\u00a0am – 3\u00a0pm");
});

test("numbers and money are written as in the United States, in Spanish too", () => {
  for (const language of ["en", "es"]) {
    expect(formatMoney(135_050, "usd", language)).toBe("$1,350.50");
    expect(formatMoney(135_000, "usd", language)).toBe("$1,350");
    expect(formatNumber(1350.5, language)).toBe("1,350.5");
  }
  expect(i18nFor("es").getFixedT("es", "search")("row.open", { count: 1350 })).toContain("1,350 ");
});

test("what a page writes as money is read again in its language", () => {
  for (const language of ["en", "es"]) {
    expect(parseMoney(formatMoney(135_000, "usd", language), { currency: "usd", language })).toEqual({
      ok: true,
      value: 135_000,
    });
  }
});

test("a moment is written as the school's clocks show it", () => {
  expect(formatMoment("2026-12-04T01:05:00.000Z", "en", "America/Los_Angeles")).toBe(
    "Thursday 3 December, 5:05\u00a0pm",
  );
});

test("weekdays and names are written as lists", () => {
  expect(formatWeekdays([2, 4], "en")).toBe("Tuesday and Thursday");
  expect(formatWeekdays([2, 4], "es")).toBe("martes y jueves");
  expect(formatNames(["Ana", "Ben", "Cleo"], "en")).toBe("Ana, Ben and Cleo");
});

test("a language goes by its name in the reader's own, and what is no language stands as it was written", () => {
  expect([formatLanguage("so", "en"), formatLanguage("so", "es")]).toEqual(["Somali", "somalí"]);
  for (const code of ["", "x", "not a tag", "../"]) expect(formatLanguage(code, "en")).toBe(code);
});

test("a distance under ten miles has one decimal", () => {
  expect([2300, 32_000].map((metres) => formatMiles(metres, "en"))).toEqual(["1.4", "20"]);
});

test("interests whose names hold an and are parted by semicolons, others read as a sentence", () => {
  expect(formatInterests(["Animals", "Music"], "en")).toBe("Animals and Music");
  expect(formatInterests(["Cars and engines", "Music", "Arts and crafts"], "en")).toBe(
    "Cars and engines; Music; Arts and crafts",
  );
  expect(formatInterests(["Autos y motores", "Música"], "es")).toBe("Autos y motores; Música");
  expect(formatInterests([], "es")).toBe("");
});
