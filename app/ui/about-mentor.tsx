import { useTranslation } from "react-i18next";
import { DescriptionList } from "./description-list";
import { formatNames } from "./format";
import { Tag } from "./status";

export interface AboutMentorView {
  interests: readonly string[];
  languages: readonly string[];
  /** Years with students, null where it is not said. */
  years: number | null;
}

/** What is said about a mentor, in names. */
export function AboutMentor({ interests, languages, years }: AboutMentorView) {
  const { t, i18n } = useTranslation("mentors");
  return (
    <DescriptionList
      rows={[
        {
          name: t("field.interests"),
          value:
            interests.length === 0 ? (
              t("facts.none")
            ) : (
              <span className="flex flex-wrap gap-2">
                {interests.map((interest) => (
                  <Tag key={interest}>{interest}</Tag>
                ))}
              </span>
            ),
        },
        { name: t("field.languages"), value: formatNames(languages, i18n.language) },
        { name: t("field.years"), value: years === null ? t("facts.none") : t("facts.years", { count: years }) },
      ]}
    />
  );
}
