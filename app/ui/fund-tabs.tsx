import { useTranslation } from "react-i18next";
import { LinkTabs } from "./link-tabs";

const PAGES = ["overview", "needs", "gifts", "entries", "month", "checks"] as const;
export type FundPage = (typeof PAGES)[number];

/** The pages of the fund, from each to every other. */
export function FundTabs({ current }: { current: FundPage }) {
  const { t } = useTranslation("fund");
  const tabs = PAGES.map((page) => ({
    to: page === "overview" ? "/coordinator/fund" : `/coordinator/fund/${page}`,
    label: t(`tab.${page}`),
    current: page === current,
  }));
  return <LinkTabs tabs={tabs} label={t("fund.title")} onPhone="thirds" />;
}
