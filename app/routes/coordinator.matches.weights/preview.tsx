import { SquareArrowOutUpRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { WeightsPreview } from "~/features/matching/preview-weights.server";
import { Row, RowList } from "~/ui/card";
import { formatNames } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

interface PreviewProps {
  /** Null as long as nothing was tried. */
  preview: WeightsPreview | null;
  /** The numbers in the form are others than those that were tried. */
  isStale: boolean;
}

/** What a plan with the typed weights would change. Nothing is saved yet. */
export function Preview({ preview, isStale }: PreviewProps) {
  const { t } = useTranslation(["matching", "plans"]);
  const lead = preview ? t("weights.tried", { kind: t(`plans:runs.mode.${preview.mode}`) }) : t("weights.first");
  return (
    <Section title={t("weights.wouldChange")} lead={lead}>
      {/* There before its words are, so that a screen reader says them when they come. */}
      <div role="status">
        {preview && (isStale ? <Notice tone="wait">{t("weights.stale")}</Notice> : <InShort preview={preview} />)}
      </div>
      {preview && isStale && (
        <div className="mt-4">
          <InShort preview={preview} />
        </div>
      )}
      {preview && <Movers preview={preview} />}
    </Section>
  );
}

function InShort({ preview: { moved, students, placedBefore, placedAfter } }: { preview: WeightsPreview }) {
  const { t } = useTranslation("matching");
  return (
    <>
      <p>{t("weights.moved", { count: moved, students })}</p>
      <p>{t("weights.placed", { before: placedBefore, after: placedAfter })}</p>
    </>
  );
}

function Movers({ preview: { moved, examples } }: { preview: WeightsPreview }) {
  const { t, i18n } = useTranslation("matching");
  const listed = (titles: readonly string[]) =>
    titles.length === 0 ? t("weights.noPlace") : formatNames(titles, i18n.language);
  return (
    <>
      {examples.length > 0 && (
        <div className="mt-4 space-y-3">
          <p className="text-ink-soft">{t("weights.opensTab")}</p>
          <RowList label={t("weights.wouldChange")}>
            {examples.map((row) => (
              <Row
                key={row.studentId}
                to={`/coordinator/matches/students/${row.studentId}`}
                opensTab
                title={
                  <>
                    {row.student}
                    <SquareArrowOutUpRight role="img" aria-label={t("weights.inTab")} className="ms-2 inline size-4" />
                  </>
                }
                detail={t("weights.fromTo", { before: listed(row.before), after: listed(row.after) })}
              />
            ))}
          </RowList>
        </div>
      )}
      {moved > examples.length && (
        <p className="mt-3 text-ink-soft">{t("weights.more", { count: moved - examples.length })}</p>
      )}
    </>
  );
}
