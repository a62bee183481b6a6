import { useTranslation } from "react-i18next";
import type { WeightsPreview } from "~/features/matching/preview-weights.server";
import { Row, RowList } from "~/ui/card";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";

/** What a plan with the typed weights would change. Nothing is saved yet. */
export function Preview({ preview }: { preview: WeightsPreview }) {
  const { t, i18n } = useTranslation(["matching", "plans"]);
  const { mode, students, placedBefore, placedAfter, moved, examples } = preview;
  const listed = (titles: readonly string[]) =>
    titles.length === 0 ? t("weights.noPlace") : formatNames(titles, i18n.language);
  return (
    <Section title={t("weights.wouldChange")} lead={t("weights.tried", { kind: t(`plans:runs.mode.${mode}`) })}>
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
                to={`/coordinator/matches/students/${row.studentId}`}
                title={row.student}
                detail={t("weights.fromTo", { before: listed(row.before), after: listed(row.after) })}
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
