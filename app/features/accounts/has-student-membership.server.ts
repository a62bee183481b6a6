import type { Wiring } from "~/wiring";
import { listMemberships } from "~db/accounts.server";
import { withIdentity } from "~db/scope.server";

/** Whether an account is a student's anywhere today, whatever it acts as at the moment. */
export async function hasStudentMembership(wiring: Wiring, { accountId }: { accountId: string }): Promise<boolean> {
  const memberships = await withIdentity(wiring, (tx) => listMemberships(tx, { accountId, now: wiring.clock.now() }));
  return memberships.some(({ role }) => role === "student");
}
