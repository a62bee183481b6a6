import { Link } from "@remix-run/react";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Limit } from "~/features/search/search-wish";
import { type Names, useLimitWords } from "./facet-panel";
import { addressWithout, addressWithoutLimits, chosenValues, PARAMETERS } from "./search-params";

/** Every limit that is set, each with a link that takes it off. */
export function Chips({ asked, names }: { asked: URLSearchParams; names: Names }) {
  const { t } = useTranslation("search");
  const words = useLimitWords(names);
  const set = (Object.keys(PARAMETERS) as Limit[]).flatMap((limit) =>
    chosenValues(asked, limit).map((value) => ({ limit, value })),
  );
  if (set.length === 0) return null;
  return (
    <ul aria-label={t("chips.label")} className="flex flex-wrap items-center gap-2">
      {set.map(({ limit, value }) => (
        <li key={`${limit} ${value}`}>
          <Link
            to={addressWithout(asked, limit, value)}
            preventScrollReset
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 hover:border-accent hover:bg-accent-soft"
          >
            <span className="heard-only">{t("chips.remove")} </span>
            {words(limit, value)}
            <X aria-hidden className="size-4 shrink-0" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={addressWithoutLimits(asked)}
          preventScrollReset
          className="inline-flex min-h-11 items-center px-2 text-accent underline underline-offset-4"
        >
          {t("chips.removeAll")}
        </Link>
      </li>
    </ul>
  );
}
