import { useTranslation } from "react-i18next";
import { AboutMentor, type AboutMentorView } from "~/ui/about-mentor";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/page";

interface AboutLeadProps extends AboutMentorView {
  mentor: string;
  listingId: string;
  isSaid: boolean;
  bySchool: { name: string; reason: string } | null;
}

/** What is said about the lead mentor and by whom, and the way to say it for them. */
export function AboutLead({ mentor, listingId, isSaid, bySchool, ...about }: AboutLeadProps) {
  const { t } = useTranslation("mentors");
  const by = bySchool
    ? t("of.bySchool", { school: bySchool.name, reason: bySchool.reason })
    : t("of.byMentor", { mentor });
  return (
    <Section title={t("of.title", { mentor })} lead={isSaid ? by : t("of.none", { mentor })}>
      {isSaid && (
        <div className="mb-6">
          <AboutMentor {...about} />
        </div>
      )}
      <LinkButton to={`/coordinator/listings/${listingId}/mentor`}>{t("of.say", { mentor })}</LinkButton>
    </Section>
  );
}
