import { useTranslation } from "react-i18next";
import type { NamedStudent, StudentTwinsList } from "~/features/merges/list-student-twins.server";
import { LinkButton } from "~/ui/button";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";
import { Made, Pairs } from "./pairs";
import { SaidApart } from "./said-apart";

/** Students of the school who may be one person, those who were made one in the last week, and the way to choose two oneself. */
export function StudentTwins({ pairs, count, merges, apart, timeZone }: StudentTwinsList & { timeZone: string }) {
  const { t, i18n } = useTranslation("merges");
  const label = ({ name, beside }: NamedStudent) =>
    beside.length > 0 ? `${name} (${formatNames(beside, i18n.language)})` : name;
  return (
    <Section title={t("student.section")}>
      <div className="space-y-6">
        <Pairs
          label={t("student.section")}
          none={t("student.none")}
          pairs={pairs.map(({ one, other, because }) => ({
            to: `/coordinator/duplicates/students/${one.id}/with/${other.id}`,
            names: [label(one), label(other)],
            because: because.map((likeness) => t(`mentor.because.${likeness}`)),
          }))}
        />
        {count > pairs.length && <p>{t("student.more", { count: count - pairs.length })}</p>}
        <SaidApart
          noun="person"
          summary={t("apart.showStudents")}
          apart={apart.map(({ one, other, ...said }) => ({
            ...said,
            one: { id: one.id, label: label(one) },
            other: { id: other.id, label: label(other) },
          }))}
          timeZone={timeZone}
        />
        <Made merges={merges} at="/coordinator/duplicates/students/merged" timeZone={timeZone} />
        <p>
          <LinkButton to="/coordinator/duplicates/choose?of=students">{t("student.choose")}</LinkButton>
        </p>
      </div>
    </Section>
  );
}
