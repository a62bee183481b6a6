import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { formatMoment } from "./format";
import { Notice } from "./notice";

interface MailStopProps {
  stop: { since: string | null; until: string; mayOperate: boolean } | null;
  timeZone: string;
}

/** That no mail leaves, at the top of the homes of those who are asked why none came; nothing while it does. */
export function MailStop({ stop, timeZone }: MailStopProps) {
  const { t, i18n } = useTranslation("home");
  if (!stop) return null;
  const moment = (at: string) => formatMoment(at, i18n.language, timeZone);
  return (
    <Notice
      tone="stop"
      title={t("mailStop.title")}
      actions={stop.mayOperate && <LinkButton to="/operations">{t("mailStop.why")}</LinkButton>}
    >
      {stop.since
        ? t("mailStop.since", { moment: moment(stop.since) })
        : t("mailStop.until", { moment: moment(stop.until) })}{" "}
      {t(`mailStop.kept.${stop.since ? "fault" : "pause"}`)} {t("mailStop.call")}{" "}
      {!stop.mayOperate && t("mailStop.admin")}
    </Notice>
  );
}
