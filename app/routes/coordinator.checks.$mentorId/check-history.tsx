import { useTranslation } from "react-i18next";
import type { ClearanceResult } from "~/domain/clearance/kinds";
import { Row, RowList } from "~/ui/card";
import { Disclosure } from "~/ui/disclosure";
import { formatDay, formatMoment } from "~/ui/format";
import { Badge } from "~/ui/status";
import { TextLink } from "~/ui/text-link";
import type { Tone } from "~/ui/tone";
import { useCheckType } from "~/ui/use-check-type";

const TONES = { clear: "go", not_clear: "stop", pending: "wait" } as const satisfies Record<ClearanceResult, Tone>;

interface Entry {
  id: string;
  type: string;
  result: string;
  checkedOn: string;
  expiresOn: string | null;
  reference: string;
  /** Empty for entries that nobody at the school wrote. */
  by: string | null;
  at: string;
  isReplaced: boolean;
}

/** Every entry, the newest check first; those that were corrected stay, folded away. */
export function CheckHistory({ checks, timeZone }: { checks: readonly Entry[]; timeZone: string }) {
  const { t } = useTranslation("clearances");
  if (checks.length === 0) return <p className="text-ink-soft">{t("history.none")}</p>;
  const replaced = checks.filter(({ isReplaced }) => isReplaced);
  return (
    <div className="space-y-4">
      <RowList label={t("history.title")}>
        {checks
          .filter(({ isReplaced }) => !isReplaced)
          .map((entry) => (
            <EntryRow key={entry.id} entry={entry} timeZone={timeZone} />
          ))}
      </RowList>
      {replaced.length > 0 && (
        <Disclosure summary={t("history.replaced", { count: replaced.length })}>
          <RowList label={t("history.replacedLabel")}>
            {replaced.map((entry) => (
              <EntryRow key={entry.id} entry={entry} timeZone={timeZone} />
            ))}
          </RowList>
        </Disclosure>
      )}
    </div>
  );
}

function EntryRow({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { t, i18n } = useTranslation("clearances");
  const typeName = useCheckType();
  const dayOf = (day: string) => formatDay(day, i18n.language, { withYear: true });
  const when = formatMoment(entry.at, i18n.language, timeZone);
  return (
    <Row
      title={typeName(entry.type)}
      detail={[
        t("history.checked", { day: dayOf(entry.checkedOn) }),
        entry.expiresOn && t("counts", { day: dayOf(entry.expiresOn) }),
        entry.reference && t("history.reference", { reference: entry.reference }),
      ]
        .filter(Boolean)
        .join(" · ")}
      status={
        <Badge tone={TONES[entry.result as ClearanceResult]}>{t(`result.${entry.result as ClearanceResult}`)}</Badge>
      }
    >
      <p className="text-small text-ink-soft">
        {entry.by ? t("history.by", { name: entry.by, when }) : t("history.at", { when })}
      </p>
      {!entry.isReplaced && (
        <p>
          <TextLink to={`?correct=${entry.id}#form`}>{t("history.correct")}</TextLink>
        </p>
      )}
    </Row>
  );
}
