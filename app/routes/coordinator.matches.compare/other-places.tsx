import { useTranslation } from "react-i18next";
import { Row } from "~/ui/card";
import { formatNames } from "~/ui/format";
import { LongRowList } from "~/ui/long-row-list";
import { Section } from "~/ui/page";

interface Moved {
  moved: number;
  moves: readonly { studentId: string; student: string; first: readonly string[]; second: readonly string[] }[];
}

/** Who has other places in the second plan: all that the first gives them, and all that the second does. */
export function OtherPlaces({ of: { moved, moves }, first, second }: { of: Moved; first: string; second: string }) {
  const { t, i18n } = useTranslation("plans");
  const listed = (titles: readonly string[]) =>
    titles.length === 0 ? t("nobody") : formatNames(titles, i18n.language);
  return (
    <Section title={t("compare.moves")} lead={moved === 0 ? t("compare.nobody") : t("compare.moved", { count: moved })}>
      {moved > 0 && (
        <LongRowList label={t("compare.moves")} items={moves}>
          {(move) => (
            <Row
              key={move.studentId}
              to={`/coordinator/matches/students/${move.studentId}`}
              title={move.student}
              detail={t("compare.has", { plan: first, titles: listed(move.first) })}
            >
              <p>{t("compare.has", { plan: second, titles: listed(move.second) })}</p>
            </Row>
          )}
        </LongRowList>
      )}
      {moved > moves.length && <p>{t("compare.shown", { shown: moves.length, all: moved })}</p>}
    </Section>
  );
}
