import { addDays } from "../time";

/** What can come of a call, as the student notes it. What felt wrong is none of them: it is a concern, which is sealed. */
export const CALL_OUTCOMES = ["reached", "call_back", "voicemail", "no_answer", "said_no"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Further ahead nobody means it. */
const MOST_DAYS_AHEAD = 60;

export type CallFault = "day_missing" | "day_past" | "day_far";

interface Noted {
  outcome: CallOutcome;
  /** A civil date; null where none was said. */
  callBackOn: string | null;
}

/** What is wrong with the day of the next call, by the school's date; null where it is right, or none is asked for. */
export function findCallFault({ outcome, callBackOn }: Noted, today: string): CallFault | null {
  if (outcome !== "call_back") return null;
  if (callBackOn === null) return "day_missing";
  if (callBackOn < today) return "day_past";
  return callBackOn > addDays(today, MOST_DAYS_AHEAD) ? "day_far" : null;
}
