import { useTranslation } from "react-i18next";
import { AboutMentor, type AboutMentorView } from "~/ui/about-mentor";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

interface AboutYouProps extends AboutMentorView {
  isSaid: boolean;
  bySchool: { name: string; reason: string } | null;
}

/** What is said about the mentor, by whom where it was not they, and the way to say it. */
export function AboutYou({ isSaid, bySchool, ...about }: AboutYouProps) {
  const { t } = useTranslation("mentors");
  return (
    <Section title={t("about.title")} lead={!isSaid && t("about.none")}>
      {isSaid && (
        <div className="mb-6 space-y-6">
          {bySchool && <Notice>{t("about.bySchool", { school: bySchool.name, reason: bySchool.reason })}</Notice>}
          <AboutMentor {...about} />
        </div>
      )}
      <LinkButton to="/mentor/about">{t(isSaid ? "about.change" : "about.say")}</LinkButton>
    </Section>
  );
}
