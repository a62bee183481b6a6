import { useTranslation } from "react-i18next";
import type { MentorTwinsList, NamedMentor } from "~/features/merges/list-twins.server";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/page";
import { Made, Pairs } from "./pairs";
import { SaidApart } from "./said-apart";

/** Mentors who may be one person, those who were made one in the last week, and the way to choose two oneself. */
export function MentorTwins({ pairs, merges, apart, timeZone }: MentorTwinsList & { timeZone: string }) {
  const { t } = useTranslation("merges");
  const label = ({ name, organisations }: NamedMentor) => (organisations ? `${name} (${organisations})` : name);
  return (
    <Section title={t("mentor.section")}>
      <div className="space-y-6">
        <Pairs
          label={t("mentor.section")}
          none={t("mentor.none")}
          pairs={pairs.map(({ one, other, because }) => ({
            to: `/coordinator/duplicates/mentors/${one.id}/with/${other.id}`,
            names: [label(one), label(other)],
            because: because.map((likeness) => t(`mentor.because.${likeness}`)),
          }))}
        />
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
        <Made merges={merges} at="/coordinator/duplicates/mentors/merged" timeZone={timeZone} />
        <p>
          <LinkButton to="/coordinator/duplicates/choose?of=mentors">{t("mentor.choose")}</LinkButton>
        </p>
      </div>
    </Section>
  );
}
