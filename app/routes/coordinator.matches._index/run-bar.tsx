import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { MODES, type Mode } from "~/domain/matching/mode";
import type { PlanCounts } from "~/domain/matching/plan-counts";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import { formatMoment, formatNames } from "~/ui/format";
import { LiveRegion } from "~/ui/live-region";
import { Notice } from "~/ui/notice";

interface RunBarProps {
  running: { state: string; progress: number; failure?: string } | null;
  /** The plan on the board; null when none was made. */
  made: { at: string; mode: Mode; pairs: number } | null;
  counts: PlanCounts | null;
  timeZone: string;
}

const LOOK_AGAIN_MS = 1_000;

/** When the plan was made, how many it places, and the way to a new one. While one is made, the page looks again by itself. */
export function RunBar({ running, made, counts, timeZone }: RunBarProps) {
  const { t, i18n } = useTranslation(["matching", "plans"]);
  const { revalidate, state } = useRevalidator();
  const hasFailed = running?.state === "failed";
  const isMoving = running !== null && !hasFailed;
  const failed = hasFailed ? t(running.failure === "plan_not_sound" ? "board.unsound" : "board.failed") : null;
  useEffect(() => {
    if (!isMoving || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isMoving, state, revalidate]);
  return (
    <div className="space-y-3">
      <RunNews isMoving={isMoving} failed={failed} finishedAt={made?.at ?? null} />
      {running && (
        <Notice tone={hasFailed ? "stop" : "wait"}>
          {failed}
          {running.state === "queued" && t("board.queued")}
          {running.state === "running" && t("board.running", { progress: running.progress })}
        </Notice>
      )}
      {counts && <PlanFacts counts={counts} slate={made?.mode === "slate" ? made : null} />}
      <Form className="space-y-2">
        <Disclosure summary={t("plans:kind.choose")}>
          <RadioGroup
            name="mode"
            required
            label={t("plans:kind.choose")}
            // The kind of the plan on the board, unless somebody chooses another one.
            key={made?.mode}
            defaultValue={made?.mode ?? "balanced"}
            choices={MODES.map((mode) => ({
              value: mode,
              label: t(`plans:runs.mode.${mode}`),
              hint: t(`plans:kind.for.${mode}`),
            }))}
          />
        </Disclosure>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button name="intent" value="run" look={made === null ? "primary" : "quiet"}>
            {t("board.run")}
          </Button>
          {made && (
            <span className="text-ink-soft">
              {t("board.ranAt", {
                kind: t(`plans:runs.mode.${made.mode}`),
                moment: formatMoment(made.at, i18n.language, timeZone),
              })}
            </span>
          )}
        </div>
      </Form>
    </div>
  );
}

/** Says that a plan is on its way, and how it ended, once each: the number that counts up is only to be seen. */
function RunNews({
  isMoving,
  failed,
  finishedAt,
}: {
  isMoving: boolean;
  failed: string | null;
  finishedAt: string | null;
}) {
  const { t } = useTranslation("matching");
  const seen = useRef({ finishedAt, failed });
  return (
    <LiveRegion>
      {isMoving && t("board.onItsWay")}
      {!isMoving && !seen.current.failed && failed}
      {!isMoving && !failed && finishedAt !== seen.current.finishedAt && t("board.ready")}
    </LiveRegion>
  );
}

/** All students by where they stand, in a sentence that adds up; a group without anybody is left out. */
function PlanFacts({ counts, slate }: { counts: PlanCounts; slate: { pairs: number } | null }) {
  const { t, i18n } = useTranslation("matching");
  const groups = [
    { count: counts.proposed, words: t("board.proposed", { count: counts.proposed }) },
    { count: counts.withoutPlace, words: t("board.withoutPlace", { count: counts.withoutPlace }) },
    { count: counts.underWay, words: t("board.underWay", { count: counts.underWay }) },
    { count: counts.resting, words: t("board.resting", { count: counts.resting }) },
  ].filter(({ count }) => count > 0);
  const standing = formatNames(
    groups.map(({ words }) => words),
    i18n.language,
  );
  return (
    <p>
      {groups.length > 0 && `${t("board.standing", { count: counts.students, standing })} `}
      {slate && `${t("board.pairs", { count: slate.pairs })} `}
      {t(slate ? "board.places" : "board.seats", { count: counts.openSeats })}
    </p>
  );
}
