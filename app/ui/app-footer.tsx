import { useTranslation } from "react-i18next";
import { isDraftLanguage, type Language } from "~/i18n";
import { TextLink } from "./text-link";

interface AppFooterProps {
  language: Language;
  /** The product runs on one machine with sample people: link to them and to the mailbox. */
  local: boolean;
  /** Where a concern is reported from here; null for visitors, who see no young person. */
  concern: string | null;
  /** The reader is staff of a school. */
  safeguarding: boolean;
}

/** What is true of every page: where a concern is reported, whose software this is, that it is not legal advice, and that a language is a draft. */
export function AppFooter({ language, local, concern, safeguarding }: AppFooterProps) {
  const { t } = useTranslation(["common", "concerns"]);
  return (
    <footer data-app className="border-t border-line">
      <div className="page-width space-y-1 py-6 text-small text-ink-soft">
        {concern && (
          <p className="flex flex-wrap gap-x-5 pb-1 text-base print:hidden">
            <TextLink to={concern}>{t("concerns:link")}</TextLink>
            {safeguarding && <TextLink to="/safeguarding">{t("concerns:desk")}</TextLink>}
          </p>
        )}
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
