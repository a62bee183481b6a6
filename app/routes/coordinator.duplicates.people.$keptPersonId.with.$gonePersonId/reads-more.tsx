import { useTranslation } from "react-i18next";
import { formatNames } from "~/ui/format";
import { Notice } from "~/ui/notice";

interface ReadsMoreProps {
  kept: string;
  newChildren: string[];
  newMails: string[];
}

/** Who reads more than before, once two guardians are one. */
export function ReadsMore({ kept, newChildren, newMails }: ReadsMoreProps) {
  const { t, i18n } = useTranslation("merges");
  const list = (names: string[]) => formatNames(names, i18n.language);
  return (
    <Notice tone="wait" title={t("mentor.reads")}>
      <ul className="list-disc space-y-1 ps-6">
        {newChildren.length > 0 && <li>{t("person.readsChildren", { kept, children: list(newChildren) })}</li>}
        {newMails.length > 0 && <li>{t("person.readsMails", { kept, mails: list(newMails) })}</li>}
        <li>{t("person.readsConsents", { kept })}</li>
        <li>{t("person.readsCode", { kept })}</li>
      </ul>
    </Notice>
  );
}
