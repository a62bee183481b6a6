import { useTranslation } from "react-i18next";
import { isDraftLanguage, type Language } from "~/i18n";
import { TextLink } from "./text-link";

interface AppFooterProps {
  language: Language;
  /** The product runs on one machine with sample people: link to them and to the mailbox. */
  local: boolean;
}

/** What is true of every page: whose software this is, that it is not legal advice, and that a language is a draft. */
export function AppFooter({ language, local }: AppFooterProps) {
  const { t } = useTranslation();
  return (
    <footer data-app className="border-t border-line">
      <div className="page-width space-y-1 py-6 text-small text-ink-soft">
        {isDraftLanguage(language) && <p>{t("language.draft")}</p>}
        <p>{t("footer.about")}</p>
        {local && (
          <p className="flex flex-wrap gap-x-5">
            <span>{t("footer.local")}</span>
            <TextLink to="/local/cast">{t("nav.cast")}</TextLink>
            <TextLink to="/local/mailbox">{t("nav.mailbox")}</TextLink>
          </p>
        )}
      </div>
    </footer>
  );
}
