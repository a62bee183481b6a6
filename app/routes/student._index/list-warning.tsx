import { useTranslation } from "react-i18next";
import type { OwnList } from "~/features/wishes/weigh-list.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";

/**
 * A calm word to a student whose list may end in no place, and to one who asks for as many as they may. An empty list has its
 * own words on the page.
 */
export function ListWarning({ list: { risk, listed, limit } }: { list: OwnList }) {
  const { t } = useTranslation("pursuits");
  if (limit !== null) return <Notice tone="wait">{t("student.atLimit", { limit })}</Notice>;
  if (risk !== "crowded" && risk !== "closed") return null;
  return (
    <Notice tone="wait" actions={<LinkButton to="/search">{t("student.findMore")}</LinkButton>}>
      {risk === "closed" ? t("student.listClosed") : t("student.listCrowded", { count: listed })}
    </Notice>
  );
}
