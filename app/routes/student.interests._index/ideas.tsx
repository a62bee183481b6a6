import { useTranslation } from "react-i18next";
import type { SearchResult } from "~/features/search/search-result";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { useFitWords } from "~/ui/fit-words";
import { Notice } from "~/ui/notice";
import { NoticePlace } from "~/ui/notice-place";
import { Section } from "~/ui/page";

interface IdeasProps {
  ideas: { fitting: readonly SearchResult[] | null; degraded: boolean; unexpected: SearchResult | null };
}

/** Ten placements that fit, and one the student would not think of. */
export function Ideas({ ideas: { fitting, degraded, unexpected } }: IdeasProps) {
  const { t } = useTranslation(["interests", "search"]);
  const search = <LinkButton to="/search">{t("ideas.search")}</LinkButton>;
  return (
    <>
      <Section title={t("ideas.title")} actions={fitting && fitting.length > 0 && search}>
        <NoticePlace>{degraded && <Notice tone="wait">{t("search:degraded")}</Notice>}</NoticePlace>
        {!fitting ? (
          <Notice tone="stop" title={t("search:away.title")}>
            {t("ideas.away")}
          </Notice>
        ) : fitting.length === 0 ? (
          <EmptyState title={t("ideas.none")} action={search} />
        ) : (
          <RowList label={t("ideas.title")}>
            {fitting.map((result) => (
              <Idea key={result.listingId} result={result} />
            ))}
          </RowList>
        )}
      </Section>
      {unexpected && (
        <Section title={t("ideas.unexpected")} lead={t("ideas.unexpectedHint")}>
          <RowList label={t("ideas.unexpected")}>
            <Idea result={unexpected} />
          </RowList>
        </Section>
      )}
    </>
  );
}

function Idea({ result }: { result: SearchResult }) {
  const words = useFitWords();
  const [reason] = result.fit?.reasons ?? [];
  return (
    <Row to={`/placements/${result.listingId}`} title={result.title} detail={result.organisation}>
      {reason && <p className="text-accent">{words.reason(reason)}</p>}
    </Row>
  );
}
