import { useSearchParams } from "@remix-run/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { HeardName } from "./heard-name";

interface PaginationProps {
  /** Counted from 1. */
  page: number;
  pages: number;
  /** A list among others of its page. */
  of?: {
    /** Name of the query parameter that holds its page, and of the section that it stands in. */
    parameter: string;
    /** What it is called, for who hears the page. */
    name: string;
  };
}

/** Links to the page before and after; the rest of the address stays as it is. */
export function Pagination({ page, pages, of }: PaginationProps) {
  const { t } = useTranslation();
  const parameter = of?.parameter ?? "page";
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (target: number) => {
    const next = new URLSearchParams(search);
    if (target === 1) next.delete(parameter);
    else next.set(parameter, String(target));
    return of ? `?${next}#${parameter}` : `?${next}`;
  };
  return (
    <nav
      aria-label={of ? `${t("pages.label")}: ${of.name}` : t("pages.label")}
      className="flex flex-wrap items-center gap-4 print:hidden"
    >
      {page > 1 && (
        <LinkButton to={to(page - 1)} rel="prev" icon={ArrowLeft}>
          <span>
            {t("pages.previous")}
            {of && <HeardName>{of.name}</HeardName>}
          </span>
        </LinkButton>
      )}
      <span className="tabular-nums">{t("pages.place", { page, pages })}</span>
      {page < pages && (
        <LinkButton to={to(page + 1)} rel="next" icon={ArrowRight} className="flex-row-reverse">
          <span>
            {t("pages.next")}
            {of && <HeardName>{of.name}</HeardName>}
          </span>
        </LinkButton>
      )}
    </nav>
  );
}
