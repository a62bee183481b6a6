import { done, type Outcome } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { cleanUpPursuit } from "~/steps/end-pursuit.server";
import { tellCoordinators, tellMentor } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import type { Wiring } from "~/wiring";
import type { ScopeTx } from "~db/scope.server";
import type { Answering } from "./answering";

/** The student does not take an offer: place and seat are free, and the host reads nothing more. */
export async function refuseOfferInScope(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, came }: Answering,
): Promise<Outcome<{ state: string }, AdvanceRefusal>> {
  const now = wiring.clock.now();
  const at = now.toISOString();
  const news = { wiring, pursuit, event: "offer_refused", now } as const;
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "refuse_offer",
    met: [],
    notices: {
      mentor: () => tellMentor(tx, news),
      family: () => tellFamily(tx, news),
      coordinators: () => tellCoordinators(tx, news),
    },
    set: { ended_at: at, updated_at: at },
    act: came,
    now,
  });
  if (!moved.ok) return moved;
  await cleanUpPursuit(tx, wiring, { actor, pursuit, now });
  return done({ state: moved.value.to });
}
