import type { StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listPursuits } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { withoutStaffWords } from "./student-view";

const ALL = [
  "paused",
  "suggested",
  "requested",
  "approved",
  "contacted",
  "offered",
  "accepted",
  "completed",
  "declined",
  "not_taken",
  "expired",
  "withdrawn",
];

/** A student's own pursuits, what moves first and what has ended last. */
export async function listOwnPursuits(wiring: Wiring, actor: StudentActor) {
  const pursuits = await withScope(wiring, actor, (tx) =>
    listPursuits(tx, { schoolId: actor.schoolId, studentId: actor.personId, states: ALL }),
  );
  return pursuits
    .map(withoutStaffWords)
    .sort((a, b) => ALL.indexOf(a.state) - ALL.indexOf(b.state) || b.updated_at.localeCompare(a.updated_at));
}
