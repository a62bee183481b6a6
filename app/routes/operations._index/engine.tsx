import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { formatMoment, formatNumber } from "~/ui/format";
import { Notice } from "~/ui/notice";

interface Check {
  index: string;
  checkedAt: string;
  held: number;
  differing: number;
  kinds: { missing: number; orphaned: number; stale: number; unreadable: number };
}

interface EngineProps {
  engine: string;
  version: string | null;
  /** The oldest version that would do, where this one is too old. */
  needs: string | null;
  restingSince: string | null;
  restingBecause: string;
  /** It takes no changes, or takes them again and has yet to be given those that wait. */
  writes: { restingSince: string; because: string; backAt: string | null } | null;
  degraded: { since: string; answers: number; because: string } | null;
  checks: readonly Check[];
  timeZone: string;
}

const NAMES: Record<string, string> = { postgres: "PostgreSQL", meilisearch: "Meilisearch" };

/** One search engine: its version, whether it answers, and what the last comparison of its indexes with the rows found. */
export function Engine({
  engine,
  version,
  needs,
  restingSince,
  restingBecause,
  writes,
  degraded,
  checks,
  timeZone,
}: EngineProps) {
  const { t, i18n } = useTranslation("operations");
  const moment = (at: string) => formatMoment(at, i18n.language, timeZone);
  const number = (value: number) => formatNumber(value, i18n.language);
  const named = NAMES[engine] ?? engine;
  const reason = (because: string) => t(`because.${because as "engine_down"}`, { defaultValue: "" });
  return (
    <div className="space-y-3">
      <h3 className="text-title-3 font-semibold">{version ? `${named} ${version}` : named}</h3>
      {needs && <Notice tone="stop">{t("tooOld", { version, needs })}</Notice>}
      {restingSince && (
        <Notice tone="stop">
          {[t("degraded", { engine: named, moment: moment(restingSince) }), reason(restingBecause)].join(" ")}
        </Notice>
      )}
      {writes && (
        <Notice tone={writes.backAt ? "wait" : "stop"}>
          {writes.backAt
            ? t("catchingUp", { engine: named, since: moment(writes.restingSince), moment: moment(writes.backAt) })
            : [t("takesNothing", { engine: named, moment: moment(writes.restingSince) }), reason(writes.because)].join(
                " ",
              )}
        </Notice>
      )}
      {degraded && (
        <Notice tone="wait">
          {[
            t("answers", { count: degraded.answers, engine: named, moment: moment(degraded.since) }),
            reason(degraded.because),
          ].join(" ")}
        </Notice>
      )}
      {checks.length === 0 ? (
        <p>{t("notChecked")}</p>
      ) : (
        <DescriptionList
          rows={checks.map(({ index, checkedAt, held, differing, kinds }) => ({
            key: index,
            name: t(index === "interests" ? "index.interests" : "index.placements"),
            value: [
              t("held", { count: held, number: number(held) }),
              differing === 0
                ? t("inOrder")
                : t("differs", {
                    missing: number(kinds.missing),
                    orphaned: number(kinds.orphaned),
                    stale: number(kinds.stale),
                    unreadable: number(kinds.unreadable),
                  }),
              t("checkedAt", { moment: moment(checkedAt) }),
            ].join(" "),
          }))}
        />
      )}
    </div>
  );
}
