import { useTranslation } from "react-i18next";
import type { Mode } from "~/domain/matching/mode";
import { Row } from "~/ui/card";
import { formatNames } from "~/ui/format";
import { LongRowList } from "~/ui/long-row-list";
import { Section } from "~/ui/page";

interface Envy {
  studentId: string;
  student: string;
  listingId: string;
  title: string;
  /** What the student has instead. */
  has: string | null;
  /** Whom they fit the place better than; nobody where a seat is free. */
  over: readonly string[];
}

/** Students and places of the plan on the board that would rather have each other, and what a coordinator can do about it. */
export function EnvyList({ envy, all, mode }: { envy: readonly Envy[]; all: number; mode: Mode }) {
  const { t, i18n } = useTranslation("plans");
  if (all === 0)
    return (
      <Section title={t("envy.title")}>
        <p>{t(mode === "slate" ? "envy.slate" : "envy.none")}</p>
      </Section>
    );
  return (
    <Section title={t("envy.title")} lead={t("envy.lead")}>
      <p className="mb-4 max-w-text">{t("envy.act")}</p>
      <LongRowList label={t("envy.title")} items={envy}>
        {(row) => (
          <Row
            key={`${row.studentId} ${row.listingId}`}
            to={`/coordinator/matches/pairs/${row.studentId}/${row.listingId}`}
            title={row.student}
            detail={
              row.over.length > 0
                ? t("envy.over", { title: row.title, names: formatNames(row.over, i18n.language) })
                : t("envy.free", { title: row.title })
            }
          >
            <p className="text-ink-soft">{row.has ? t("envy.has", { title: row.has }) : t("envy.hasNone")}</p>
          </Row>
        )}
      </LongRowList>
      {all > envy.length && <p>{t("compare.shown", { shown: envy.length, all })}</p>}
    </Section>
  );
}
