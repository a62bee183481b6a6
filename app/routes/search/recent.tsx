import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** What was looked for on this device before, and the way to forget it. */
export function Recent({ texts, onClear }: { texts: readonly string[]; onClear: () => void }) {
  const { t } = useTranslation("search");
  if (texts.length === 0) return null;
  return (
    <nav aria-labelledby="recent" className="flex flex-wrap items-center gap-x-4">
      <h2 id="recent" className="font-sans text-base font-semibold">
        {t("recent.title")}
      </h2>
      <ul className="flex flex-wrap gap-x-4">
        {texts.map((text) => (
          <li key={text}>
            <Link
              to={`/search?${new URLSearchParams({ q: text })}`}
              className="inline-flex min-h-11 max-w-text items-center text-accent underline underline-offset-4"
            >
              <span className="break-words">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onClear} className="min-h-11 text-ink-soft underline underline-offset-4">
        {t("recent.clear")}
      </button>
    </nav>
  );
}
