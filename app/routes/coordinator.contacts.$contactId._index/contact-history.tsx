import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { NoteKind } from "~/domain/outreach/contact";
import type { MailStanding } from "~/domain/outreach/standing";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format";
import { Badge } from "~/ui/status";
import type { HistoryLine } from "./history";

const TONES = {
  on_its_way: "wait",
  sent: "info",
  delivered: "go",
  came_back: "stop",
  unwanted: "stop",
  not_sent: "stop",
} as const satisfies Record<MailStanding, string>;

/** Calls, notes, mails and replies, the newest first. */
export function ContactHistory({ lines }: { lines: readonly HistoryLine[] }) {
  const { t } = useTranslation("outreach");
  if (lines.length === 0) return <EmptyState title={t("history.none")}>{t("history.noneText")}</EmptyState>;
  return (
    <RowList label={t("history.title")}>
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </RowList>
  );
}

function Line({ line: { what, on, body, writer } }: { line: HistoryLine }) {
  const { t, i18n } = useTranslation("outreach");
  const words = body && <p className="max-w-text whitespace-pre-line">{body}</p>;
  const detail = [formatDay(on, i18n.language, { withYear: true }), writer].filter(Boolean).join(" · ");
  if (what.is === "mail")
    return (
      <Row
        title={t("history.mail", { subject: what.subject })}
        detail={detail}
        status={<Badge tone={TONES[what.standing]}>{t(`standing.${what.standing}`)}</Badge>}
      >
        <Disclosure summary={t("history.words")}>{words}</Disclosure>
      </Row>
    );
  return (
    <Row title={titleOf(what, t)} detail={detail}>
      {words}
    </Row>
  );
}

function titleOf(what: NoteKind, t: TFunction<"outreach">): string {
  if (what.is === "note") return t("history.note");
  if (what.is === "call") return t("history.call", { outcome: t(`outcome.${what.outcome}`) });
  return t(`history.reply.${what.via}`, { outcome: t(`replied.${what.outcome}`) });
}
