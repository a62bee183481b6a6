/**
 * The languages whose word forms the engines know. One index holds texts of all of them, and a text does not say which it is
 * in; a question may (`Question.language`). Another one is a line here and a stemmer in `app.search_stems`.
 */
const LANGUAGES = {
  en: { meilisearch: "eng" },
  es: { meilisearch: "spa" },
} as const;

export type TextLanguage = keyof typeof LANGUAGES;

/** All of them as Meilisearch calls them (ISO 639-3). */
export const MEILISEARCH_LOCALES: readonly string[] = Object.values(LANGUAGES).map(({ meilisearch }) => meilisearch);

/** A reader's language ("es-MX") as one of those known; undefined for every other. */
export function textLanguageOf(tag: string | undefined): TextLanguage | undefined {
  const bare = tag?.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(LANGUAGES, bare) ? (bare as TextLanguage) : undefined;
}

export function meilisearchLocalesOf(tag: string | undefined): string[] | undefined {
  const language = textLanguageOf(tag);
  return language && [LANGUAGES[language].meilisearch];
}
