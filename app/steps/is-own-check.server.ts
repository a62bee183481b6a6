import type { StaffActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { listPersonsOfSameAccounts } from "~db/concerns.server";
import { withIdentity } from "~db/scope.server";

/** Whether the mentor and the member of staff are one human with one account: nobody writes about a check of themselves. */
export async function isOwnCheck(wiring: Wiring, actor: StaffActor, mentorId: string): Promise<boolean> {
  const { schoolId, personId } = actor;
  const same = await withIdentity(wiring, (tx) => listPersonsOfSameAccounts(tx, { schoolId, ids: [mentorId] }));
  return same.includes(personId);
}
