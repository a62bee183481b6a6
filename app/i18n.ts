import type { i18n, PostProcessorModule } from "i18next";

/** Languages with a full catalogue, in the order the language switch shows them. Add a folder under `locales/` and a row here. */
export const languages = ["en", "es"] as const;

export type Language = (typeof languages)[number];

/** Each language by the name its own readers use. */
export const languageNames: Record<Language, string> = { en: "English", es: "Español" };

/**
 * How numbers, money and times are written in each language. The schools are in the United States, so Spanish is the Spanish
 * read there: "$1,350.50" and "2:30 p.m.", not "1350,50 US$" (Unicode CLDR, `es-US`; docs/decisions/0076).
 */
const conventions: Readonly<Record<string, string>> = { en: "en-US", es: "es-US" };

/** The BCP 47 tag by which `Intl` writes numbers, money and times for readers of a language; others go by their own tag. */
export const conventionsOf = (language: string): string => conventions[language] ?? language;

/** Lets `{{count, number}}` of a translator's sentences follow the same conventions. */
export function writeNumbersByConvention({ services }: i18n): void {
  services.formatter?.add("number", (value: number, language: string | undefined) =>
    new Intl.NumberFormat(conventionsOf(language ?? "en")).format(value),
  );
}

/** An abbreviation at the end of a sentence brings its point along: "a las 9 a. m.", not "a las 9 a. m..". */
export const sentenceEnds: PostProcessorModule = {
  type: "postProcessor",
  name: "sentence-ends",
  process: (text) => (typeof text === "string" ? text.replace(/\b([ap]\.\s?m)\.\.(?!\.)/gu, "$1.") : text),
};

/** Machine-made or unreviewed texts: pages in these languages say so until a school's reviewer releases them. */
const draftLanguages: ReadonlySet<string> = new Set(["es"]);

/** Scripts written from right to left, by primary language subtag (Unicode CLDR, `characterOrder`). */
const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ps", "ur"]);

/** Name of the cookie that holds a visitor's own choice of language. */
export const languageCookie = "lang";

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

export const isDraftLanguage = (language: Language): boolean => draftLanguages.has(language);

export const isRightToLeft = (language: string): boolean => rightToLeft.has(language.split("-")[0] ?? language);

/**
 * The language of a page: the visitor's own choice, else the best match of `Accept-Language` (RFC 9110, 12.5.4), else English.
 * `choice` is the value of the language cookie; both may be anything a browser sends.
 */
export function chooseLanguage(asked: { choice?: string | undefined; acceptLanguage?: string | undefined }): Language {
  if (isLanguage(asked.choice)) return asked.choice;
  const wanted = (asked.acceptLanguage ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLanguage) ?? "en";
}
