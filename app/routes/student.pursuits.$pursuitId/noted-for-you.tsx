import { useTranslation } from "react-i18next";
import { formatMoment } from "~/ui/format";
import { Section } from "~/ui/page";
import { Timeline } from "~/ui/timeline";
import { useText } from "~/ui/use-text";

interface NotedForYouProps {
  recorded: readonly { id: string; at: string; transition: string; channel: string; recordedBy: string | null }[];
  timeZone: string;
}

/** What staff took down for the student, with who and how, so that a wrong one does not stand unnoticed. */
export function NotedForYou({ recorded, timeZone }: NotedForYouProps) {
  const { t, i18n } = useTranslation("pursuits");
  const text = useText();
  if (recorded.length === 0) return null;
  const entries = recorded.map(({ id, at, transition, channel, recordedBy: who }) => {
    const how = text(`pursuits:case.answer.by.${channel}` as "pursuits:case.answer.by.phone");
    return {
      key: id,
      at,
      when: formatMoment(at, i18n.language, timeZone),
      title: text(`pursuits:act.${transition}` as "pursuits:act.request"),
      detail: who === null ? t("one.notedByNobody", { how }) : t("one.notedBy", { who, how }),
    };
  });
  return (
    <Section title={t("one.noted")} lead={t("one.notedWrong")}>
      <Timeline entries={entries} label={t("one.noted")} />
    </Section>
  );
}
