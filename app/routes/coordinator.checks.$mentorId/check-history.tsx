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
  /** Who took the entry back as one of another person, and when; null where nobody did. */
  withdrawn: { by: string | null; at: string } | null;
}

/** Every entry, the newest check first; those that were corrected or withdrawn stay, folded away. */
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
      {entry.withdrawn && (
        <p className="font-semibold">
          {t(entry.withdrawn.by ? "history.withdrawnBy" : "history.withdrawnAt", {
            name: entry.withdrawn.by,
            when: formatMoment(entry.withdrawn.at, i18n.language, timeZone),
          })}
        </p>
      )}
      {!entry.isReplaced && (
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink to={`?correct=${entry.id}#form`}>{t("history.correct")}</TextLink>
          <TextLink to={`?withdraw=${entry.id}#form`}>{t("history.withdraw")}</TextLink>
        </p>
      )}
    </Row>
  );
}
