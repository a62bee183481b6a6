import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import type { TransferView } from "./transfer-view";

/** Before anything is said: what ends here, what goes along, and what does not. */
export function Preview({ view }: { view: TransferView }) {
  const { t } = useTranslation("transfers");
  const { name, leftOn, ends, signsInBy, family, staying, apart } = view;
  const { pursuits, visits, meetings, conversations, advisory, internships } = ends;
  return (
    <>
      {leftOn === null && (
        <Section title={t("ends.title")} lead={t("ends.lead")}>
          {internships > 0 && <Notice tone="stop">{t("ends.internships")}</Notice>}
          <Lines>
            {pursuits > 0 && t("ends.pursuits", { count: pursuits })}
            {visits > 0 && t("ends.visits", { count: visits })}
            {meetings > 0 && t("ends.meetings", { count: meetings })}
            {conversations > 0 && t("ends.conversations", { count: conversations })}
            {advisory && t("ends.advisory", { advisory })}
            {t("ends.signIn")}
          </Lines>
        </Section>
      )}
      <Section title={t("along.title")} lead={t("along.lead")}>
        <Lines>
          {t("along.person", { name })}
          {signsInBy.length > 0 ? t("along.signIn", { mails: signsInBy.join(", ") }) : t("along.noSignIn")}
          {t("along.optOut")}
          {family.map((adult) => t("along.adult", { name: adult }))}
        </Lines>
        {apart.length > 0 && <p className="mt-3">{t("along.apart", { name, mentors: apart.join(", ") })}</p>}
        {staying.length > 0 && (
          <p className="mt-3 text-ink-soft">{t("along.staying", { names: staying.join(", ") })}</p>
        )}
      </Section>
      <Section title={t("stays.title")}>
        <p>{t("stays.text")}</p>
      </Section>
    </>
  );
}

/** What is there of some sentences, one below the other. */
function Lines({ children }: { children: ReactNode }) {
  const lines = [children].flat(2).filter((line): line is string => typeof line === "string" && line !== "");
  return (
    <ul className="list-disc space-y-1 ps-6 wrap-anywhere">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
