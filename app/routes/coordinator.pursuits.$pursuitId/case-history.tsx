import { useTranslation } from "react-i18next";
import { formatMoment } from "~/ui/format";
import { Timeline } from "~/ui/timeline";
import { useText } from "~/ui/use-text";
import type { CaseView } from "./view.server";

/** What happened to a pursuit, out of the audit log, in words. */
export function CaseHistory({ acts, timeZone }: { acts: CaseView["acts"]; timeZone: string }) {
  const { t, i18n } = useTranslation("pursuits");
  const text = useText();
  const titleOf = ({ transition, to }: CaseView["acts"][number]) => {
    if (!transition.startsWith("gate:")) return text(`pursuits:act.${transition}` as "pursuits:act.approve");
    const gate = text(`pursuits:gate.${transition.slice(5)}` as "pursuits:gate.clearance");
    if (to === "waived") return t("act.gate_waived", { gate });
    return to === "open" ? t("act.gate_open", { gate }) : t("act.gate", { gate });
  };
  const detailOf = ({ actor, recorded }: CaseView["acts"][number]) => {
    const who = text(`pursuits:actor.${actor}` as "pursuits:actor.staff");
    if (!recorded) return t("case.by", { who });
    const whom = text(`pursuits:actor.${recorded.of}` as "pursuits:actor.student");
    const how = text(`pursuits:case.answer.by.${recorded.channel}` as "pursuits:case.answer.by.phone");
    return (
      <>
        <p>{t("case.byFor", { who, whom, how })}</p>
        {recorded.interpreter && <p>{t("case.interpretedBy", { name: recorded.interpreter })}</p>}
        {recorded.evidence && <p className="whitespace-pre-line">{recorded.evidence}</p>}
      </>
    );
  };
  const entries = acts.map((act) => ({
    key: act.id,
    at: act.at,
    when: formatMoment(act.at, i18n.language, timeZone),
    title: titleOf(act),
    detail: detailOf(act),
  }));
  return <Timeline entries={entries} label={t("case.history")} />;
}
