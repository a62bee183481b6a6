import { useTranslation } from "react-i18next";
import { answersIn } from "~/domain/consent/answers";
import { isRightToLeft } from "~/i18n";
import { ConsentAnswerForm } from "./consent-answer-form";
import { ConsentPlaces } from "./consent-places";
import { ConsentQuestionForm } from "./consent-question-form";
import { ConsentRevokeForm } from "./consent-revoke-form";
import type { ConsentSheetPage } from "./consent-sheet-page";
import type { FormReply } from "./form-reply";
import { formatInterests, formatPhone } from "./format";
import { Notice } from "./notice";
import { Section } from "./page";
import { SentenceWithPhone } from "./phone-link";
import { useText } from "./use-text";

interface SheetProps {
  page: ConsentSheetPage;
  reply: FormReply | undefined;
}

/** What a holder reads before answering: what would be told, what was asked for, the text, who can help, and the answers. */
export function ConsentSheet({ page, reply }: SheetProps) {
  const { t } = useTranslation("consent");
  const text = useText();
  const { helpName: name, helpPhone: phone } = page.school;
  const help = { name, phone: formatPhone(phone) };
  const answered = reply?.values?.answer;
  const answers = answersIn(page.state);
  return (
    <>
      {page.state !== "requested" && (
        <Notice
          tone={page.state === "given" ? "go" : "info"}
          title={t("page.answered", { state: text(`consent:state.${page.state}` as "consent:state.given") })}
        >
          {answers.length > 0 ? (
            t("page.changeHere")
          ) : (
            <SentenceWithPhone sentence={t("page.change", help)} phone={phone} />
          )}
        </Notice>
      )}
      <ConsentPlaces page={page} />
      {page.purpose === "looking" && <ToldFacts page={page} />}
      {page.text && (
        <Section title={t("page.text")}>
          <div
            lang={page.text.language}
            dir={isRightToLeft(page.text.language) ? "rtl" : "ltr"}
            className="max-w-text whitespace-pre-line"
          >
            {page.text.body}
          </div>
          <p className="mt-3 text-small text-ink-soft">{t("page.version", { version: page.text.version })}</p>
        </Section>
      )}
      {answers.includes("give") && (
        <Section
          title={t("page.agreeTitle")}
          lead={`${page.isSelf ? t("self.ifNo") : t("page.ifNo", { name: page.studentName })} ${t("page.check")}`}
        >
          <ConsentAnswerForm
            page={page}
            mayRefuse={answers.includes("refuse")}
            reply={answered === "question" ? undefined : reply}
          />
        </Section>
      )}
      {answers.includes("revoke") && <ConsentRevokeForm reply={answered === "revoke" ? reply : undefined} />}
      <ConsentQuestionForm reply={answered === "question" ? reply : undefined} />
      <p className="text-ink-soft">
        <SentenceWithPhone sentence={t("page.help", help)} phone={phone} />
      </p>
    </>
  );
}

function ToldFacts({ page }: { page: ConsentSheetPage }) {
  const { t, i18n } = useTranslation("consent");
  const name = page.toldName;
  const interests = formatInterests(page.interests, i18n.language);
  return (
    <Section title={page.isSelf ? t("self.told") : t("page.told", { name })}>
      <ul className="list-disc space-y-1 ps-6">
        <li>{t("page.toldFirstName", { name })}</li>
        <li>{t("page.toldGrade")}</li>
        {page.interests.length > 0 && (
          <li>{page.isSelf ? t("self.toldInterests", { interests }) : t("page.toldInterests", { name, interests })}</li>
        )}
        <li>{t("page.toldNever")}</li>
      </ul>
    </Section>
  );
}
