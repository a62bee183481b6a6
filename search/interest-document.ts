import type { SearchDocument } from "./port";

export const INTERESTS = "interests";

/** What a student's record in the index says. No name, contact or free text, and not the student's id: the key is random. */
export interface StudentFacts {
  key: string;
  schoolId: string;
  version: number;
  /** `strength` 1 curious, 2 keen, 3 committed. */
  interests: readonly { interestId: string; strength: number; liked: boolean }[];
  weekdays: readonly number[];
  areaId: string | null;
  gradeBand: string | null;
}

/**
 * A student in the index `interests`. The strength of a liking is the facet it stands in as well: who is committed also
 * stands under `keen` and `likes`, so that each facet answers "at least so much".
 */
export function interestDocument(facts: StudentFacts): SearchDocument {
  const liked = (least: number) =>
    facts.interests.flatMap(({ interestId, strength, liked: likes }) =>
      likes && strength >= least ? [interestId] : [],
    );
  return {
    id: facts.key,
    schoolIds: [facts.schoolId],
    version: facts.version,
    texts: {},
    facets: {
      likes: liked(1),
      keen: liked(2),
      committed: liked(3),
      dislikes: facts.interests.flatMap(({ interestId, liked: likes }) => (likes ? [] : [interestId])),
      weekday: facts.weekdays,
      area: facts.areaId === null ? [] : [facts.areaId],
      gradeBand: facts.gradeBand === null ? [] : [facts.gradeBand],
    },
    numbers: {},
    point: null,
  };
}
