import { interestById, labelOf } from "~/domain/interest/taxonomy";

/** The columns of a placement that hosts and coordinators read, as both of their pages get them. */
interface Row {
  kind: string;
  title: string;
  student_will_do: string;
  skills: string[];
  aliases: string[];
  host_gains: string;
  requirements: string;
  length_unit: string;
  length_count: number;
  starts_on: string | null;
  ends_on: string | null;
  languages: string[];
  minimum_grade: number;
  maximum_grade: number;
  minimum_age: number;
  site_name: string | null;
  site_mode: string | null;
  street: string | null;
  city: string | null;
  postcode: string | null;
  mentor_name: string | null;
}

interface Parts {
  days: readonly { weekday: number; starts_at: string; ends_at: string; seats: number }[];
  interests: readonly string[];
  backups: readonly { name_used: string }[];
}

/** Everything that was said about a placement, with words in the reader's language. */
export function toPlacementFacts(row: Row, { days, interests, backups }: Parts, language: string) {
  return {
    kind: row.kind,
    studentWillDo: row.student_will_do,
    skills: row.skills,
    aliases: row.aliases,
    hostGains: row.host_gains,
    requirements: row.requirements,
    days: days.map((day) => ({ weekday: day.weekday, from: day.starts_at, to: day.ends_at, seats: day.seats })),
    length: { unit: row.length_unit, count: row.length_count },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    interests: interestLabels(interests, language),
    languages: row.languages.map((code) => languageName(code, language)),
    grades: { from: row.minimum_grade, to: row.maximum_grade },
    minimumAge: row.minimum_age,
    site: row.site_mode && {
      mode: row.site_mode,
      name: row.site_name ?? "",
      address: [...new Set([row.street, [row.postcode, row.city].filter(Boolean).join(" ")])]
        .filter(Boolean)
        .join(", "),
    },
    mentor: row.mentor_name,
    backups: backups.map((backup) => backup.name_used),
  };
}

export function interestLabels(ids: readonly string[], language: string): string[] {
  return ids.map(interestById).flatMap((interest) => (interest ? [labelOf(interest, language)] : []));
}

/** What a language is called in the reader's own; worked out here because browsers know other names than servers. */
export function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
