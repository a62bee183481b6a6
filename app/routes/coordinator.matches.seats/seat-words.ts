import { useTranslation } from "react-i18next";
import type { SeatPrice } from "~/domain/matching/seat-prices";
import { formatDifference, formatNumber } from "~/ui/format";

/** What one more seat does, the most important first: it places somebody, gives more that students chose or what stands higher on their lists, lifts the lowest fit, or all fits together. */
export function useSeatWords() {
  const { t, i18n } = useTranslation("plans");
  const signed = (points: number) => formatDifference(points, i18n.language);
  return {
    /** As the end of a sentence about `subject`, which names the seat. */
    sentence(subject: string, { placed, chosen, steps, floor, total }: SeatPrice["difference"]): string {
      if (placed > 0) return t("seats.does.places", { subject, count: placed });
      if (chosen > 0) return t("seats.does.wishes", { subject });
      if (steps > 0) return t("seats.does.higher", { subject });
      if (floor !== null && floor > 0)
        return t("seats.does.lifts", { subject, points: formatNumber(floor, i18n.language) });
      return total === 0
        ? t("seats.does.nothing", { subject })
        : t("seats.does.betters", { subject, points: signed(total) });
    },
  };
}
