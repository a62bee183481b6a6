import { useTranslation } from "react-i18next";
import { formatDay, formatLanguage } from "~/ui/format";
import { PeopleTable } from "./people-table";
import { useChangeSentence } from "./use-change-sentence";
import type { StudentsView } from "./view.server";

type StudentRow = StudentsView["preview"]["rows"][number];
type Change = StudentRow["changes"][number];

/** Rows of students, with days and languages as the reader knows them. */
export function StudentTable({ rows }: { rows: readonly StudentRow[] }) {
  const { t, i18n } = useTranslation("imports");
  const sentence = useChangeSentence();
  const day = (value: string) => formatDay(value, i18n.language, { withYear: true });
  const shown = (field: Change["field"], value: string) => {
    if (field === "bornOn" || field === "leftOn") return day(value);
    if (field === "language" || field === "languages")
      return value
        .split(" ")
        .map((code) => formatLanguage(code, i18n.language))
        .join(", ");
    return value;
  };
  return (
    <PeopleTable
      kind="students"
      rows={rows}
      changesOf={({ changes }) =>
        changes.map((change) => {
          const name = change.field === "leftOn" ? t("students.check.leftOn") : t(`target.${change.field}`);
          return { ...change, sentence: sentence(name, change, (value) => shown(change.field, value)) };
        })
      }
      inWords={(detail) => ("day" in detail ? { ...detail, day: day(String(detail.day)) } : detail)}
    />
  );
}
