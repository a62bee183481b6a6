import type { Actor } from "~/domain/actor";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deletePeopleApart } from "~db/people-apart.server";
import { withScope } from "~db/scope.server";
import { deleteTwinsApart } from "~db/twins-apart.server";
import type { Apart } from "./say-apart.server";

export type TakeBackApartRefusal = "not_permitted" | "not_apart";

/** Takes back that two organisations, mentors or people are not the same: they are proposed again if they look alike. */
export async function takeBackApart(
  wiring: Wiring,
  actor: Actor,
  { noun, oneId, otherId }: Apart,
): Promise<Outcome<null, TakeBackApartRefusal>> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, TakeBackApartRefusal>> => {
    const said = { districtId, schoolId, oneId, otherId };
    const isTaken =
      noun === "person" ? await deletePeopleApart(tx, said) : await deleteTwinsApart(tx, { ...said, noun });
    if (!isTaken) return refused("not_apart");
    const act = { actor, noun, transition: "take_back_apart", evidence: `${oneId} and ${otherId}`, now };
    for (const nounId of [oneId, otherId]) await recordAct(tx, { ...act, nounId });
    return done(null);
  });
}
