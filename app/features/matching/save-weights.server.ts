import type { Actor } from "~/domain/actor";
import { type MatchWeights, readWeights } from "~/domain/matching/weights";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getCurrentWeights, insertWeights } from "~db/match-weights.server";
import { withScope } from "~db/scope.server";

export type SaveWeightsRefusal = "not_permitted" | "weights_not_valid" | "changed_before" | "nothing_changed";

/**
 * Stores a school's next version of the weights. `basedOn` is the version the page showed: when somebody saved another one
 * in the meantime nothing is overwritten. Runs keep the version they were made with.
 */
export async function saveWeights(
  wiring: Wiring,
  actor: Actor,
  input: { basedOn: number; weights: Omit<MatchWeights, "version"> },
): Promise<Outcome<{ version: number }, SaveWeightsRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const read = readWeights({ ...input.weights, version: input.basedOn + 1 });
  if (!read.ok) return read;
  const weights = read.value;
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { weights: current } = await getCurrentWeights(tx, schoolId);
    if (current.version !== input.basedOn) return refused("changed_before", { version: current.version });
    if (isSame(current, weights)) return refused("nothing_changed");
    if (!(await insertWeights(tx, { schoolId, weights, setBy: actor.personId, now }))) return refused("changed_before");
    const transition = `set version ${weights.version}`;
    await recordAct(tx, { actor, noun: "match_weights", nounId: schoolId, transition, now });
    return done({ version: weights.version });
  });
}

function isSame(a: MatchWeights, b: MatchWeights): boolean {
  const numbers = ({ student, placement, dislikes, related }: MatchWeights) =>
    [
      ...Object.entries(student).sort(),
      ...Object.entries(placement).sort(),
      ["dislikes", dislikes],
      ["related", related],
    ].join();
  return numbers(a) === numbers(b);
}
