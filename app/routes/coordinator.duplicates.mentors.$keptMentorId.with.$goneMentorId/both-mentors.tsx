import { useTranslation } from "react-i18next";
import type { PreviewedMentor } from "~/features/merges/preview-mentor-merge.server";
import { formatNames } from "~/ui/format";
import { Table } from "~/ui/table";

const ROWS = ["fullName", "nameUsed", "organisations", "mails", "phones"] as const;

/** What tells two mentors apart, or that they are one. */
export function BothMentors({ kept, other }: { kept: PreviewedMentor; other: PreviewedMentor }) {
  const { t, i18n } = useTranslation("merges");
  const words = (mentor: PreviewedMentor, row: (typeof ROWS)[number]) => {
    const value = mentor[row];
    return typeof value === "string" ? value : formatNames(value, i18n.language);
  };
  return (
    <Table
      caption={t("preview.caption")}
      rows={ROWS.filter((row) => words(kept, row) !== "" || words(other, row) !== "")}
      rowKey={(row) => row}
      columns={[
        { key: "field", header: t("preview.what"), cell: (row) => t(`mentor.field.${row}`) },
        { key: "kept", header: t("preview.stays"), cell: (row) => words(kept, row) || "–" },
        { key: "other", header: t("preview.goes"), cell: (row) => words(other, row) || "–" },
      ]}
    />
  );
}
