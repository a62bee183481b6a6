import { useTranslation } from "react-i18next";
import type { NamedStaff, StaffTwinsList } from "~/features/merges/list-staff-twins.server";
import { LinkButton } from "~/ui/button";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";
import { Made, Pairs } from "./pairs";
import { SaidApart } from "./said-apart";

/** Staff of the school who may be one person, those who were made one in the last week, and the way to choose two oneself. */
export function StaffTwins({ pairs, merges, apart, timeZone }: StaffTwinsList & { timeZone: string }) {
  const { t, i18n } = useTranslation("merges");
  const label = ({ name, mails }: NamedStaff) =>
    mails.length > 0 ? `${name} (${formatNames(mails, i18n.language)})` : name;
  return (
    <Section title={t("staff.section")}>
      <div className="space-y-6">
        <Pairs
          label={t("staff.section")}
          none={t("staff.none")}
          pairs={pairs.map(({ one, other, because }) => ({
            to: `/coordinator/duplicates/staff/${one.id}/with/${other.id}`,
            names: [label(one), label(other)],
            because: because.map((likeness) => t(`mentor.because.${likeness}`)),
          }))}
        />
        <SaidApart
          noun="person"
          summary={t("apart.showStaff")}
          apart={apart.map(({ one, other, ...said }) => ({
            ...said,
            one: { id: one.id, label: label(one) },
            other: { id: other.id, label: label(other) },
          }))}
          timeZone={timeZone}
        />
        <Made merges={merges} at="/coordinator/duplicates/staff/merged" timeZone={timeZone} />
        <p>
          <LinkButton to="/coordinator/duplicates/choose?of=staff">{t("staff.choose")}</LinkButton>
        </p>
      </div>
    </Section>
  );
}
