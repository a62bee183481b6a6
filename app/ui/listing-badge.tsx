import { Archive, CirclePause } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "./status";

/** Where a placement stands at a school. */
export function ListingBadge({ state }: { state: string }) {
  const { t } = useTranslation("placements");
  if (state === "published") return <Badge tone="go">{t("state.published")}</Badge>;
  if (state === "in_review") return <Badge tone="wait">{t("state.in_review")}</Badge>;
  if (state === "paused")
    return (
      <Badge tone="info" icon={CirclePause}>
        {t("state.paused")}
      </Badge>
    );
  return (
    <Badge tone="info" icon={Archive}>
      {t("state.archived")}
    </Badge>
  );
}
