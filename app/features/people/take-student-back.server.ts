import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { takeBack } from "~/steps/take-back.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";

/** A student who had left is here again, or never left. */
export async function takeStudentBack(
  wiring: Wiring,
  actor: Actor,
  { studentId }: { studentId: string },
): Promise<Outcome<null, "not_permitted" | "not_found" | "has_not_left">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const back = await takeBack(tx, { actor, studentId, now });
    return back === "back" ? done(null) : refused(back);
  });
}
