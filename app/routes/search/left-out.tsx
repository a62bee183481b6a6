import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice";
import type { Unread } from "./search-params";

interface LeftOutProps {
  /** Nobody can read it, or there is no place to measure a distance from. */
  why: "unread" | "unmeasured";
  what: readonly Unread[];
}

/** What the address says and cannot apply; everything else of it does. */
export function LeftOut({ why, what }: LeftOutProps) {
  const { t } = useTranslation("search");
  const labels = what.map((one) => (one === "sort" ? t("sort.label") : t(`limit.${one}`)));
  return <Notice tone="wait">{t(why, { what: labels.join(", ") })}</Notice>;
}
