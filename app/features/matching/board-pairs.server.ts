import type { PairIds } from "~/domain/matching/evidence";
import type { Mode } from "~/domain/matching/mode";
import { stateOnBoard } from "~/domain/matching/state-on-board";
import { listPursuitRows } from "~db/match-evidence.server";
import { findNewestRun, listMatchPairs } from "~db/matches.server";
import type { ScopeTx } from "~db/scope.server";
import { toPair } from "./ruled-pair.server";

/** A pair of the plan on the board, as it stands now. */
export interface BoardPair extends PairIds {
  matchId: string;
  state: string;
}

/** The pairs of the plan on the board, and its kind; null where no plan was made. */
export async function findBoardPairs(
  tx: ScopeTx,
  schoolId: string,
): Promise<{ mode: Mode; pairs: BoardPair[] } | null> {
  const finished = await findNewestRun(tx, { schoolId, state: "finished" });
  if (!finished) return null;
  const pursuits = await listPursuitRows(tx, { schoolId });
  const pursued = new Set(pursuits.filter(({ state }) => state !== "requested").map(keyOf));
  const pairs = (await listMatchPairs(tx, { schoolId, runId: finished.id })).map((row) => ({
    ...toPair(row),
    matchId: row.id,
    state: stateOnBoard({ state: row.state, isPursued: pursued.has(keyOf(row)) }),
  }));
  return { mode: finished.mode as Mode, pairs };
}

const keyOf = (row: { student_id: string; listing_id: string }) => `${row.student_id} ${row.listing_id}`;
