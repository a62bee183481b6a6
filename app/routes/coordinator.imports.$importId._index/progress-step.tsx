import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { ProgressBar } from "~/ui/progress-bar";
import { PutAside } from "./put-aside";
import type { RunView } from "./view.server";

const POLL_MS = 1_000;

/** How far the worker is. The page asks again every second; without scripts the browser loads it again. */
export function ProgressStep({ view, reply }: { view: RunView; reply: FormReply | undefined }) {
  const { t } = useTranslation("imports");
  const { state, progress, rowCount, isStalled } = view;
  useAskingAgain();
  return (
    <Section title={t("progress.title")}>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <div className="space-y-6">
        <ProgressBar
          words={state === "mapped" ? t("progress.waiting") : t("progress.words", { done: progress, of: rowCount })}
          done={progress}
          of={rowCount}
        />
        {isStalled ? <Stalled reply={reply} /> : <p className="text-ink-soft">{t("progress.leave")}</p>}
        <PutAside textKey="stop" />
      </div>
    </Section>
  );
}

function Stalled({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("imports");
  return (
    <Notice tone="wait" title={t("progress.stalled")}>
      <p>{t("progress.stalledText")}</p>
      <Form reply={reply} className="mt-3">
        <Button look="primary" name="intent" value="resume">
          {t("progress.resume")}
        </Button>
      </Form>
    </Notice>
  );
}

function useAskingAgain(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, POLL_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
}
