import { useTranslation } from "react-i18next";
import type { CheckStanding } from "~/domain/clearance/standing";
import { CheckBadge } from "~/ui/check-badge";
import { DescriptionList } from "~/ui/description-list";
import { formatDay } from "~/ui/format";
import { useCheckType } from "~/ui/use-check-type";

/** How the mentor stands for each kind of check that the school asks for. */
export function KindStandings({ standings }: { standings: readonly (CheckStanding & { type: string })[] }) {
  const { t, i18n } = useTranslation("clearances");
  const typeName = useCheckType();
  return (
    <DescriptionList
      rows={standings.map(({ type, state, endsOn }) => ({
        key: type,
        name: typeName(type),
        value: (
          <span className="flex flex-wrap items-baseline gap-x-3">
            <CheckBadge state={state} />
            {endsOn && (
              <span>
                {t(state === "expired" ? "ended" : "counts", {
                  day: formatDay(endsOn, i18n.language, { withYear: true }),
                })}
              </span>
            )}
          </span>
        ),
      }))}
    />
  );
}
