import { useTranslation } from "react-i18next";
import { Select } from "./choice-fields";
import { TextField } from "./text-fields";
import { useText } from "./use-text";

export interface Reached {
  mail: string;
  language: string;
  languages: readonly string[];
}

/** Where somebody is written to, and in which language. */
export function AddressFields({ mail, language, languages, isOptional }: Reached & { isOptional?: true }) {
  const { t } = useTranslation("introductions");
  const text = useText();
  return (
    <>
      <TextField
        name="mentorMail"
        type="email"
        inputMode="email"
        label={t("one.mail")}
        autoComplete="off"
        defaultValue={mail}
        required={!isOptional}
      />
      <Select
        name="mentorLanguage"
        label={t("one.language")}
        required
        defaultValue={language}
        choices={languages.map((value) => ({
          value,
          label: text(`introductions:language.${value}` as "introductions:language.en"),
        }))}
      />
    </>
  );
}
