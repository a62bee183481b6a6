import { z } from "zod";
import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listPlacementMentors } from "~db/clearances.server";
import { liftPair } from "~db/forbidden-pairs.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { endTask, openTaskOf } from "./close-task.server";

export type PairDecision = "lift" | "keep";
export type DecidePairRefusal = "not_permitted" | "not_found" | "already_closed" | "note_missing";

/** What every task about a pair carries. */
const Pair = z.object({ studentId: z.uuid(), mentorId: z.uuid() });

/**
 * A coordinator decides whether a student may learn with a relative, with a note. Once the pair is lifted, a pursuit that
 * waited for it goes on; kept, it stands until somebody asks again.
 */
export async function decidePair(
  wiring: Wiring,
  actor: Actor,
  input: { taskId: string; decision: PairDecision; note: string },
): Promise<Outcome<null, DecidePairRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const note = input.note.trim();
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const task = await openTaskOf(tx, { schoolId, taskId: input.taskId, kind: "relative_pair" });
    if (!task.ok) return task;
    if (note === "") return refused("note_missing");
    const { studentId, mentorId } = Pair.parse(task.value.props);
    await recordAct(tx, {
      actor,
      noun: "student",
      nounId: studentId,
      transition: `${input.decision}_pair`,
      evidence: `mentor ${mentorId}`,
      reason: note,
      now,
    });
    await endTask(tx, actor, { task: task.value, outcome: "done", note, now });
    if (input.decision === "lift") {
      const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
      await liftPair(tx, { schoolId, studentId, mentorId, by: actor.personId, on, note });
      await goOn(tx, wiring, actor, { studentId, mentorId, now });
    }
    return done(null);
  });
}

/** Approved pursuits at whose placement the mentor leads or stands in reach the host now, if they waited for nothing else. */
async function goOn(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StaffActor,
  { studentId, mentorId, now }: { studentId: string; mentorId: string; now: Date },
): Promise<void> {
  const approved = await listPursuits(tx, { schoolId: actor.schoolId, studentId, states: ["approved"] });
  for (const { pursuit_id: pursuitId, district_id: districtId, placement_id: placementId } of approved)
    if ((await listPlacementMentors(tx, { districtId, placementId })).includes(mentorId))
      await contactHostWhenReady(tx, wiring, { actor, pursuitId, now });
}
