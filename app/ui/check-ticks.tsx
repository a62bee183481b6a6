import { useTranslation } from "react-i18next";
import type { Check } from "~/domain/matching/eligibility";
import { useMatchWords } from "./match-words";
import { Badge } from "./status";

const TONES = { met: "go", unmet: "stop", unknown: "info" } as const;

/** Each constraint of a pair as a tick, with the datum it was judged by. */
export function CheckTicks({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation("matching");
  const { datum } = useMatchWords();
  return (
    <ul aria-label={t("pair.checks")} className="flex flex-wrap gap-2">
      {checks.map((check) => (
        <li key={check.check}>
          <Badge tone={TONES[check.state]}>
            {[`${t(`check.${check.check}`)}: ${t(`pair.${check.state}`)}`, datum(check)].filter(Boolean).join(" · ")}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
