import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice";
import type { Unread } from "./search-params";

/** What the address says and nobody can read; everything else of it applies. */
export function LeftOut({ unread }: { unread: readonly Unread[] }) {
  const { t } = useTranslation("search");
  const labels = unread.map((one) => (one === "sort" ? t("sort.label") : t(`limit.${one}`)));
  return <Notice tone="wait">{t("unread", { what: labels.join(", ") })}</Notice>;
}
