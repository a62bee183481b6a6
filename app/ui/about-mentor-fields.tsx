import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { MOST_MENTOR_INTERESTS } from "~/domain/mentor/about-mentor";
import { AboutMentor, type AboutMentorView } from "./about-mentor";
import { CheckboxGroup, type Choice } from "./choice-fields";
import { InterestsField } from "./interests-field";
import { Section } from "./page";
import { NumberField } from "./text-fields";

interface AboutMentorFieldsProps {
  choices: { interests: ComponentProps<typeof InterestsField>["groups"]; languages: readonly Choice[] };
  /** How often it was said when the page was shown; the form sends it back. */
  revision: number;
  /** What stands by now, where somebody said something else since the form was opened. */
  now: AboutMentorView | null;
}

/** The fields in which a mentor, or staff for a mentor, says what they like, speak and how long they have had students. */
export function AboutMentorFields({ choices, revision, now }: AboutMentorFieldsProps) {
  const { t } = useTranslation("mentors");
  return (
    <>
      <input type="hidden" name="seen" value={revision} />
      {now && (
        <Section title={t("now")}>
          <AboutMentor {...now} />
        </Section>
      )}
      <InterestsField
        groups={choices.interests}
        label={t("field.interests")}
        hint={t("field.interestsHint", { most: MOST_MENTOR_INTERESTS })}
        most={MOST_MENTOR_INTERESTS}
      />
      <CheckboxGroup
        name="languages"
        label={t("field.languages")}
        hint={t("field.languagesHint")}
        required
        choices={choices.languages}
      />
      <NumberField name="years" label={t("field.years")} hint={t("field.yearsHint")} inputMode="numeric" />
    </>
  );
}
