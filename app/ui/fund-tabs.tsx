import { useTranslation } from "react-i18next";
import { isPractice } from "~/domain/fund/practice";
import { LinkTabs } from "./link-tabs";
import { PracticeNotice } from "./practice-notice";

const PAGES = ["overview", "needs", "gifts", "entries", "month", "checks"] as const;
export type FundPage = (typeof PAGES)[number];

/** The pages of the fund, from each to every other, and on each whether its book is practice. */
export function FundTabs({ current, book }: { current: FundPage; book: string }) {
  const { t } = useTranslation("fund");
  const tabs = PAGES.map((page) => ({
    to: page === "overview" ? "/coordinator/fund" : `/coordinator/fund/${page}`,
    label: t(`tab.${page}`),
    current: page === current,
  }));
  return (
    <>
      <LinkTabs tabs={tabs} label={t("fund.title")} onPhone="thirds" />
      <PracticeNotice isPractice={isPractice(book)} to="staff" />
    </>
  );
}
