import { useTranslation } from "react-i18next";
import { type Language, languageNames, languages } from "~/i18n";
import { LinkTabs } from "~/ui/link-tabs";
import type { Shown } from "./address-of";
import { addressOf } from "./address-of";

/** The same mail in another language and in other light. Each has its address. */
export function PreviewChoices({ shown }: { shown: Shown & { language: Language } }) {
  const { t } = useTranslation("mails");
  return (
    <div>
      <LinkTabs
        label={t("preview.language")}
        tabs={languages.map((language) => ({
          to: addressOf({ ...shown, language }),
          label: <span lang={language}>{languageNames[language]}</span>,
          current: language === shown.language,
        }))}
      />
      <LinkTabs
        label={t("preview.look")}
        tabs={(["light", "dark"] as const).map((look) => ({
          to: addressOf({ ...shown, look }),
          label: t(`preview.looks.${look}`),
          current: look === shown.look,
        }))}
      />
    </div>
  );
}
