import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { type PairRuling, RulingForm, RulingWords } from "~/ui/ruling-form";
import { useText } from "~/ui/use-text";

interface Settled extends PairRuling {
  studentId: string;
  student: string;
  listingId: string;
  title: string;
  at: string;
  /** Why no plan can keep it now. */
  rests?: string;
}

const RESTS = ["in_view", "not_looking", "lock_over_capacity", "lock_not_eligible", "unknown_pair"];

/** What coordinators settled about pairs, the newest first, each with its way back. */
export function SettledList({
  rulings,
  reply,
  timeZone,
}: {
  rulings: readonly Settled[];
  reply: FormReply | undefined;
  timeZone: string;
}) {
  const { t, i18n } = useTranslation("board");
  const text = useText();
  if (rulings.length === 0) return <p>{t("settled.none")}</p>;
  return (
    <RowList label={t("settled.tab")}>
      {rulings.map((row) => (
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
          {row.rests && (
            <Notice tone="wait">
              {text(
                `board:settled.rests.${RESTS.includes(row.rests) ? row.rests : "other"}` as "board:settled.rests.other",
              )}
            </Notice>
          )}
        </Row>
      ))}
    </RowList>
  );
}
