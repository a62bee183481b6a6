import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listPursuits } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { type ApproveRefusal, approvePursuit } from "./approve-pursuit.server";
import { type SuggestRefusal, suggestPursuit } from "./suggest-pursuit.server";

export type ApprovePairRefusal = ApproveRefusal | SuggestRefusal;

/**
 * A coordinator approves a student for a listing from the board. Where the student has asked, the request is approved;
 * where not, it becomes `suggested` and waits for the student. Approving the same pair again answers `already_live`.
 */
export async function approvePair(
  wiring: Wiring,
  actor: Actor,
  input: { studentId: string; listingId: string; score: number | null },
): Promise<Outcome<{ pursuitId: string; as: "approved" | "suggested" }, ApprovePairRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { studentId, listingId } = input;
  const [request] = await withScope(wiring, actor, (tx) =>
    listPursuits(tx, { schoolId: actor.schoolId, studentId, listingId, states: ["requested"] }),
  );
  if (request) {
    const approved = await approvePursuit(wiring, actor, { pursuitId: request.pursuit_id });
    return approved.ok ? done({ pursuitId: request.pursuit_id, as: "approved" }) : approved;
  }
  const suggested = await suggestPursuit(wiring, actor, input);
  return suggested.ok ? done({ pursuitId: suggested.value.pursuitId, as: "suggested" }) : suggested;
}
