import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Step {
  key: string;
  title: ReactNode;
  detail?: ReactNode;
  /** `plain` where the steps describe a way and nobody is on it. */
  state: "done" | "current" | "ahead" | "plain";
}

const dots: Record<Step["state"], string> = {
  done: "border-go bg-go text-surface",
  current: "border-accent bg-accent text-on-accent",
  plain: "border-accent bg-surface text-accent",
  ahead: "border-line-strong bg-surface text-ink-soft",
};

/** What happens, in order, and where we are. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const { t } = useTranslation();
  return (
    <ol aria-label={label}>
      {steps.map(({ key, title, detail, state }, place) => (
        <li
          key={key}
          aria-current={state === "current" ? "step" : undefined}
          className="relative flex gap-4 pb-6 last:pb-0"
        >
          {place < steps.length - 1 && (
            <span aria-hidden className="absolute start-[15px] top-9 bottom-1 border-s-2 border-line" />
          )}
          <span
            aria-hidden
            className={`grid size-8 shrink-0 place-items-center rounded-full border-2 text-small font-semibold tabular-nums ${dots[state]}`}
          >
            {state === "done" ? <Check className="size-4" /> : place + 1}
          </span>
          <div className="min-w-0 pt-0.5">
            <p className={state === "ahead" ? "" : "font-semibold"}>
              {title}
              {state !== "plain" && <span className="heard-only"> {t(`step.${state}`)}</span>}
            </p>
            {detail && <div className="text-ink-soft">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
