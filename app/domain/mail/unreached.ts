/** Why a mail reached nobody, in words of ours; `refused` is every answer of a provider that we only pass on. */
export type Unreached =
  | "returned"
  | "bounced"
  | "complained"
  | "suppressed"
  | "no_longer_true"
  | "unknown"
  | "unwritable"
  | "refused";

/** What is noted of a mail that was held back because it was not true any more for its reader. */
export const HELD_BACK = "no longer true";
/** The same of one that a provider may have had by then: a person looks at it. */
export const MAY_HAVE_LEFT = `${HELD_BACK}, and may have left`;
/** How the note of a mail begins that could not be rendered. */
export const UNWRITABLE = "could not be written";

interface UnreachedFacts {
  state: string;
  arrival: string | null;
  last_error: string | null;
}

/** What became of a mail that is known to have reached nobody, or of which nobody knows. */
export function whyUnreached({ state, arrival, last_error }: UnreachedFacts): Unreached {
  if (arrival === "returned" || arrival === "bounced" || arrival === "complained") return arrival;
  if (state === "suppressed") return last_error === HELD_BACK ? "no_longer_true" : "suppressed";
  if (state === "needs_person") return "unknown";
  return last_error?.startsWith(UNWRITABLE) ? "unwritable" : "refused";
}
