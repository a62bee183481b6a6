import { useSearchParams } from "@remix-run/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";

interface PaginationProps {
  /** Counted from 1. */
  page: number;
  pages: number;
  /** Name of the query parameter that holds the page. */
  parameter?: string;
}

/** Links to the page before and after; the rest of the address stays as it is. */
export function Pagination({ page, pages, parameter = "page" }: PaginationProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (target: number) => {
    const next = new URLSearchParams(search);
    if (target === 1) next.delete(parameter);
    else next.set(parameter, String(target));
    return `?${next}`;
  };
  return (
    <nav aria-label={t("pages.label")} className="flex flex-wrap items-center gap-4 print:hidden">
      {page > 1 && (
        <LinkButton to={to(page - 1)} rel="prev" icon={ArrowLeft}>
          {t("pages.previous")}
        </LinkButton>
      )}
      <span className="tabular-nums">{t("pages.place", { page, pages })}</span>
      {page < pages && (
        <LinkButton to={to(page + 1)} rel="next" icon={ArrowRight} className="flex-row-reverse">
          {t("pages.next")}
        </LinkButton>
      )}
    </nav>
  );
}
