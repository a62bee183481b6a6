import type { CameBack, GiftStanding } from "./gift-truth";

/** Standings in which nothing is asked for at an account: such a gift may be paid at another one. */
export const UNASKED: readonly GiftStanding[] = ["open", "pledged", "failed", "void"];

interface AtEnded {
  standing: string;
  cameBack: CameBack | null;
  /** What the books hold of it as on its way, in minor units. */
  processingMinor: number;
}

/**
 * Whether a gift whose account was ended can be paid at another one: nothing is on its way or in dispute there, and no invoice is out
 * (docs/decisions/0068).
 */
export function canLeaveEnded({ standing, cameBack, processingMinor }: AtEnded): boolean {
  return UNASKED.some((each) => each === standing) && cameBack === null && processingMinor === 0;
}
