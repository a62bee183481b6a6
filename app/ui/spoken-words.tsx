import { useTranslation } from "react-i18next";

export interface Spoken {
  key: string;
  words: string;
  meaning: string | null;
}

/** Words for a call in its language, and below what they mean where its reader reads another one. */
export function SpokenWords({ line: { words, meaning }, language }: { line: Spoken; language: string }) {
  const { t } = useTranslation("coach");
  return (
    <div className="border-s-4 border-line ps-4">
      <p lang={language} className="text-lead">
        {words}
      </p>
      {meaning && <p className="text-ink-soft">{t("you.say.meaning", { words: meaning })}</p>}
    </div>
  );
}
