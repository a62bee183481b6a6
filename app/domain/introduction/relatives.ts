/**
 * The students a declared relative is a relative of: the one that was named, or the student who proposed them, or, where a
 * guardian named none, all of that guardian's children. A tick without a name must not let a relative through. Whoever shares
 * a guardian with one of them is kept apart too: an uncle of one sister is an uncle of the other.
 */
export function relativesOf(
  introduction: { is_relative: boolean; proposed_as: string; proposed_by: string; relatives_student_id: string | null },
  childrenOfProposer: readonly string[],
): readonly string[] {
  if (!introduction.is_relative) return [];
  if (introduction.relatives_student_id) return [introduction.relatives_student_id];
  return introduction.proposed_as === "student" ? [introduction.proposed_by] : childrenOfProposer;
}
