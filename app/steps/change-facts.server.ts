import type { StaffActor, SystemActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import { type StudentFacts, updateFacts } from "~db/person-changes.server";
import type { ScopeTx } from "~db/scope.server";

interface Change {
  actor: StaffActor | SystemActor;
  studentId: string;
  before: StudentFacts;
  after: StudentFacts;
  now: Date;
}

/** Writes over what the school's records say of a student; the log says which of it changed, not what it was. */
export async function changeFacts(tx: ScopeTx, { actor, studentId, before, after, now }: Change): Promise<void> {
  const changed = (Object.keys(after) as (keyof StudentFacts)[]).filter((fact) => after[fact] !== before[fact]);
  if (changed.length === 0) return;
  await updateFacts(tx, { schoolId: actor.schoolId, personId: studentId, facts: after });
  const act = { actor, noun: "person", nounId: studentId, transition: "change_facts", now };
  await recordAct(tx, { ...act, reason: changed.join(" ") });
}
