import { RIASEC_TYPES } from "~/domain/interest/riasec";
import { labelOf, listBasicInterests } from "~/domain/interest/taxonomy";
import { POSTED_LANGUAGES } from "~/domain/placement/post";
import { languageName } from "./placement-view.server";

/** Every interest under its type, in the reader's language, for the field in which they are ticked. */
export function interestGroups(language: string) {
  return RIASEC_TYPES.map((type) => ({
    label: labelOf(type, language),
    choices: listBasicInterests()
      .filter((interest) => interest.riasec[0] === type.id)
      .map((interest) => ({ value: interest.id, label: labelOf(interest, language) })),
  }));
}

/** The languages that hosts choose from, each by its name in the reader's language. */
export function languageChoices(language: string) {
  return POSTED_LANGUAGES.map((code) => ({ value: code as string, label: languageName(code, language) }));
}
