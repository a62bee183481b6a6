import { useTranslation } from "react-i18next";
import type { Purpose } from "~/domain/fund/purposes";
import { Row, RowList } from "~/ui/card";
import { formatDay, formatDayOf } from "~/ui/format";
import { useGiftOnItsWay, useGiftSum } from "~/ui/gift-sum";
import { StandingBadge } from "~/ui/standing-badge";

export interface GiftRow {
  id: string;
  donor: string;
  purpose: string;
  minor: number;
  cameMinor: number;
  processingMinor: number;
  currency: string;
  standing: string;
  cameBack: string | null;
  dueOn: string | null;
  madeAt: string;
  /** A wish to be thanked in public waits for somebody to read it. */
  asksForThanks: boolean;
  /** A stipend gift waits for somebody to say which organisation it is from. */
  asksForOrigin: boolean;
}

/** The newest gifts, each leading to its page. */
export function GiftList({ gifts, timeZone }: { gifts: readonly GiftRow[]; timeZone: string }) {
  const { t, i18n } = useTranslation("fund");
  const sumOf = useGiftSum();
  const onItsWayOf = useGiftOnItsWay();
  if (gifts.length === 0) return <p className="text-ink-soft">{t("gifts.none")}</p>;
  return (
    <RowList label={t("gifts.title")}>
      {gifts.map(({ id, donor, purpose, standing, cameBack, dueOn, madeAt, asksForThanks, asksForOrigin, ...sums }) => (
        <Row
          key={id}
          to={`/coordinator/fund/gifts/${id}`}
          title={`${sumOf(sums)} · ${donor || t("gifts.forgotten")}`}
          detail={[
            t(`purpose.${purpose as Purpose}`),
            formatDayOf(madeAt, i18n.language, timeZone),
            onItsWayOf(sums),
            standing === "invoiced" && dueOn && t("gifts.due", { day: formatDay(dueOn, i18n.language) }),
            asksForThanks && t("gifts.asksForThanks"),
            asksForOrigin && t("origin.waits"),
          ]
            .filter(Boolean)
            .join(" · ")}
          status={<StandingBadge standing={standing} cameBack={cameBack} />}
        />
      ))}
    </RowList>
  );
}
