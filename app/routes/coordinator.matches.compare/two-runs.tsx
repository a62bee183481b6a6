import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { compareRuns } from "~/features/matching/compare-runs.server";
import { Button } from "~/ui/button";
import { Row } from "~/ui/card";
import { Select } from "~/ui/choice-fields";
import { EmptyState } from "~/ui/empty-state";
import { formatMoment } from "~/ui/format";
import { LongRowList } from "~/ui/long-row-list";
import { NoPlan } from "~/ui/no-plan";
import { Section } from "~/ui/page";
import { PlanFiguresTable } from "~/ui/plan-figures";
import { useText } from "~/ui/use-text";
import { OtherPlaces } from "./other-places";

type Runs = Extract<Awaited<ReturnType<typeof compareRuns>>, { ok: true }>["value"];
type Comparison = NonNullable<Runs["compared"]>;

const FIGURES = [
  "placed",
  "withoutPlace",
  "resting",
  "ownPlace",
  "topChoice",
  "pairs",
  "floor",
  "fifthPercentile",
  "median",
  "total",
] as const;

/** Two plans as they were made: which ones, what they come to, and what differs. */
export function TwoRuns({ runs: { runs, timeZone, compared } }: { runs: Runs }) {
  const { t, i18n } = useTranslation("plans");
  if (runs.length === 0) return <NoPlan why="no_plan" />;
  if (compared === null) return <EmptyState title={t("runs.one")}>{t("runs.oneText")}</EmptyState>;
  const momentOf = (runId: string) => {
    const run = runs.find(({ id }) => id === runId);
    return run ? formatMoment(run.finishedAt, i18n.language, timeZone) : "";
  };
  const choices = runs.map(({ id, mode, weightsVersion }) => ({
    value: id,
    label: t("runs.run", { moment: momentOf(id), mode: t(`runs.mode.${mode}`), version: weightsVersion }),
  }));
  // The choices above say which they are; repeated in every line their moments would hide what differs.
  const [first, second] = [t("runs.first"), t("runs.second")];
  return (
    <>
      <p>{t("runs.text")}</p>
      <Form method="get" className="space-y-6">
        <input type="hidden" name="with" value="runs" />
        <Select name="first" required label={t("runs.first")} defaultValue={compared.firstId} choices={choices} />
        <Select name="second" required label={t("runs.second")} defaultValue={compared.secondId} choices={choices} />
        <Button>{t("runs.compare")}</Button>
      </Form>
      <PlanFiguresTable
        rows={FIGURES.map((key) => ({ key, board: compared.first[key], other: compared.second[key] }))}
        board={first}
        other={second}
      />
      {(compared.first.ownPlace && compared.second.ownPlace) === null && <p>{t("runs.notCounted")}</p>}
      <OtherPlaces of={compared} first={first} second={second} />
      <LeftOver compared={compared} first={first} second={second} />
    </>
  );
}

function LeftOver({ compared, first, second }: { compared: Comparison; first: string; second: string }) {
  const { t } = useTranslation("plans");
  const text = useText();
  const { left, leftThen, leftNow, leftOver } = compared;
  const reason = (code: string | null) =>
    code === null
      ? t("runs.notLeft")
      : text(`matching:unmatchedReason.${code}` as "matching:unmatchedReason.crowded_out");
  return (
    <Section title={t("runs.left")} lead={t("runs.leftCounts", { before: leftThen, after: leftNow })}>
      {left.length > 0 && (
        <LongRowList label={t("runs.left")} items={left}>
          {(row) => (
            <Row
              key={row.studentId}
              to={`/coordinator/matches/students/${row.studentId}`}
              title={row.student}
              detail={t("compare.has", { plan: first, titles: reason(row.before) })}
            >
              <p>{t("compare.has", { plan: second, titles: reason(row.after) })}</p>
            </Row>
          )}
        </LongRowList>
      )}
      {leftOver > left.length && <p>{t("compare.shown", { shown: left.length, all: leftOver })}</p>}
    </Section>
  );
}
