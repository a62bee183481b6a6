/** Why a mail reached nobody, in words of ours; `refused` is every answer of a provider that we only pass on. */
export type Unreached = "returned" | "bounced" | "complained" | "suppressed" | "unknown" | "refused";

/** What became of a mail that is known to have reached nobody, or of which nobody knows. */
export function whyUnreached({ state, arrival }: { state: string; arrival: string | null }): Unreached {
  if (arrival === "returned" || arrival === "bounced" || arrival === "complained") return arrival;
  if (state === "suppressed") return "suppressed";
  return state === "needs_person" ? "unknown" : "refused";
}
