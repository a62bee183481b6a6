import type { PlacementEvidence } from "./evidence";

/**
 * Years of a mentor with students, by what the school has seen and what was said: whoever has had a student has at least one,
 * though nobody said so or 0 was said before. Null where neither is known.
 */
export function yearsWithStudents({ said, hasHadStudents }: { said: number | null; hasHadStudents: boolean }) {
  return hasHadStudents ? Math.max(1, said ?? 1) : said;
}

/** Whether the lead mentor is known to have had no student before. */
export function isFirstTime({ leadMentor }: Pick<PlacementEvidence, "leadMentor">): boolean {
  return leadMentor?.experienceYears === 0;
}
