import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { Section } from "~/ui/page";

interface PreviewProps {
  preview: {
    students: number;
    placedBefore: number;
    placedAfter: number;
    moved: number;
    examples: { studentId: string; student: string; before: string | null; after: string | null }[];
  };
}

/** What a plan with the typed weights would change. Nothing is saved yet. */
export function Preview({ preview }: PreviewProps) {
  const { t } = useTranslation("matching");
  const { students, placedBefore, placedAfter, moved, examples } = preview;
  return (
    <Section title={t("weights.wouldChange")}>
      <div role="status">
        <p>{t("weights.moved", { count: moved, students })}</p>
        <p>{t("weights.placed", { before: placedBefore, after: placedAfter })}</p>
      </div>
      {examples.length > 0 && (
        <div className="mt-4">
          <RowList label={t("weights.wouldChange")}>
            {examples.map((row) => (
              <Row
                key={row.studentId}
                title={row.student}
                detail={t("weights.fromTo", {
                  now: row.before ?? t("weights.noPlace"),
                  after: row.after ?? t("weights.noPlace"),
                })}
              />
            ))}
          </RowList>
        </div>
      )}
      {moved > examples.length && (
        <p className="mt-3 text-ink-soft">{t("weights.more", { count: moved - examples.length })}</p>
      )}
    </Section>
  );
}
