import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { type NoPlanToAsk, planOnBoard } from "./plan-on-board.server";

/** Opens the plan on the board ahead of the first question about it, which takes several times as long as its answer. */
export async function readyPlan(wiring: Wiring, actor: Actor): Promise<Outcome<null, "not_permitted" | NoPlanToAsk>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const opened = await withScope(wiring, actor, (tx) => planOnBoard(tx, wiring, { schoolId }));
  return opened.ok ? done(null) : opened;
}
