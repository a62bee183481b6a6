import type { PostingChoices } from "~/features/placements/list-posting-choices.server";
import { interestGroups, languageChoices } from "~/http/choices.server";
import type { Typed } from "~/http/parse-form.server";
import { WEEKDAYS } from "./weekdays";

/** What the form lets a mentor choose from, in the reader's language. */
export function toFormChoices({ schools, areas, sites, mentors }: PostingChoices, language: string) {
  const school = schools.find(({ latitude, longitude }) => latitude !== null && longitude !== null);
  const centre = school ?? areas[0];
  return {
    schools: schools.map(({ id, name }) => ({ value: id, label: name })),
    areas: areas.map(({ id, name }) => ({ value: id, label: name })),
    sites: sites.map(({ id, name, street, city }) => ({
      value: id,
      label: [...new Set([name, street, city])].filter(Boolean).join(", "),
    })),
    mentors: mentors.map(({ id, full_name }) => ({ value: id, label: full_name })),
    languages: languageChoices(language),
    interests: interestGroups(language),
    centre: centre ? { label: centre.name, latitude: centre.latitude ?? 0, longitude: centre.longitude ?? 0 } : null,
  };
}

export type FormChoices = ReturnType<typeof toFormChoices>;

/** A school day for every weekday, until the host says otherwise. */
export const usualHours = (): Typed =>
  Object.fromEntries(
    WEEKDAYS.flatMap((weekday) => [
      [`starts${weekday}`, "09:00"],
      [`ends${weekday}`, "15:00"],
    ]),
  );

/** What an empty form starts with. */
export function firstValues(choices: FormChoices, mentorId: string): Typed {
  return {
    ...usualHours(),
    kind: "internship",
    seats: "1",
    lengthUnit: "term",
    lengthCount: "1",
    languages: ["en"],
    minimumGrade: "9",
    maximumGrade: "12",
    leadMentorId: mentorId,
    siteId: choices.sites[0]?.value ?? "new",
    siteMode: "on_site",
    schoolIds: choices.schools.map((school) => school.value),
  };
}
