import { cameFrom, type HowItWasSaid } from "~/domain/acting/how-it-was-said";
import type { Actor } from "~/domain/actor";
import { type Outcome, refused } from "~/domain/outcome";
import { lockStudentToActFor } from "~/steps/act-for-student.server";
import { tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { findPursuit } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { type RequestRefusal, requestInScope } from "./request-pursuit.server";

export interface RecordedRequest extends Omit<HowItWasSaid, "scan"> {
  listingId: string;
  studentId: string;
  /** What the student said about it, in their words. */
  note: string;
}

/**
 * Staff take down that a student without a screen would like a place: the same request under the same limits, with who said it and
 * how in the log. The student is told of it and reads who noted it.
 */
export async function recordRequest(
  wiring: Wiring,
  actor: Actor,
  input: RecordedRequest,
): Promise<Outcome<{ pursuitId: string }, RequestRefusal | "evidence_missing">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const now = wiring.clock.now();
  const { listingId, studentId } = input;
  return withScope(wiring, actor, async (tx) => {
    const student = await lockStudentToActFor(tx, { actor, studentId, now });
    if (!student) return refused("not_found");
    if (input.evidence.trim() === "") return refused("evidence_missing");
    const came = cameFrom({ id: studentId, language: student.language }, input);
    const asked = await requestInScope(tx, wiring, { actor, studentId, listingId, note: input.note.trim(), came, now });
    if (!asked.ok) return asked;
    const pursuit = await findPursuit(tx, { schoolId: actor.schoolId, pursuitId: asked.value.pursuitId });
    if (pursuit) await tellStudent(tx, { wiring, pursuit, event: "answer_recorded", now });
    return asked;
  });
}
