import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";

interface RunBarProps {
  running: { state: string; progress: number; failure?: string } | null;
  finishedAt: string | null;
  audit: { students: number; placed: number; openSeats: number } | null;
  timeZone: string;
}

const LOOK_AGAIN_MS = 1_000;

/** When the plan was made, how many it places, and the way to a new one. While one is made, the page looks again by itself. */
export function RunBar({ running, finishedAt, audit, timeZone }: RunBarProps) {
  const { t, i18n } = useTranslation("matching");
  const { revalidate, state } = useRevalidator();
  const isMoving = running !== null && running.state !== "failed";
  useEffect(() => {
    if (!isMoving || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isMoving, state, revalidate]);
  return (
    <div className="space-y-3">
      {running && (
        <Notice tone={running.state === "failed" ? "stop" : "wait"}>
          <span role="status">
            {running.state === "failed" && t(running.failure === "plan_not_sound" ? "board.unsound" : "board.failed")}
            {running.state === "queued" && t("board.queued")}
            {running.state === "running" && t("board.running", { progress: running.progress })}
          </span>
        </Notice>
      )}
      {audit && <p>{t("board.facts", { placed: audit.placed, students: audit.students, seats: audit.openSeats })}</p>}
      <Form className="flex flex-wrap items-center gap-4">
        <Button name="intent" value="run" look={finishedAt === null ? "primary" : "quiet"}>
          {t("board.run")}
        </Button>
        {finishedAt && (
          <span className="text-ink-soft">
            {t("board.ranAt", { moment: formatMoment(finishedAt, i18n.language, timeZone) })}
          </span>
        )}
      </Form>
    </div>
  );
}
