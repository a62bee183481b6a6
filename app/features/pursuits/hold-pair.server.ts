import type { Actor, StaffActor } from "~/domain/actor";
import type { PairIds } from "~/domain/matching/evidence";
import { matchPair } from "~/domain/matching/pair";
import { type Refused, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { findNewestRun } from "~db/matches.server";
import { findRuling } from "~db/pair-rulings.server";
import { findOpenMatch, insertPickedMatch } from "~db/picked-matches.server";
import { lockStudent } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { type Held, holdInScope, tryApproval } from "./hold-match.server";

export type HeldPair = Held | Refused<"changed_before">;

/**
 * Approves a pair from a ranking, whether the plan on the board proposes it or not, to be carried out when the undo window
 * has passed. What would refuse the approval refuses it now and leaves nothing behind. `seen` is the revision of the ruling
 * that the page showed, 0 for a pair that nobody had ruled on: when somebody ruled since, `changed_before` says who and what.
 * The score that goes with the pair is what the engine says of it now.
 */
export async function holdPair(wiring: Wiring, actor: Actor, input: PairIds & { seen: number }): Promise<HeldPair> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { studentId, listingId, seen } = input;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<HeldPair> => {
    if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
    const ruling = await findRuling(tx, { schoolId, studentId, listingId });
    if ((ruling?.revision ?? 0) !== seen)
      return refused("changed_before", { by: ruling?.ruled_by_name ?? "", ruling: ruling?.ruling ?? "released" });
    const run = await findNewestRun(tx, { schoolId, state: "finished" });
    const open = await findOpenMatch(tx, { schoolId, studentId, listingId, runId: run?.id ?? null });
    if (open?.state === "held") return refused("decided_before");
    const score = open ? open.score : await scoreOf(tx, actor, { studentId, listingId, now });
    const tried = await tryApproval(tx, wiring, actor, { studentId, listingId, score });
    if (!tried.ok) return tried;
    const matchId = open?.id ?? (await insertPickedMatch(tx, { schoolId, studentId, listingId, score, now }));
    return holdInScope(tx, actor, { matchId, as: tried.value.as, now });
  });
}

/** What the student's ranking says of the pair; null where the rules exclude it, or the listing is in no ranking. */
async function scoreOf(
  tx: ScopeTx,
  { schoolId, districtId }: StaffActor,
  { studentId, listingId, now }: PairIds & { now: Date },
): Promise<number | null> {
  const evidence = await gatherEvidence(tx, { schoolId, districtId, now, studentId });
  const [student] = evidence.students;
  const placement = evidence.placements.find((one) => one.listingId === listingId);
  if (!student || !placement) return null;
  return matchPair(student, placement, evidence.context).score?.score ?? null;
}
