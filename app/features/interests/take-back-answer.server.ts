import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { deleteCardAnswer } from "~db/interest-sittings.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { readFinder } from "./finder-state.server";

/** A student goes back to the question before the one they see, `step`. Sent twice it goes back once. */
export async function takeBackAnswer(
  wiring: Wiring,
  actor: Actor,
  { step }: { step: number },
): Promise<Outcome<null, "not_permitted" | "not_asked">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    const { sitting, answers } = await readFinder(tx, { schoolId, studentId });
    if (!sitting || sitting.finished_at || step === 0 || answers.length !== step) return refused("not_asked");
    await deleteCardAnswer(tx, { schoolId, sittingId: sitting.id, step: step - 1 });
    return done(null);
  });
}
