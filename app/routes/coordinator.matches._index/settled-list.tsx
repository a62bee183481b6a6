import { useTranslation } from "react-i18next";
import type { Mode } from "~/domain/matching/mode";
import { Row, RowList } from "~/ui/card";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { restWords } from "~/ui/rest-words";
import { type PairRuling, RulingForm, RulingWords } from "~/ui/ruling-form";
import { SincePlan } from "~/ui/since-plan";
import { type PriceView, PriceWords } from "~/ui/why-not";

interface Settled extends PairRuling {
  studentId: string;
  student: string;
  listingId: string;
  title: string;
  at: string;
  /** Why no plan can keep it now. */
  rests?: string;
  /** What a lock costs in the plan on the board; absent for a pair that is ruled out, and where there is no plan to ask. */
  price?: PriceView;
}

/** What coordinators settled about pairs, the newest first, each with its way back. */
export function SettledList({
  settled: { rows, mode, since, unpriced, isShut },
  reply,
  timeZone,
}: {
  /** `unpriced`: so many locks have a price that is asked pair by pair. `isShut`: the plan does not open, so that none has one. */
  settled: {
    rows: readonly Settled[];
    mode: Mode;
    since: { counted: number; left: number };
    unpriced: number;
    isShut: boolean;
  };
  reply: FormReply | undefined;
  timeZone: string;
}) {
  const { t, i18n } = useTranslation(["board", "plans"]);
  if (rows.length === 0) return <p>{t("settled.none")}</p>;
  return (
    <>
      {isShut && <Notice tone="stop">{t("plans:noPlan.shutText")}</Notice>}
      {unpriced > 0 && (
        <p className="text-ink-soft">
          {t("plans:kind.noLockPrices", {
            kind: t(`plans:runs.mode.${mode}`),
            shown: rows.filter(({ price }) => price).length,
          })}
        </p>
      )}
      {rows.some(({ price }) => price) && <SincePlan since={since} />}
      <RowList label={t("settled.tab")}>
        {rows.map((row) => (
          <Row
            key={`${row.studentId} ${row.listingId}`}
            to={`/coordinator/matches/pairs/${row.studentId}/${row.listingId}`}
            title={`${row.student} → ${row.title}`}
            detail={t("settled.when", {
              by: row.by ?? t("pair.somebody"),
              moment: formatMoment(row.at, i18n.language, timeZone),
            })}
            actions={<RulingForm pair={row} ruling={row} reply={reply} />}
          >
            <RulingWords ruling={row} />
            {row.rests && <Notice tone="wait">{restWords(t, row.rests)}</Notice>}
            {row.price && <PriceWords title={t("plans:whyNot.release")} price={row.price} mode={mode} />}
          </Row>
        ))}
      </RowList>
    </>
  );
}
