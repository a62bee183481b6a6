import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { type Leaving, leaveSchool } from "~/steps/leave-school.server";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export type LeaveRefusal = "not_permitted" | "day_ahead" | Exclude<Leaving, "left">;

/**
 * A student has left the school: their live pursuits end, with notice to whoever knew of them, their place in the advisory and their
 * sign-in end, and no plan, list or index has them any more. Written down on the day or later, because all of it happens at once.
 */
export async function letStudentLeave(
  wiring: Wiring,
  actor: Actor,
  { studentId, lastDay }: { studentId: string; lastDay: string },
): Promise<Outcome<null, LeaveRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const today = civilDate(now, (await getSchool(tx, actor.schoolId)).time_zone);
    if (lastDay > today) return refused("day_ahead");
    const left = await leaveSchool(tx, wiring, { actor, studentId, lastDay, now });
    return left === "left" ? done(null) : refused(left);
  });
}
