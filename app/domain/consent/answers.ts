import { consentLifecycle } from "./lifecycle";

/** What a holder answers: a yes, a no, or a yes taken back. */
export type HolderAnswer = "give" | "refuse" | "revoke";

const ANSWERS: readonly HolderAnswer[] = ["give", "refuse", "revoke"];

/** Which answers a consent takes in a state, as the lifecycle table says; empty when it is closed. */
export function answersIn(state: string): HolderAnswer[] {
  return ANSWERS.filter((answer) => ([consentLifecycle[answer].from].flat() as readonly string[]).includes(state));
}
