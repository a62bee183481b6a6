import { civilDate, daysLater } from "~/clock";
import type { StaffActor, SystemActor } from "~/domain/actor";
import { placeInAdvisory } from "~db/advisories.server";
import { recordAct } from "~db/audit.server";
import type { ScopeTx } from "~db/scope.server";
import { letRequestsGoOn } from "./let-requests-go-on.server";

interface Joining {
  actor: StaffActor | SystemActor;
  studentId: string;
  /** Of this school; null for none. */
  advisoryId: string | null;
  timeZone: string;
  now: Date;
}

/**
 * A student is in this advisory from today on, and in no other. One who has no advisor any more waits for none: what waited goes on to
 * the coordinators.
 */
export async function joinAdvisory(
  tx: ScopeTx,
  { actor, studentId, advisoryId, timeZone, now }: Joining,
): Promise<void> {
  const [on, dayBefore] = [civilDate(now, timeZone), civilDate(daysLater(now, -1), timeZone)];
  await placeInAdvisory(tx, { schoolId: actor.schoolId, studentId, advisoryId, on, dayBefore });
  const act = { actor, noun: "person", nounId: studentId, transition: "set_advisory", now };
  await recordAct(tx, { ...act, reason: advisoryId ?? "none" });
  if (advisoryId === null) await letRequestsGoOn(tx, { actor, studentId, on, now });
}
