import { useTranslation } from "react-i18next";
import { SMALLEST_CELL } from "~/domain/matching/small-cells";
import { formatNumber } from "~/ui/format";

/** A number of students. What may not be told is said as fewer than ten, and so is a number under ten on paper, which goes on. */
export function SmallNumber({ value }: { value: number | null }) {
  const { t, i18n } = useTranslation("plans");
  if (value === null) return t("demand.fewer");
  const number = formatNumber(value, i18n.language);
  if (value >= SMALLEST_CELL) return number;
  return (
    <>
      <span className="print:hidden">{number}</span>
      <span className="hidden print:inline">{t("demand.fewer")}</span>
    </>
  );
}
