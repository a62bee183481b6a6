export interface Liking {
  interestId: string;
  /** 1 curious, 2 keen, 3 committed. */
  strength: number;
  liked: boolean;
}

/** How much somebody likes what is offered: strengths added up, dislikes taken off. */
export function likingOf(interests: readonly Liking[], offered: readonly string[]): number {
  return interests
    .filter(({ interestId }) => offered.includes(interestId))
    .reduce((sum, { strength, liked }) => sum + (liked ? strength : -strength), 0);
}
