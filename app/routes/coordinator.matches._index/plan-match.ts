import type { Explanation } from "~/domain/matching/explain";
import type { MatchFlag } from "~/domain/matching/flags";
import type { Stop } from "~/domain/matching/stops-now";
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
  /** Why nothing more is for the student by now; null for what they asked for themselves. */
  stops: Stop | null;
  score: { score: number | null; forStudent: number | null; forPlacement: number | null };
  explanation: Explanation | null;
  notes: readonly string[];
  flags: readonly MatchFlag[];
  ruling: PairRuling | null;
  putBack: string | null;
}

/** Open for approval: proposed, not ruled out by anybody since, and of a student for whom there is more to find. */
export const isOpen = ({ state, stops, ruling }: PlanMatch) =>
  state === "proposed" && stops === null && ruling?.ruling !== "forbidden";
