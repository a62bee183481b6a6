/** Job priorities of mail, smaller first. */
const TURNS = { urgent: -14, signIn: -12, countedOn: -10, inBulk: -8 } as const;

/**
 * Whose turn is first when the provider's pace makes mail wait: a child may be in danger; somebody sits before a sign-in code; people count on
 * transactional mail; outreach and digests come by the hundred and may arrive a few minutes later.
 */
export function turnOf({ kind, category }: { kind: string; category: string }): number {
  if (kind === "concern-waits") return TURNS.urgent;
  if (kind === "sign-in") return TURNS.signIn;
  return category === "transactional" ? TURNS.countedOn : TURNS.inBulk;
}
