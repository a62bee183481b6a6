import type { Explanation } from "~/domain/matching/explain";
import type { MatchFlag } from "~/domain/matching/flags";
import type { PairRuling } from "~/ui/ruling-form";

/** A pair of the plan as the board shows it. */
export interface PlanMatch {
  id: string;
  studentId: string;
  student: string;
  /** Which of how many pairs the plan has for the student: several in a slate. */
  ofStudent: { at: number; of: number };
  listingId: string;
  title: string;
  organisation: string;
  mentor: string | null;
  state: string;
  /** Now, whatever the plan saw: a request may have come or gone since. */
  hasAsked: boolean;
  score: { score: number | null; forStudent: number | null; forPlacement: number | null };
  explanation: Explanation | null;
  notes: readonly string[];
  flags: readonly MatchFlag[];
  ruling: PairRuling | null;
  putBack: string | null;
}

/** Open for approval: proposed, and not ruled out by anybody since. */
export const isOpen = ({ state, ruling }: PlanMatch) => state === "proposed" && ruling?.ruling !== "forbidden";
