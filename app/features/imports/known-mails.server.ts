import type { StaffActor, SystemActor } from "~/domain/actor";
import { groupBy } from "~/domain/group-by";
import type { KnownMails } from "~/domain/imports/known-mails";
import { listMailsTakenAway } from "~db/memberships.server";
import { listMailHolders } from "~db/roster.server";
import type { ScopeTx } from "~db/scope.server";

/** What the actor's school knows of the addresses in a file; `repeated` are those that stand in rows about several people. */
export async function readKnownMails(
  tx: ScopeTx,
  { schoolId }: StaffActor | SystemActor,
  { mails, repeated }: { mails: readonly string[]; repeated: ReadonlySet<string> },
): Promise<KnownMails> {
  const holders = groupBy(await listMailHolders(tx, { schoolId, mails }), ({ mail }) => mail);
  const losers = groupBy(await listMailsTakenAway(tx, { schoolId, mails }), ({ mail }) => mail);
  return {
    isOthers: (mail, personId) =>
      repeated.has(mail) || (holders.get(mail) ?? []).some((of) => of.person_id !== personId),
    wasTakenAway: (mail, personId) => (losers.get(mail) ?? []).some((of) => of.person_id === personId),
  };
}
