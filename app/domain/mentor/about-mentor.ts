import { isInterestId } from "../interest/taxonomy";
import { POSTED_LANGUAGES } from "../placement/post";

/** What a mentor says about themselves, or a school for them: evidence of every pair that they lead. */
export interface AboutMentor {
  /** What the mentor likes, by interest. */
  interests: readonly string[];
  /** ISO 639 codes out of those that a placement can be posted in. */
  languages: readonly string[];
  /** Whole years with students; 0 before the first, null where it is not said. Years of the work itself do not count. */
  yearsWithStudents: number | null;
}

/** More than this say nothing about somebody any more, as for a placement. */
export const MOST_MENTOR_INTERESTS = 6;
/** `experience_years` of the table `mentors` takes no more. */
export const MOST_YEARS_WITH_STUDENTS = 80;

/** Whether it can be kept: known interests, not too many, at least one language, and years that a person can have. */
export function isSayable({ interests, languages, yearsWithStudents: years }: AboutMentor): boolean {
  const spoken: readonly string[] = POSTED_LANGUAGES;
  return (
    interests.every(isInterestId) &&
    interests.length <= MOST_MENTOR_INTERESTS &&
    languages.length > 0 &&
    languages.every((code) => spoken.includes(code)) &&
    (years === null || (Number.isInteger(years) && years >= 0 && years <= MOST_YEARS_WITH_STUDENTS))
  );
}

/** Whether two say the same, in whatever order. */
export function saysTheSame(one: AboutMentor, other: AboutMentor): boolean {
  return (
    one.yearsWithStudents === other.yearsWithStudents &&
    areSame(one.interests, other.interests) &&
    areSame(one.languages, other.languages)
  );
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((entry) => b.has(entry));
}

/**
 * Whether anybody has said anything about a mentor. Languages alone do not tell: whoever comes in by an invitation has the
 * language of it.
 */
export function isSaid({
  revision,
  interests,
  yearsWithStudents,
}: Omit<AboutMentor, "languages"> & { revision: number }): boolean {
  return revision > 0 || interests.length > 0 || yearsWithStudents !== null;
}
