import { useTranslation } from "react-i18next";
import type { MentorTwinsList, NamedMentor } from "~/features/merges/list-twins.server";
import { Row, RowList } from "~/ui/card";
import { formatMoment, formatNames } from "~/ui/format";
import { Section } from "~/ui/page";
import { ChooseTwo } from "./choose-two";
import { SaidApart } from "./said-apart";

/** Mentors who may be one person, those who were made one in the last week, and two of one's own choice. */
export function MentorTwins({ pairs, all, merges, apart, timeZone }: MentorTwinsList & { timeZone: string }) {
  const { t, i18n } = useTranslation("merges");
  const { language } = i18n;
  const label = ({ name, organisations }: NamedMentor) => (organisations ? `${name} (${organisations})` : name);
  return (
    <Section title={t("mentor.section")}>
      <div className="space-y-6">
        {pairs.length === 0 ? (
          <p>{t("mentor.none")}</p>
        ) : (
          <RowList label={t("mentor.section")}>
            {pairs.map(({ one, other, because }) => (
              <Row
                key={`${one.id} ${other.id}`}
                to={`/coordinator/duplicates/mentors/${one.id}/with/${other.id}`}
                title={formatNames([label(one), label(other)], language)}
                detail={formatNames(
                  because.map((likeness) => t(`mentor.because.${likeness}`)),
                  language,
                )}
              />
            ))}
          </RowList>
        )}
        <SaidApart
          noun="mentor"
          summary={t("apart.showMentors")}
          apart={apart.map(({ one, other, ...said }) => ({
            ...said,
            one: { id: one.id, label: label(one) },
            other: { id: other.id, label: label(other) },
          }))}
          timeZone={timeZone}
        />
        {merges.length > 0 && (
          <RowList label={t("recent")}>
            {merges.map(({ id, gone, kept, mergedAt, school }) => (
              <Row
                key={id}
                to={`/coordinator/duplicates/mentors/merged/${id}`}
                title={t("undo.title", { gone, kept })}
                detail={t("by", { school, when: formatMoment(mergedAt, language, timeZone) })}
              />
            ))}
          </RowList>
        )}
        {all.length > 1 && (
          <ChooseTwo
            of="mentors"
            title={t("mentor.choose")}
            choices={all.map((one) => ({ value: one.id, label: label(one) }))}
          />
        )}
      </div>
    </Section>
  );
}
