import { groupBy } from "../group-by";
import type { StudentEvidence } from "./evidence";
import { topChoicesIn } from "./plan-review";
import type { Plan, PlanInput } from "./plan-types";

/** So many students of so many to whom the question applies. */
export interface StudentShare {
  students: number;
  of: number;
}

/** How far a plan of any kind gives students what they want; each student counts once, however many places a slate gives. */
export interface WishesMet {
  /**
   * Students with at least one place, proposed or locked, that they saved or asked for. Of those who saved or asked for any,
   * are not resting and have no approved place: what is approved is asked for no more, so a plan cannot tell whose idea it was.
   */
  ownPlace: StudentShare;
  /** Students who have the place dearest to them, of those for whom nothing was fixed and who may have any. */
  topChoice: StudentShare;
}

export function wishesMet(plan: Plan, input: PlanInput): WishesMet {
  return { ownPlace: shareOf(ownPlacesIn(plan, input)), topChoice: shareOf([...topChoicesIn(plan, input).values()]) };
}

/** Of each student to whom it applies, whether they have a place of their own choice. */
function ownPlacesIn(
  { assignments }: Plan,
  { students, approved = [], optedOutStudentIds = [] }: PlanInput,
): boolean[] {
  const aside = new Set([...approved.map(({ studentId }) => studentId), ...optedOutStudentIds]);
  const given = groupBy(assignments, ({ studentId }) => studentId);
  return students.flatMap((student) => {
    const own = ownPlaces(student);
    if (own.size === 0 || aside.has(student.id)) return [];
    return (given.get(student.id) ?? []).some(({ listingId }) => own.has(listingId));
  });
}

function ownPlaces({ requestedListingIds, wishedListingIds }: StudentEvidence): ReadonlySet<string> {
  return new Set([...requestedListingIds, ...wishedListingIds]);
}

function shareOf(answers: readonly boolean[]): StudentShare {
  return { students: answers.filter(Boolean).length, of: answers.length };
}
