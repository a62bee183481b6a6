import fc from "fast-check";
import { expect, test } from "vitest";
import { isFirstTime, yearsWithStudents } from "~/domain/matching/mentor-years";
import { type AboutMentor, isSaid, isSayable, saysTheSame } from "~/domain/mentor/about-mentor";
import { clinic, maya } from "./matching-cases";

const baker: AboutMentor = { interests: ["cooking", "music"], languages: ["es", "en"], yearsWithStudents: 2 };
const more = ["cooking", "music", "animals", "nature", "science", "math", "art"];

test("what a mentor says about themselves can be kept, also without interests and without years", () => {
  expect(isSayable(baker)).toBe(true);
  expect(isSayable({ ...baker, interests: [], yearsWithStudents: null })).toBe(true);
  expect(isSayable({ ...baker, interests: more.slice(0, 6), yearsWithStudents: 0 })).toBe(true);
});

test.each<[string, Partial<AboutMentor>]>([
  ["an interest that nobody knows", { interests: ["cooking", "dragons"] }],
  ["more interests than say anything", { interests: more }],
  ["no language", { languages: [] }],
  ["a language that no placement is posted in", { languages: ["en", "tlh"] }],
  ["half a year", { yearsWithStudents: 0.5 }],
  ["less than none", { yearsWithStudents: -1 }],
  ["more years than the table takes", { yearsWithStudents: 81 }],
])("it cannot be kept with %s", (_, changes) => {
  expect(isSayable({ ...baker, ...changes })).toBe(false);
});

test("the same is said in whatever order, and something else by whatever is different", () => {
  expect(saysTheSame(baker, { ...baker, interests: ["music", "cooking"], languages: ["en", "es"] })).toBe(true);
  for (const changes of [{ interests: ["music"] }, { languages: ["es"] }, { yearsWithStudents: null }])
    expect(saysTheSame(baker, { ...baker, ...changes })).toBe(false);
});

test("the language of an invitation is nothing that a mentor said", () => {
  const unsaid = { interests: [], languages: ["es"], yearsWithStudents: null };
  expect(isSaid({ ...unsaid, revision: 0 })).toBe(false);
  expect(isSaid({ ...unsaid, revision: 1 })).toBe(true);
  expect(isSaid({ ...unsaid, yearsWithStudents: 0, revision: 0 })).toBe(true);
  expect(isSaid({ ...unsaid, interests: ["music"], revision: 0 })).toBe(true);
});

test("whoever has had a student has a year at least, whatever was said, and never fewer than were said (property)", () => {
  const years = fc.option(fc.integer({ min: 0, max: 80 }));
  fc.assert(
    fc.property(years, (said) => {
      expect(yearsWithStudents({ said, hasHadStudents: false })).toBe(said);
      const known = yearsWithStudents({ said, hasHadStudents: true });
      expect(known).toBe(Math.max(1, said ?? 0));
      expect(isFirstTime(clinic({ leadMentor: maya({ experienceYears: known }) }))).toBe(false);
    }),
  );
});

test("the first time is the first time only for whom it is known", () => {
  const isFirst = (experienceYears: number | null) => isFirstTime(clinic({ leadMentor: maya({ experienceYears }) }));
  expect([0, 1, 14, null].map(isFirst)).toEqual([true, false, false, false]);
  expect(isFirstTime(clinic({ leadMentor: null }))).toBe(false);
});
