import type { Actor } from "~/domain/actor";
import type { HeldApproval } from "~/domain/matching/held-approval";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listPairNames } from "~db/matches.server";
import { withScope } from "~db/scope.server";
import type { ApprovedAs } from "./approve-pair.server";
import { type DecideRefusal, decideMatch } from "./decide-match.server";
import { holdMatch } from "./hold-match.server";
import { type ReleaseRefusal, releaseMatch } from "./release-match.server";

export type EachDecision =
  | { decision: "approve"; matchIds: readonly string[] }
  | { decision: "undo" | "now"; approvals: readonly HeldApproval[] };

export type EachRefusal = DecideRefusal | ReleaseRefusal | "plan_changed";

export interface DecidedEach {
  done: number;
  /** Of what was approved or carried out, how many go on in which way; none of what was undone. */
  as: Record<ApprovedAs, number>;
  refused: RefusedPair[];
}

export interface RefusedPair extends Pick<Refused<EachRefusal>, "reason" | "detail"> {
  matchId: string;
  /** Null when the pair is not there any more. */
  pair: { student: string; title: string } | null;
}

/**
 * Approves, undoes or carries out at once many matches, each by itself: what is refused is refused alone, and answered with
 * its names and its reason. When not one of them is there, the answer is `not_found`.
 */
export async function decideEach(
  wiring: Wiring,
  actor: Actor,
  input: EachDecision,
): Promise<Outcome<DecidedEach, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const tries = triesOf(wiring, actor, input);
  const faults: Omit<RefusedPair, "pair">[] = [];
  const as = { approved: 0, suggested: 0 };
  for (const { matchId, decide } of tries) {
    const outcome = await decide();
    if (outcome.ok && outcome.value) as[outcome.value.as] += 1;
    if (!outcome.ok)
      faults.push({ matchId, reason: outcome.reason, ...(outcome.detail && { detail: outcome.detail }) });
  }
  if (faults.length === tries.length && faults.every(({ reason }) => reason === "not_found"))
    return refused("not_found");
  if (faults.length === 0) return done({ done: tries.length, as, refused: [] });
  const matchIds = faults.map(({ matchId }) => matchId);
  const rows = await withScope(wiring, actor, (tx) => listPairNames(tx, { schoolId, matchIds }));
  const pairs = new Map(rows.map((row) => [row.id, { student: row.student_full_name, title: row.title }]));
  return done({
    done: tries.length - faults.length,
    as,
    refused: faults.map((fault) => ({ ...fault, pair: pairs.get(fault.matchId) ?? null })),
  });
}

interface Try {
  matchId: string;
  decide: () => Promise<Outcome<{ as: ApprovedAs } | null, EachRefusal>>;
}

function triesOf(wiring: Wiring, actor: Actor, input: EachDecision): Try[] {
  if (input.decision === "approve")
    return input.matchIds.map((matchId) => ({ matchId, decide: () => holdMatch(wiring, actor, { matchId }) }));
  const { decision, approvals } = input;
  return approvals.map((approval) => ({
    matchId: approval.matchId,
    decide: () => (decision === "undo" ? releaseMatch(wiring, actor, approval) : decideMatch(wiring, actor, approval)),
  }));
}
