import { useTranslation } from "react-i18next";
import { Row, RowList } from "~/ui/card";
import { formatMoment } from "~/ui/format";
import { Pagination } from "~/ui/pagination";
import { Badge } from "~/ui/status";
import type { Tone } from "~/ui/tone";

const TONES = { running: "wait", complete: "go", partial: "wait", unavailable: "stop" } as const satisfies Record<
  string,
  Tone
>;
type State = keyof typeof TONES;

interface CheckListProps {
  checks: readonly {
    id: string;
    state: string;
    started_at: string;
    lines: number;
    found: number;
    asked_by: string | null;
    unasked: readonly {
      accountId: string | null;
      stripeAccount: string;
      result: "no_key" | "refused" | "unavailable";
    }[];
  }[];
  list: { page: number; pages: number };
  /** The account that no admin entered is the stand-in, not one that the settings of the server name. */
  isStandIn: boolean;
  timeZone: string;
}

/** A page of the checks, the newest first: when, by whom, and what each found. */
export function CheckList({ checks, list: { page, pages }, isStandIn, timeZone }: CheckListProps) {
  const { t, i18n } = useTranslation("fund");
  const unentered = t(isStandIn ? "checks.standIn" : "checks.serverAccount");
  if (checks.length === 0) return <p className="text-ink-soft">{t("checks.none")}</p>;
  return (
    <div className="space-y-4">
      <RowList label={t("checks.earlier")}>
        {checks.map((check) => (
          <Row
            key={check.id}
            title={formatMoment(check.started_at, i18n.language, timeZone)}
            detail={[
              t("checks.lines", { count: check.lines }),
              check.found > 0 && t("checks.found", { count: check.found }),
              check.found === 0 && check.state === "complete" && t("checks.nothingNew"),
              check.found === 0 && check.state === "partial" && t("checks.nothingNewThere"),
              t(check.asked_by ? "checks.byHand" : "checks.byTheClock"),
            ]
              .filter(Boolean)
              .join(" · ")}
            status={<Badge tone={TONES[check.state as State]}>{t(`checks.state.${check.state as State}`)}</Badge>}
          >
            {check.state === "partial" &&
              check.unasked.map(({ accountId, result, stripeAccount }) => (
                <p key={accountId}>
                  {t(`checks.unasked.${result}`, {
                    account: stripeAccount || (accountId === null ? unentered : t("checks.unnamedAccount")),
                  })}
                </p>
              ))}
          </Row>
        ))}
      </RowList>
      <Pagination page={page} pages={pages} of={{ parameter: "checks", name: t("checks.earlier") }} />
    </div>
  );
}
