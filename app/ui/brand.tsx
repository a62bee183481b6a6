import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** The mark: one line that goes through a school and a workplace. Drawn, so it takes the text's colour. */
export function BrandMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" fill="none" strokeWidth="2.6" strokeLinecap="round" className={className}>
      <path d="M2 21c5 0 5.5-10 11-10s6.5 10 11 10c2.5 0 4-1.6 6-4" className="stroke-accent" />
      <circle cx="13" cy="11" r="4.2" className="fill-paper stroke-accent" />
      <circle cx="24" cy="21" r="3" className="fill-wait" />
    </svg>
  );
}

/** The product's name, leading home. */
export function Brand({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className="inline-flex min-h-11 items-center gap-2 font-serif text-title-3 font-semibold text-ink">
      <BrandMark />
      {t("product")}
    </Link>
  );
}
