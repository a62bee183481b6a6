import { useTranslation } from "react-i18next";
import { isDraftLanguage, type Language } from "~/i18n";

/** What is true of every page: whose software this is, that it is not legal advice, and that a language is a draft. */
export function AppFooter({ language }: { language: Language }) {
  const { t } = useTranslation();
  return (
    <footer data-app className="border-t border-line">
      <div className="page-width space-y-1 py-6 text-small text-ink-soft">
        {isDraftLanguage(language) && <p>{t("language.draft")}</p>}
        <p>{t("footer.about")}</p>
      </div>
    </footer>
  );
}
