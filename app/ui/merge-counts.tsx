import { useTranslation } from "react-i18next";
import { DescriptionList } from "./description-list";
import { formatNumber } from "./format";

export type MergeCountKind =
  | ("sites" | "placements" | "mentors" | "affiliations" | "pursuits" | "contacts" | "introductions" | "gifts")
  | ("advisories" | "covers" | "meetings" | "seats" | "sequences")
  | ("leads" | "backups" | "ties" | "offers" | "apart" | "tasks" | "children" | "consents")
  | ("family" | "wishes" | "searches" | "interests");

/** How much of what comes over or goes back; a kind of which there is nothing is left out. */
export function MergeCounts({ counts }: { counts: Partial<Record<MergeCountKind, number>> }) {
  const { t, i18n } = useTranslation("merges");
  const rows = (Object.entries(counts) as [MergeCountKind, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ key: kind, name: t(`count.${kind}`), value: formatNumber(count, i18n.language) }));
  return rows.length > 0 ? <DescriptionList rows={rows} /> : <p>{t("count.nothing")}</p>;
}
