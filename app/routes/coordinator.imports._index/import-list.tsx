import { useTranslation } from "react-i18next";
import type { ImportKind } from "~/domain/imports/kind";
import type { ImportState } from "~/domain/imports/lifecycle";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { formatMoment } from "~/ui/format";
import { Badge } from "~/ui/status";
import type { Tone } from "~/ui/tone";

interface ListedImport {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  rowCount: number;
  counts: { added: number; changed: number; rejected: number };
  createdAt: string;
}

const TONES: Record<ImportState, Tone> = {
  uploaded: "wait",
  mapped: "info",
  running: "info",
  finished: "go",
  failed: "stop",
  cancelled: "stop",
};

/** The files of the last 90 days and where each stands. */
export function ImportList({ imports, timeZone }: { imports: readonly ListedImport[]; timeZone: string }) {
  const { t, i18n } = useTranslation("imports");
  if (imports.length === 0) return <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>;
  return (
    <RowList label={t("list.earlier")}>
      {imports.map(({ id, kind, fileName, state, rowCount, counts, createdAt }) => {
        const sent = t("list.sent", { when: formatMoment(createdAt, i18n.language, timeZone) });
        return (
          <Row
            key={id}
            to={`/coordinator/imports/${id}`}
            title={<span className="wrap-anywhere">{fileName}</span>}
            detail={[t(`list.kind.${kind}`), t("list.rows", { count: rowCount }), sent].join(" · ")}
            status={<Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>}
          >
            {state === "finished" && <p>{t("list.result", { ...counts })}</p>}
          </Row>
        );
      })}
    </RowList>
  );
}
