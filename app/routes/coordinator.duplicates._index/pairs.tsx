import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { formatMoment, formatNames } from "~/ui/format";

interface PairsProps {
  label: string;
  /** What stands there where no two look alike. */
  none: string;
  pairs: { to: string; names: string[]; because: string[] }[];
}

/** Two and two that may be the same, each with by what they are alike. */
export function Pairs({ label, none, pairs }: PairsProps) {
  const { language } = useTranslation().i18n;
  if (pairs.length === 0) return <p>{none}</p>;
  return (
    <RowList label={label}>
      {pairs.map(({ to, names, because }) => (
        <Row key={to} to={to} title={formatNames(names, language)} detail={formatNames(because, language)} />
      ))}
    </RowList>
  );
}

interface MadeProps {
  merges: { id: string; gone: string; kept: string; mergedAt: string; school: string }[];
  /** Under which path each has its page. */
  at: string;
  timeZone: string;
}

/** What was made one in the last week. Nothing where nothing was. */
export function Made({ merges, at, timeZone }: MadeProps) {
  const { t, i18n } = useTranslation("merges");
  if (merges.length === 0) return null;
  return (
    <section className="space-y-3">
      <h3>{t("recent")}</h3>
      <RowList label={t("recent")}>
        {merges.map(({ id, gone, kept, mergedAt, school }) => (
          <Row
            key={id}
            to={`${at}/${id}`}
            title={t("undo.title", { gone, kept })}
            detail={t("by", { school, when: formatMoment(mergedAt, i18n.language, timeZone) })}
          />
        ))}
      </RowList>
    </section>
  );
}
