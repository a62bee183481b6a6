import type { StaffActor, SystemActor } from "~/domain/actor";
import { recordAct } from "~db/audit.server";
import { insertFormerName, lockNames, type Names, updateNames } from "~db/person-changes.server";
import type { ScopeTx } from "~db/scope.server";
import { renameInTransfers } from "~db/transfers.server";

interface Renaming {
  actor: StaffActor | SystemActor;
  personId: string;
  /** What is left out stays. */
  names: Partial<Names>;
  now: Date;
}

/** Writes down how somebody is called, keeps the name before apart, and says in the log which part changed; false when the school has nobody of that id. */
export async function renamePerson(tx: ScopeTx, { actor, personId, names, now }: Renaming): Promise<boolean> {
  const { schoolId } = actor;
  const before = await lockNames(tx, { schoolId, personId });
  if (!before) return false;
  const after = { ...before, ...names };
  const changed = (Object.keys(before) as (keyof Names)[]).filter((part) => after[part] !== before[part]);
  if (changed.length === 0) return true;
  await updateNames(tx, { schoolId, personId, names: after });
  if (changed.includes("fullName") || changed.includes("nameUsed")) {
    const { fullName, nameUsed } = before;
    const changedBy = actor.kind === "staff" ? actor.personId : (actor.onBehalfOf ?? null);
    await insertFormerName(tx, { schoolId, personId, fullName, nameUsed, changedBy, now });
    await renameInTransfers(tx, { schoolId, studentId: personId, name: after.fullName });
  }
  const reason = changed.join(" ");
  await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "change_names", reason, now });
  return true;
}
