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
    return to === "open" ? t("act.gate_open", { gate }) : t("act.gate", { gate });
  };
  const entries = acts.map((act) => ({
    key: act.id,
    at: act.at,
    when: formatMoment(act.at, i18n.language, timeZone),
    title: titleOf(act),
    detail: t("case.by", { who: text(`pursuits:actor.${act.actor}` as "pursuits:actor.staff") }),
  }));
  return <Timeline entries={entries} label={t("case.history")} />;
}
