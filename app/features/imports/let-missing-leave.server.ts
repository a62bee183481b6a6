import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { leaveSchool } from "~/steps/leave-school.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { listMissingStudents } from "./list-missing-students.server";

/** One click lets at most so many go, so that it ends while somebody waits; the page offers the rest again. */
const LEAVING_AT_ONCE = 50;

export type MissingRefusal = "not_permitted" | "not_found" | "nobody_chosen" | "too_many_missing" | "day_ahead";

/**
 * Writes down that students whom a whole list lacks have left, those named or all of them. Each leaves by itself, as by hand; one
 * with a running internship stays and is counted. Whoever is not missing in that file is left alone, whatever the form says.
 */
export async function letMissingLeave(
  wiring: Wiring,
  actor: Actor,
  { importId, studentIds, lastDay }: { importId: string; studentIds: readonly string[] | "all"; lastDay: string },
): Promise<Outcome<{ left: number; stayed: number }, MissingRefusal>> {
  const found = await listMissingStudents(wiring, actor, { importId });
  if (!found.ok) return found;
  if (actor.kind !== "staff") return refused("not_permitted");
  const { students, mayAllLeave, today } = found.value;
  if (studentIds === "all" && !mayAllLeave) return refused("too_many_missing");
  if (lastDay > today) return refused("day_ahead");
  const leaving = students
    .filter(({ id }) => studentIds === "all" || studentIds.includes(id))
    .slice(0, LEAVING_AT_ONCE);
  if (leaving.length === 0) return refused("nobody_chosen");
  let left = 0;
  for (const { id: studentId } of leaving) {
    const now = wiring.clock.now();
    const leave = { actor, studentId, lastDay, now };
    if ((await withScope(wiring, actor, (tx) => leaveSchool(tx, wiring, leave))) === "left") left += 1;
  }
  return done({ left, stayed: leaving.length - left });
}
