import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";

/** That the mentor's last day here is said, with the way to what happens then. */
export function LastDay({ day }: { day: string }) {
  const { t, i18n } = useTranslation("placements");
  return (
    <Notice tone="info" actions={<LinkButton to="/mentor/leaving">{t("home.lastDayOpen")}</LinkButton>}>
      {t("home.lastDay", { day: formatDay(day, i18n.language, { withYear: true }) })}
    </Notice>
  );
}
