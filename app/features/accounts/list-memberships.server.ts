import type { Wiring } from "~/wiring";
import { listMemberships } from "~db/accounts.server";
import { withIdentity } from "~db/scope.server";
import { type DescribedMember, describeMember } from "./describe-member.server";
import { actorOf } from "./find-session.server";

export interface ListedMembership extends Omit<DescribedMember, "help"> {
  membershipId: string;
}

/** What the account may act as today, each as its own scope names it. */
export async function listOwnMemberships(wiring: Wiring, holder: { accountId: string }): Promise<ListedMembership[]> {
  const rows = await withIdentity(wiring, (tx) =>
    listMemberships(tx, { accountId: holder.accountId, now: wiring.clock.now() }),
  );
  return Promise.all(
    rows.map(async (row) => {
      const { name, role, place } = await describeMember(wiring, actorOf(row));
      return { membershipId: row.id, name, role, place };
    }),
  );
}
