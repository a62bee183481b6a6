import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages } from "~/i18n";
import { catalogues } from "~/i18n.server";
import { textLiterals, usedKeys } from "../support/scan-texts";

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** A catalogue as "namespace:path.to.key" and sentence. */
function flatten(texts: object, at = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const path = at === "" ? `${key}:` : at.endsWith(":") ? at + key : `${at}.${key}`;
    return typeof text === "string" ? [[path, text] as [string, string]] : flatten(text, path);
  });
}

const catalogueOf = (language: keyof typeof catalogues) => new Map(flatten(catalogues[language]));
const english = catalogueOf("en");
const stems = new Set([...english.keys()].map((key) => key.replace(PLURAL, "")));
const placeholders = (sentence: string) =>
  [...sentence.matchAll(/{{\s*(\w+)/g)]
    .map(([, name]) => name)
    .sort()
    .join();
const sources = globSync("app/**/*.{ts,tsx}").filter((file) => !file.includes("/locales/"));

describe.each(languages)("%s", (language) => {
  const own = catalogueOf(language);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  test("has every key, and every plural form its grammar asks for", () => {
    const wanted = [...stems].flatMap((stem) =>
      english.has(`${stem}_other`) ? forms.map((form) => `${stem}_${form}`) : [stem],
    );
    expect(wanted.filter((key) => !own.get(key)?.trim())).toEqual([]);
  });

  test("has no key that English does not have", () => {
    expect([...own.keys()].filter((key) => !stems.has(key.replace(PLURAL, "")))).toEqual([]);
  });

  test("fills the same placeholders as English", () => {
    const differing = [...own].filter(([key, sentence]) => {
      if (/_(zero|one|two)$/.test(key)) return false;
      const original = english.get(key) ?? english.get(key.replace(PLURAL, "_other")) ?? "";
      return placeholders(sentence) !== placeholders(original);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

test("every key that a component or an answer names exists", () => {
  const exists = (key: string) => stems.has(key) || [...stems].some((stem) => stem.startsWith(`${key}.`));
  const missing = sources.flatMap((file) =>
    usedKeys(file, readFileSync(file, "utf8")).filter(({ keys }) => !keys.some(exists)),
  );
  expect(missing).toEqual([]);
});

test("every sentence is handed the values it names", () => {
  const namesIn = (key: string) => [...(english.get(key) ?? "").matchAll(/{{\s*(\w+)/g)].map(([, name = ""]) => name);
  const lacking = sources.flatMap((file) =>
    usedKeys(file, readFileSync(file, "utf8")).flatMap(({ place, keys, values }) => {
      const key = keys.flatMap((one) => [one, `${one}_other`]).find((one) => english.has(one));
      const missing = values === null || !key ? [] : namesIn(key).filter((name) => !values.includes(name));
      return missing.map((name) => `${place} ${key} {{${name}}}`);
    }),
  );
  expect(lacking).toEqual([]);
});

test("no sentence stands in a component", () => {
  const components = sources.filter((file) => /^app\/(routes|ui|root)/.test(file) && file.endsWith(".tsx"));
  expect(components.flatMap((file) => textLiterals(file, readFileSync(file, "utf8")))).toEqual([]);
});

test("the scan sees a sentence in a component, in braces and in what is heard", () => {
  const found = textLiterals("page.tsx", `const page = <p title="Say hello">Hello{" there"}<b aria-hidden>·</b></p>;`);
  expect(found).toEqual(["page.tsx:1 Say hello", "page.tsx:1 Hello", "page.tsx:1 there"]);
});

test("the scan reads a key in the namespaces its file asks for", () => {
  const found = usedKeys("page.tsx", `const { t } = useTranslation(["search"]); t("title"); t("errors:help");`);
  expect(found.map(({ keys }) => keys)).toEqual([["common:title", "search:title"], ["errors:help"]]);
});

test("the scan reads which values are handed over, and leaves alone what is not written out", () => {
  const found = usedKeys("page.tsx", `t("a"); t("b", { name, count: 2 }); t("c", values); t("d", { ...values });`);
  expect(found.map(({ values }) => values)).toEqual([[], ["name", "count"], null, null]);
});
