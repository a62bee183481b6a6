import { useTranslation } from "react-i18next";
import type { Coming } from "~/features/mentors/host-at-school.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { formatDay, formatTime, formatTimes } from "~/ui/format";
import { useText } from "~/ui/use-text";

/** Who comes to the mentor and when, by the day and the clock of the school. */
export function ComingList({ coming }: { coming: readonly Coming[] }) {
  const { t } = useTranslation("placements");
  const text = useText();
  const whenOf = useWhen();
  return (
    <RowList label={t("home.coming")}>
      {coming.map((one) => (
        <Row
          key={one.key}
          title={<span className="inline-block first-letter:uppercase">{whenOf(one)}</span>}
          detail={[one.title, text(`pursuits:kind.${one.kind}` as "pursuits:kind.shadow_day"), one.school].join(" · ")}
          actions={
            <LinkButton
              to={`/mentor/pursuits/${one.pursuitId}`}
              aria-label={t("home.actOn", { action: t("home.comingOpen"), title: one.title })}
            >
              {t("home.comingOpen")}
            </LinkButton>
          }
        >
          {one.place && <p className="whitespace-pre-line">{one.place}</p>}
        </Row>
      ))}
    </RowList>
  );
}

function useWhen(): (coming: Coming) => string {
  const { t, i18n } = useTranslation("placements");
  const { language } = i18n;
  return ({ day, from, to }) => {
    if (day === null) return t("home.asAgreed");
    const hours = from && (to ? formatTimes(from, to, language) : formatTime(from, language));
    return [formatDay(day, language), hours].filter(Boolean).join(", ");
  };
}
