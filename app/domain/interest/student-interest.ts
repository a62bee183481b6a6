/** An interest of a student: how much (1 curious, 2 keen, 3 committed) and its sign, because dislikes count. */
export interface StudentInterest {
  interestId: string;
  strength: 1 | 2 | 3;
  liked: boolean;
}

/** Somebody who likes everything has said nothing. */
export const MOST_LIKES = 15;

/** How much of an interest somebody has, as a form asks it. */
export const TASTES = ["none", "curious", "keen", "committed", "dislike"] as const;
export type Taste = (typeof TASTES)[number];

const STRENGTHS = { curious: 1, keen: 2, committed: 3 } as const;

export function tasteOf({ strength, liked }: Pick<StudentInterest, "strength" | "liked">): Taste {
  if (!liked) return "dislike";
  return strength === 1 ? "curious" : strength === 2 ? "keen" : "committed";
}

/** What a form's choice means; null for an interest somebody has no opinion on. A dislike counts as keen. */
export function interestOf(interestId: string, taste: Taste): StudentInterest | null {
  if (taste === "none") return null;
  if (taste === "dislike") return { interestId, strength: 2, liked: false };
  return { interestId, strength: STRENGTHS[taste], liked: true };
}
