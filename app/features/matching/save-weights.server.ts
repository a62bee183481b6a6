import type { Actor } from "~/domain/actor";
import { type MatchWeights, readWeights } from "~/domain/matching/weights";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getCurrentWeights, insertWeights } from "~db/match-weights.server";
import { withScope } from "~db/scope.server";
import { isSealOf, numbersOf } from "./weights-seal.server";

export type SaveWeightsRefusal =
  | "not_permitted"
  | "weights_not_valid"
  | "changed_before"
  | "nothing_changed"
  | "not_previewed";

export interface NewWeights {
  /** The version the page showed. */
  basedOn: number;
  weights: Omit<MatchWeights, "version">;
  /** The seal of the preview that the actor has seen. */
  seal: string;
}

/**
 * Stores a school's next version of the weights, once the actor has seen a preview of these very numbers. When somebody saved
 * another version in the meantime nothing is overwritten. Runs keep the version they were made with.
 */
export async function saveWeights(
  wiring: Wiring,
  actor: Actor,
  { basedOn, seal, ...input }: NewWeights,
): Promise<Outcome<{ version: number }, SaveWeightsRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const read = readWeights({ ...input.weights, version: basedOn + 1 });
  if (!read.ok) return read;
  const weights = read.value;
  const now = wiring.clock.now();
  const { schoolId, personId } = actor;
  const isSeen = isSealOf(seal, wiring.env.secret, { schoolId, personId, basedOn, weights });
  return withScope(wiring, actor, async (tx) => {
    const { weights: current } = await getCurrentWeights(tx, schoolId);
    if (current.version !== basedOn) return refused("changed_before", { version: current.version });
    if (numbersOf(current) === numbersOf(weights)) return refused("nothing_changed");
    if (!isSeen) return refused("not_previewed");
    if (!(await insertWeights(tx, { schoolId, weights, setBy: personId, now }))) return refused("changed_before");
    const transition = `set version ${weights.version}`;
    await recordAct(tx, { actor, noun: "match_weights", nounId: schoolId, transition, now });
    return done({ version: weights.version });
  });
}
