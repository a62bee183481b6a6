import { useTranslation } from "react-i18next";
import type { HostTurn } from "~/features/mentors/host-at-school.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { formatDay, formatDayOf, formatPhone } from "~/ui/format";
import { SentenceWithPhone } from "~/ui/phone-link";
import { Badge } from "~/ui/status";
import { useCheckType } from "~/ui/use-check-type";

/** What waits for the mentor, since when, each with its one action. */
export function TurnList({ turns }: { turns: readonly HostTurn[] }) {
  const { t } = useTranslation("placements");
  return (
    <RowList label={t("home.waiting")}>
      {turns.map((turn) => (
        <TurnRow key={turn.key} turn={turn} />
      ))}
    </RowList>
  );
}

function TurnRow({ turn }: { turn: HostTurn }) {
  const { t, i18n } = useTranslation("placements");
  const typeName = useCheckType();
  const { language } = i18n;
  const detail = `${turn.school} · ${t("home.since", { day: formatDayOf(turn.since, language, turn.timeZone) })}`;
  if (turn.kind === "check") {
    const { name, phone } = turn.help;
    const sentence = t("home.checkCall", { name, phone: formatPhone(phone) });
    return (
      <Row
        title={t("home.checkEnds", { type: typeName(turn.type), day: formatDay(turn.endsOn, language) })}
        detail={turn.school}
        status={<Badge tone="wait">{t("home.turn.check")}</Badge>}
      >
        <p>
          <SentenceWithPhone sentence={sentence} phone={phone} />
        </p>
      </Row>
    );
  }
  const status = turn.kind === "messages" ? t("home.newMessages", { count: turn.count }) : t(`home.turn.${turn.kind}`);
  return (
    <Row
      title={turn.title}
      detail={detail}
      status={<Badge tone="wait">{status}</Badge>}
      actions={
        <LinkButton
          to={turn.to}
          aria-label={t("home.actOn", { action: t(`home.act.${turn.kind}`), title: turn.title })}
        >
          {t(`home.act.${turn.kind}`)}
        </LinkButton>
      }
    />
  );
}
