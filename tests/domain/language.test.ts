import { expect, test } from "vitest";
import { chooseLanguage, isRightToLeft } from "~/i18n";

test("a visitor's own choice wins over the browser's wish", () => {
  expect(chooseLanguage({ choice: "es", acceptLanguage: "en-US,en;q=0.9" })).toBe("es");
});

test("without a choice the best language of the browser that we have is taken", () => {
  expect(chooseLanguage({ acceptLanguage: "fr-FR,es-MX;q=0.8,en;q=0.4" })).toBe("es");
  expect(chooseLanguage({ acceptLanguage: "en;q=0.4, es;q=0.6" })).toBe("es");
});

test("a language that the browser refuses is not taken", () => {
  expect(chooseLanguage({ acceptLanguage: "es;q=0" })).toBe("en");
});

test("whatever a browser sends, there is a language", () => {
  for (const sent of ["", "*", ";;;,,,", "q=1", "../../etc", "so,ar", "es;q=NaN", "\u0000"]) {
    expect(["en", "es"]).toContain(chooseLanguage({ choice: sent, acceptLanguage: sent }));
  }
  expect(chooseLanguage({ choice: "__proto__" })).toBe("en");
});

test("Arabic and Urdu are written from right to left, Spanish is not", () => {
  expect(["ar", "ar-EG", "ur", "es"].map(isRightToLeft)).toEqual([true, true, true, false]);
});
