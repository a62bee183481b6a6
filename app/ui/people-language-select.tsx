import { useTranslation } from "react-i18next";
import { PEOPLE_LANGUAGES } from "~/domain/people/languages";
import { Select } from "./choice-fields";
import { formatLanguage } from "./format";

/** Every language a school's people may have, by the name the reader knows it by. */
export function useLanguageChoices() {
  const { i18n } = useTranslation();
  return PEOPLE_LANGUAGES.map((value) => ({ value, label: formatLanguage(value, i18n.language) })).sort((one, other) =>
    one.label.localeCompare(other.label, i18n.language),
  );
}

/** The language in which somebody gets mails and letters. */
export function PeopleLanguageSelect({ label, value = "en" }: { label: string; value?: string }) {
  const choices = useLanguageChoices();
  return <Select name="language" required label={label} defaultValue={value} choices={choices} />;
}
