import { useTranslation } from "react-i18next";
import { Row, RowList } from "./card";
import { formatDayOf } from "./format";
import { Section } from "./page";
import { useText } from "./use-text";

interface OwnIntroductionsProps {
  own: readonly {
    id: string;
    /** Empty where the person is forgotten, or where only the bearer of a link reads it. */
    name: string;
    state: string;
    proposedAt: string;
    /** Whether staff wrote it down for them. */
    isRecorded: boolean;
  }[];
  timeZone: string;
}

/** Whom somebody introduced and what became of it; without a name by the day, which tells two of them apart. */
export function OwnIntroductions({ own, timeZone }: OwnIntroductionsProps) {
  const { t, i18n } = useTranslation("introductions");
  const text = useText();
  return (
    <Section title={t("mine.title")}>
      {own.length === 0 ? (
        <p className="text-ink-soft">{t("mine.none")}</p>
      ) : (
        <RowList label={t("mine.title")}>
          {own.map(({ id, name, state, proposedAt, isRecorded }) => {
            const status = text(`introductions:status.${state}` as "introductions:status.invited");
            const day = formatDayOf(proposedAt, i18n.language, timeZone);
            return (
              <Row
                key={id}
                title={name || t("mine.somebody", { day })}
                detail={isRecorded ? `${status} · ${t("mine.recorded")}` : status}
              />
            );
          })}
        </RowList>
      )}
    </Section>
  );
}
