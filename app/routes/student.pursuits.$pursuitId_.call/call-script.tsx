import { useTranslation } from "react-i18next";
import type { Branch } from "~/domain/first-call/script";
import { Disclosure } from "~/ui/disclosure";
import { formatLanguage } from "~/ui/format";
import { LinkTabs } from "~/ui/link-tabs";
import { Section } from "~/ui/page";
import { ReadAloud } from "~/ui/read-aloud";
import { type Spoken, SpokenWords } from "~/ui/spoken-words";

interface CallScriptProps {
  callLanguage: string;
  languages: readonly string[];
  lines: readonly Spoken[];
  branches: readonly { branch: Branch; hear: Spoken; lines: readonly Spoken[] }[];
}

/** What the student says, what they say when it goes another way, and what to write down. */
export function CallScript({ callLanguage, languages, lines, branches }: CallScriptProps) {
  const { t, i18n } = useTranslation("coach");
  const tabs = languages.map((language) => ({
    to: `?in=${language}`,
    label: t("you.say.speaks", { language: formatLanguage(language, i18n.language) }),
    current: language === callLanguage,
  }));
  return (
    <>
      <Section title={t("you.say.title")} lead={t("you.say.lead")}>
        <LinkTabs tabs={tabs} label={t("you.say.languages")} />
        <ol className="mt-4 mb-5 space-y-3">
          {lines.map((line) => (
            <li key={line.key}>
              <SpokenWords line={line} language={callLanguage} />
            </li>
          ))}
        </ol>
        <ReadAloud text={lines.map(({ words }) => words).join(" ")} language={callLanguage} />
      </Section>
      <Section title={t("you.branch.title")} lead={t("you.branch.lead")}>
        {branches.map(({ branch, hear, lines: answer }) => (
          <Disclosure key={branch} summary={t(`you.branch.${branch}`)}>
            <p className="font-semibold">{t("you.practice.them")}</p>
            <SpokenWords line={hear} language={callLanguage} />
            <p className="font-semibold">{t("you.branch.say")}</p>
            {answer.map((line) => (
              <SpokenWords key={line.key} line={line} language={callLanguage} />
            ))}
            {branch === "too_close" && <p>{t("you.branch.closeAfter")}</p>}
          </Disclosure>
        ))}
      </Section>
      <Section title={t("you.write.title")}>
        <ul className="list-disc space-y-2 ps-6">
          <li>{t("you.write.who")}</li>
          <li>{t("you.write.what")}</li>
          <li>{t("you.write.next")}</li>
        </ul>
      </Section>
    </>
  );
}
