/**
 * An approval that waits for its undo window, as a page showed it. A pair that was undone and approved again waits as
 * another approval, which who read of the first one knows nothing of.
 */
export interface HeldApproval {
  matchId: string;
  /** ISO moment at which it is carried out. */
  until: string;
  /** Who gave it; null when they have left. */
  by: string | null;
}

export type HeldFault = "undone_before" | "held_anew" | "decided_before";

/** Why an approval that somebody read of is not the one that waits now; null when it is. */
export function faultOfHeld(
  match: { state: string; held_until: string | null; held_by: string | null },
  { until, by }: Pick<HeldApproval, "until" | "by">,
): HeldFault | null {
  if (match.state === "proposed") return "undone_before";
  if (match.state !== "held") return "decided_before";
  return match.held_until === until && match.held_by === by ? null : "held_anew";
}

/** One approval as the value of a form's field, and back; null for a text that is none. */
export function writeHeld({ matchId, until, by }: HeldApproval): string {
  return `${matchId} ${until} ${by ?? NOBODY}`;
}

export function readHeld(text: string): HeldApproval | null {
  const [, matchId, until, by] = FORM.exec(text) ?? [];
  return matchId && until && by ? { matchId, until, by: by === NOBODY ? null : by } : null;
}

const NOBODY = "-";
const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const FORM = new RegExp(`^(${ID}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z) (${ID}|${NOBODY})$`);
