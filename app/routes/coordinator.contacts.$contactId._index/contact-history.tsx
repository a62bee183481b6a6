import { useTranslation } from "react-i18next";
import type { CallOutcome } from "~/domain/outreach/contact";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format";

export interface HistoryLine {
  id: string;
  /** How a call ended; null for a note. */
  call: CallOutcome | null;
  on: string;
  body: string;
  writer: string | null;
}

/** Calls and notes, the newest first. */
export function ContactHistory({ lines }: { lines: readonly HistoryLine[] }) {
  const { t, i18n } = useTranslation("outreach");
  if (lines.length === 0) return <EmptyState title={t("history.none")}>{t("history.noneText")}</EmptyState>;
  return (
    <RowList label={t("history.title")}>
      {lines.map(({ id, call, on, body, writer }) => (
        <Row
          key={id}
          title={call ? t("history.call", { outcome: t(`outcome.${call}`) }) : t("history.note")}
          detail={[formatDay(on, i18n.language, { withYear: true }), writer].filter(Boolean).join(" · ")}
        >
          {body && <p className="max-w-text whitespace-pre-line">{body}</p>}
        </Row>
      ))}
    </RowList>
  );
}
