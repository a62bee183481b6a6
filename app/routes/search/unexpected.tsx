import { useTranslation } from "react-i18next";
import type { SearchResult } from "~/features/search/search-result";
import { RowList } from "~/ui/card";
import { ResultRow } from "./result-row";

/** A lane of its own under the results: what the student did not look for. */
export function Unexpected({ results }: { results: readonly SearchResult[] }) {
  const { t } = useTranslation("search");
  if (results.length === 0) return null;
  return (
    <section aria-labelledby="unexpected" className="space-y-4 border-t border-line pt-6">
      <div>
        <h2 id="unexpected" className="text-title-2">
          {t("unexpected.title")}
        </h2>
        <p className="mt-1 max-w-text text-ink-soft">{t("unexpected.lead")}</p>
      </div>
      <RowList label={t("unexpected.title")}>
        {results.map((result) => (
          <ResultRow key={result.listingId} result={result} forStudent />
        ))}
      </RowList>
    </section>
  );
}
