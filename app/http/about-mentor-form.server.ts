import { z } from "zod";
import { isInterestId } from "~/domain/interest/taxonomy";
import { type AboutMentor, MOST_MENTOR_INTERESTS, MOST_YEARS_WITH_STUDENTS } from "~/domain/mentor/about-mentor";
import { POSTED_LANGUAGES } from "~/domain/placement/post";
import { interestGroups, languageChoices } from "./choices.server";
import type { Typed } from "./parse-form.server";
import { interestLabels, languageName } from "./placement-view.server";

/** The fields in which something is said about a mentor, by the mentor or by staff. */
export const aboutMentorFields = {
  interests: z.array(z.string().refine(isInterestId, "mentors:fault.interests_unknown")).max(MOST_MENTOR_INTERESTS),
  languages: z.array(z.enum(POSTED_LANGUAGES)).min(1),
  years: z.coerce.number().int().min(0).max(MOST_YEARS_WITH_STUDENTS).optional(),
  seen: z.coerce.number().int(),
};

/** What a filled form says. */
export function toAbout({
  interests,
  languages,
  years,
}: Omit<z.output<z.ZodObject<typeof aboutMentorFields>>, "seen">): AboutMentor {
  return { interests, languages, yearsWithStudents: years ?? null };
}

/** What the form starts with: everything as it stands. */
export function aboutValues({ interests, languages, yearsWithStudents }: AboutMentor): Typed {
  return {
    interests: [...interests],
    languages: [...languages],
    years: yearsWithStudents === null ? "" : String(yearsWithStudents),
  };
}

/** What the form lets somebody choose from, in the reader's language. */
export function aboutChoices(language: string) {
  return { interests: interestGroups(language), languages: languageChoices(language) };
}

/** What is said about a mentor, in the reader's words. */
export function toAboutView({ interests, languages, yearsWithStudents }: AboutMentor, language: string) {
  return {
    interests: interestLabels(interests, language),
    languages: languages.map((code) => languageName(code, language)),
    years: yearsWithStudents,
  };
}
