import { useTranslation } from "react-i18next";
import type { HeldPage } from "~/features/conversations/open-held.server";
import { Row, RowList } from "~/ui/card";
import { formatMoment } from "~/ui/format";
import { Badge } from "~/ui/status";

/** What waits, by conversation: the one whose time ends first before the others. */
export function WaitingList({ waiting, readerName, timeZone }: Pick<HeldPage, "waiting" | "readerName" | "timeZone">) {
  const { t, i18n } = useTranslation("conversations");
  const moment = (at: string) => formatMoment(at, i18n.language, timeZone);
  return (
    <RowList label={t("desk.title")}>
      {waiting.map(({ pursuitId, student, title, organisation, messages, since, turn, until, isLate }) => (
        <Row
          key={pursuitId}
          to={`/conversations/${pursuitId}`}
          title={t("all.with", { student, title })}
          detail={[organisation, t("all.messages", { count: messages }), t("desk.since", { when: moment(since) })].join(
            " · ",
          )}
          status={<Badge tone={isLate ? "stop" : "wait"}>{isLate ? t("desk.late") : t("desk.waits")}</Badge>}
        >
          <p>
            {t(isLate ? "desk.lateWith" : "desk.with", {
              who: turn === "named" && readerName ? readerName : t(`desk.turn.${turn}`),
              when: moment(until),
            })}
          </p>
        </Row>
      ))}
    </RowList>
  );
}
