import type { Language } from "~/i18n";

/** The interests of the taxonomy as one phrase of the language: "animals, biology and cooking". */
export function interestWords(ids: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(ids.map((id) => id.replaceAll(/[-_]/g, " ")));
}
