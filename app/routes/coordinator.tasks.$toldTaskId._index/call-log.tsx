import { useTranslation } from "react-i18next";
import type { TaskView } from "~/features/tasks/open-task-to-tell.server";
import { RowList } from "~/ui/card";
import { formatDay, formatMoment } from "~/ui/format";

/** Every try with who made it, when, how, what came of it, and when somebody tries again. */
export function CallLog({ calls, timeZone }: { calls: TaskView["calls"]; timeZone: string }) {
  const { t, i18n } = useTranslation("calls");
  if (calls.length === 0) return <p className="mb-6">{t("log.none")}</p>;
  return (
    <div className="mb-6">
      <RowList label={t("log.title")}>
        {calls.map((call) => (
          <li key={call.id} className="space-y-1 py-3">
            <p className="font-semibold">
              {t(`outcome.${call.outcome as "reached"}`)} · {t(`channel.${call.channel as "phone"}`)}
            </p>
            <p className="text-ink-soft">
              {[formatMoment(call.called_at, i18n.language, timeZone), call.caller].filter(Boolean).join(" · ")}
            </p>
            {call.next_on && <p>{t("log.next", { day: formatDay(call.next_on, i18n.language) })}</p>}
          </li>
        ))}
      </RowList>
    </div>
  );
}
