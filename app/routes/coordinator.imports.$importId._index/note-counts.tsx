import { useTranslation } from "react-i18next";
import type { RowNote } from "~/domain/imports/row-note";
import { DescriptionList } from "~/ui/description-list";
import { Section } from "~/ui/page";

/** How many rows of a file have each note, the most frequent first; nothing where no row has one. */
export function NoteCounts({ byNote }: { byNote: readonly { code: RowNote["code"]; rows: number }[] }) {
  const { t } = useTranslation("imports");
  if (byNote.length === 0) return null;
  return (
    <Section title={t("check.notes")}>
      <DescriptionList
        rows={byNote.map(({ code, rows: count }) => ({
          name: t(`noteName.${code}`),
          value: t("noteRows", { count }),
        }))}
      />
    </Section>
  );
}
