import { useTranslation } from "react-i18next";
import { formatMoment } from "~/ui/format";
import { Section } from "~/ui/page";
import { Timeline } from "~/ui/timeline";

interface ReasonsProps {
  reasons: readonly { what: string; body: string; at: string; by: string }[];
  timeZone: string;
}

/** Why the school suspended the mentor and why it ended, for those who read sealed reports. */
export function Reasons({ reasons, timeZone }: ReasonsProps) {
  const { t, i18n } = useTranslation("suspensions");
  return (
    <Section title={t("reasons.title")}>
      <Timeline
        label={t("reasons.title")}
        entries={reasons.map(({ what, body, at, by }) => ({
          key: `${what}${at}`,
          at,
          when: formatMoment(at, i18n.language, timeZone),
          title: `${t(`reasons.${what === "lifted" ? "lifted" : "suspended"}`)} · ${t("reasons.by", { name: by })}`,
          detail: body,
        }))}
      />
    </Section>
  );
}
