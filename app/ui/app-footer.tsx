import { useTranslation } from "react-i18next";
import { isDraftLanguage, type Language } from "~/i18n";
import { HelpLines, type ShownHelp } from "./help-lines";
import { TextLink } from "./text-link";

interface AppFooterProps {
  language: Language;
  /** The product runs on one machine with sample people: link to them and to the mailbox. */
  local: boolean;
  /** Where a concern is reported from here; null for visitors, who see no young person. */
  concern: string | null;
  /** Where the school is asked something from here. */
  question: string;
  /** Who answers questions, for all but staff. */
  help: readonly ShownHelp[];
  /** The reader is staff of a school. */
  staff: boolean;
}

/** What is true of every page: who helps, where a question is asked and a concern is reported, whose software this is, that it is not legal advice, and that a language is a draft. */
export function AppFooter({ language, local, concern, question, help, staff }: AppFooterProps) {
  const { t } = useTranslation(["common", "concerns", "questions"]);
  return (
    <footer data-app className="border-t border-line">
      <div className="page-width space-y-1 py-6 text-small text-ink-soft">
        {!staff && <HelpLines help={help} />}
        <p className="flex flex-wrap gap-x-5 pb-1 text-base print:hidden">
          {!staff && <TextLink to={question}>{t("questions:link")}</TextLink>}
          {concern && <TextLink to={concern}>{t("concerns:link")}</TextLink>}
          {staff && <TextLink to="/safeguarding">{t("concerns:desk")}</TextLink>}
        </p>
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
