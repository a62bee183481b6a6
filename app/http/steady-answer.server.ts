import { setTimeout as wait } from "node:timers/promises";

/** Longer than the slower of two ways through a verb takes, so that the time of an answer tells nothing. */
const STEADY_MILLISECONDS = 250;

/** The result of `work`, never earlier than a fixed time after the start: known and unknown addresses take equally long. */
export async function answerSteadily<Result>(work: Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work, wait(STEADY_MILLISECONDS)]);
  return result;
}
