import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "./format";

export interface ScorePart {
  key: string;
  label: ReactNode;
  /** Points this part adds; the parts sum to the total. */
  points: number;
  /** Points it could add at most. */
  of: number;
}

interface ScoreBarsProps {
  parts: readonly ScorePart[];
  /** Says what is scored, for the list's name. */
  label: string;
}

/** A score taken apart: each part's bar in the share of the whole it can give, and the sum under them. */
export function ScoreBars({ parts, label }: ScoreBarsProps) {
  const { t, i18n } = useTranslation();
  const most = Math.max(...parts.map(({ of }) => of), 1);
  const show = (points: number) => formatNumber(Math.round(points), i18n.language);
  const sum = (pick: "points" | "of") => parts.reduce((total, part) => total + part[pick], 0);
  return (
    <div>
      <ul aria-label={label} className="space-y-2">
        {parts.map((part) => (
          <li key={part.key}>
            <div className="flex justify-between gap-4">
              <span>{part.label}</span>
              <span className="whitespace-nowrap text-ink-soft tabular-nums">
                {t("score.part", { points: show(part.points), of: show(part.of) })}
              </span>
            </div>
            <svg aria-hidden viewBox="0 0 100 2" preserveAspectRatio="none" className="mt-1 block h-2 w-full">
              <rect width={(100 * part.of) / most} height="2" className="fill-line" />
              <rect width={(100 * Math.max(part.points, 0)) / most} height="2" className="fill-accent" />
            </svg>
          </li>
        ))}
      </ul>
      <p className="mt-3 flex justify-between gap-4 border-t border-line pt-2 font-semibold">
        <span>{t("score.total")}</span>
        <span className="tabular-nums">{t("score.part", { points: show(sum("points")), of: show(sum("of")) })}</span>
      </p>
    </div>
  );
}
