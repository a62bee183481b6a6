import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { formatNumber } from "~/ui/format";

type Kind =
  | ("sites" | "placements" | "mentors" | "affiliations" | "pursuits" | "contacts" | "introductions" | "gifts")
  | ("leads" | "backups" | "ties" | "offers" | "apart" | "tasks");

/** How much of what comes over or goes back; a kind of which there is nothing is left out. */
export function Counts({ counts }: { counts: Partial<Record<Kind, number>> }) {
  const { t, i18n } = useTranslation("merges");
  const rows = (Object.entries(counts) as [Kind, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ key: kind, name: t(`count.${kind}`), value: formatNumber(count, i18n.language) }));
  return rows.length > 0 ? <DescriptionList rows={rows} /> : <p>{t("count.nothing")}</p>;
}
