import { useTranslation } from "react-i18next";
import { LINK_RIGHTS } from "~/domain/people/link-rights";
import type { StudentPreview } from "~/features/merges/preview-student-merge.server";
import { formatNames } from "~/ui/format";
import { Notice } from "~/ui/notice";

interface ReadsMoreProps extends Pick<StudentPreview, "newGuardians" | "newMails" | "newAdvisory"> {
  kept: string;
}

/** Who reads more of a student than before, once two are one. */
export function ReadsMore({ kept, newGuardians, newMails, newAdvisory }: ReadsMoreProps) {
  const { t, i18n } = useTranslation(["merges", "people"]);
  const list = (names: string[]) => formatNames(names, i18n.language);
  return (
    <Notice tone="wait" title={t("merges:mentor.reads")}>
      <ul className="list-disc space-y-1 ps-6">
        {newGuardians.map(({ name, rights }) => {
          const given = LINK_RIGHTS.filter((right) => rights[right]).map((right) =>
            t(`people:person.links.right.${right}`),
          );
          const words = given.length > 0 ? list(given) : t("merges:student.noRight");
          return <li key={name}>{t("merges:student.readsFamily", { kept, name, rights: words })}</li>;
        })}
        {newAdvisory && <li>{t("merges:student.readsAdvisory", { kept, advisory: newAdvisory })}</li>}
        {newMails.length > 0 && <li>{t("merges:person.readsMails", { kept, mails: list(newMails) })}</li>}
        <li>{t("merges:student.readsOwn", { kept })}</li>
        <li>{t("merges:student.readsCode", { kept })}</li>
      </ul>
    </Notice>
  );
}
