import { useTranslation } from "react-i18next";
import type { comparePlans } from "~/features/matching/compare-plans.server";
import { Notice } from "~/ui/notice";
import { PlanFiguresTable } from "~/ui/plan-figures";
import { SincePlan } from "~/ui/since-plan";
import { EnvyList } from "./envy-list";
import { OtherPlaces } from "./other-places";

type Comparison = Extract<Awaited<ReturnType<typeof comparePlans>>, { ok: true }>["value"];

const FIGURES = ["placed", "topChoice", "pairs", "floor", "fifthPercentile", "median", "total"] as const;

/** The plan on the board beside one of another kind, and who envies whom in the one on the board. */
export function OtherKind({ mode, compared }: { mode: "stable" | "slate"; compared: Comparison }) {
  const { t } = useTranslation("plans");
  const { board, other, envy, envious, decidedSince } = compared;
  return (
    <>
      <SincePlan since={{ counted: 0, left: decidedSince }} />
      <p>{t(mode === "stable" ? "compare.stableText" : "compare.slateText")}</p>
      {other.ok ? (
        <>
          <PlanFiguresTable
            rows={FIGURES.map((key) => ({ key, board: board[key], other: other.value.numbers[key] }))}
            other={t(`compare.${mode}`)}
          />
          <OtherPlaces of={other.value} first={t("figure.board")} second={t(`compare.${mode}`)} />
        </>
      ) : (
        <Notice tone="stop" title={t("compare.refused")}>
          {t(`whatIf.fault.${other.reason}`)}
        </Notice>
      )}
      <EnvyList envy={envy} all={envious} />
    </>
  );
}
