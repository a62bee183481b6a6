import { type PursuitMove, type PursuitState, pursuitLifecycle } from "./lifecycle";

/** What a host or a student can answer, and the move it makes. */
const MOVES = {
  want: "want",
  offer: "offer",
  turn_down: "turn_down",
  take: "accept",
  no_thanks: "refuse_offer",
  withdraw: "withdraw",
} as const satisfies Record<string, PursuitMove>;

export type PursuitAnswer = keyof typeof MOVES;
export const PURSUIT_ANSWERS = ["want", "offer", "turn_down", "take", "no_thanks", "withdraw"] as const;

/** Whether it is the host who answers this, and not the student. */
export function isOfHost(answer: PursuitAnswer): boolean {
  return answer === "offer" || answer === "turn_down";
}

/** The answers that staff may take down in a state. An offer is refused rather than withdrawn, so that the host hears which. */
export function answersIn(state: string): readonly PursuitAnswer[] {
  const open = PURSUIT_ANSWERS.filter((answer) => {
    const from: readonly PursuitState[] = [pursuitLifecycle[MOVES[answer]].from].flat();
    return from.some((one) => one === state);
  });
  return open.includes("no_thanks") ? open.filter((answer) => answer !== "withdraw") : open;
}
