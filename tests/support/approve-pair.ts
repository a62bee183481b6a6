import type { Actor } from "~/domain/actor";
import { refused } from "~/domain/outcome";
import { listDecisions } from "~/features/matching/list-decisions.server";
import { decideMatch } from "~/features/pursuits/decide-match.server";
import { holdPair } from "~/features/pursuits/hold-pair.server";
import { type Stage, valueIn } from "./stage";

/** A coordinator approves a pair of a ranking on which nobody ruled, and carries it out without waiting. */
export async function approvePair(stage: Stage, actor: Actor, pair: { studentId: string; listingId: string }) {
  const { wiring } = stage;
  const held = await holdPair(wiring, actor, { ...pair, seen: 0 });
  if (!held.ok) return held;
  const waiting = valueIn(await listDecisions(wiring, actor, { studentId: pair.studentId })).held;
  const own = waiting.find(({ listingId }) => listingId === pair.listingId);
  // Somebody else may have decided between the two, as between two pages.
  return own ? decideMatch(wiring, actor, own.approval) : refused("decided_before");
}
