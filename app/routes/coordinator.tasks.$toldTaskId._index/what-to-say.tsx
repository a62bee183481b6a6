import { useTranslation } from "react-i18next";
import type { TaskView } from "~/features/tasks/open-task-to-tell.server";
import { isRightToLeft } from "~/i18n";
import { LinkButton } from "~/ui/button";
import { CopyText } from "~/ui/copy-text";
import { formatLanguage } from "~/ui/format";
import { Notice } from "~/ui/notice";

interface WhatToSayProps {
  task: TaskView["task"];
  /** Where it is printed. */
  letter: string | null;
}

/** The words in the language of whoever is told, or why there are none: then nobody is sent words in another one. */
export function WhatToSay({ task, letter }: WhatToSayProps) {
  const { t, i18n } = useTranslation("calls");
  const { to, said, wordless } = task;
  const language = to ? formatLanguage(to.language, i18n.language) : "";
  return (
    <div className="space-y-4">
      {said && to && (
        <CopyText
          label={t("say.words", { language })}
          text={said.words}
          language={to.language}
          direction={isRightToLeft(to.language) ? "rtl" : "ltr"}
        />
      )}
      {wordless === "unwritten" && <Notice tone="wait">{t("say.unwritten", { language })}</Notice>}
      {wordless === "untrue" && <Notice tone="stop">{t("say.untrue")}</Notice>}
      {wordless === "none" && <Notice>{t("say.none")}</Notice>}
      {letter && <LinkButton to={letter}>{t("say.letter")}</LinkButton>}
    </div>
  );
}
