import { useTranslation } from "react-i18next";
import type { NamedPerson, PersonTwinsList } from "~/features/merges/list-person-twins.server";
import { LinkButton } from "~/ui/button";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";
import { Made, Pairs } from "./pairs";
import { SaidApart } from "./said-apart";

/** Guardians of the school who may be one person, those who were made one in the last week, and the way to choose two oneself. */
export function PersonTwins({ pairs, count, merges, apart, timeZone }: PersonTwinsList & { timeZone: string }) {
  const { t, i18n } = useTranslation("merges");
  const label = ({ name, children }: NamedPerson) =>
    children.length > 0 ? `${name} (${formatNames(children, i18n.language)})` : name;
  return (
    <Section title={t("person.section")}>
      <div className="space-y-6">
        <Pairs
          label={t("person.section")}
          none={t("person.none")}
          pairs={pairs.map(({ one, other, because }) => ({
            to: `/coordinator/duplicates/people/${one.id}/with/${other.id}`,
            names: [label(one), label(other)],
            because: because.map((likeness) => t(`mentor.because.${likeness}`)),
          }))}
        />
        {count > pairs.length && <p>{t("person.more", { count: count - pairs.length })}</p>}
        <SaidApart
          noun="person"
          summary={t("apart.showPeople")}
          apart={apart.map(({ one, other, ...said }) => ({
            ...said,
            one: { id: one.id, label: label(one) },
            other: { id: other.id, label: label(other) },
          }))}
          timeZone={timeZone}
        />
        <Made merges={merges} at="/coordinator/duplicates/people/merged" timeZone={timeZone} />
        <p>
          <LinkButton to="/coordinator/duplicates/choose?of=people">{t("person.choose")}</LinkButton>
        </p>
      </div>
    </Section>
  );
}
