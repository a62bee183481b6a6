import { useTranslation } from "react-i18next";
import { ConsentAnswerForm } from "./consent-answer-form";
import type { ConsentSheetPage } from "./consent-sheet-page";
import { Disclosure } from "./disclosure";
import type { FormReply } from "./form-reply";
import { formatNames } from "./format";
import { Notice } from "./notice";
import { Section } from "./page";
import { useText } from "./use-text";

/** What a guardian reads before answering: what would be told, what the child asked for, the text, and who can help. */
export function ConsentSheet({ page, reply }: { page: ConsentSheetPage; reply: FormReply | undefined }) {
  const { t, i18n } = useTranslation("consent");
  const text = useText();
  const name = page.studentName;
  const help = { name: page.school.helpName, phone: page.school.helpPhone };
  return (
    <>
      {page.waiting.length > 0 && (
        <Section title={t("page.waiting", { name })}>
          <ul className="list-disc space-y-1 ps-6">
            {page.waiting.map(({ title, organisation }) => (
              <li key={`${title} ${organisation}`}>
                {organisation ? `${title} ${t("home.at", { organisation })}` : title}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page.purpose === "looking" && (
        <Section title={t("page.told", { name })}>
          <ul className="list-disc space-y-1 ps-6">
            <li>{t("page.toldFirstName", { name })}</li>
            <li>{t("page.toldGrade")}</li>
            {page.interests.length > 0 && (
              <li>{t("page.toldInterests", { name, interests: formatNames(page.interests, i18n.language) })}</li>
            )}
            <li>{t("page.toldNever")}</li>
          </ul>
        </Section>
      )}
      {page.textBody && (
        <Disclosure summary={t("page.text")}>
          <div className="max-w-text whitespace-pre-line">{page.textBody}</div>
          <p className="text-small text-ink-soft">{t("page.version", { version: page.textVersion ?? 1 })}</p>
        </Disclosure>
      )}
      {page.state === "requested" ? (
        <Section title={t("page.agreeTitle")} lead={`${t("page.ifNo", { name })} ${t("page.check")}`}>
          <ConsentAnswerForm page={page} reply={reply} />
        </Section>
      ) : (
        <Notice
          tone={page.state === "given" ? "go" : "info"}
          title={t("page.answered", { state: text(`consent:state.${page.state}` as "consent:state.given") })}
        >
          {t("page.change", help)}
        </Notice>
      )}
      <p className="text-ink-soft">{t("page.help", help)}</p>
    </>
  );
}
