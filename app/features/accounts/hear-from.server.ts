import { aboutSignIn } from "~/domain/mail/sign-in-task";
import { heardAt } from "~/steps/heard-at.server";
import { schoolsOfMember } from "~/steps/schools-of-member.server";
import type { Wiring } from "~/wiring";
import { findAccount, listMemberships } from "~db/accounts.server";
import { withIdentity, withScope } from "~db/scope.server";
import { closeTasksAbout } from "~db/staff-tasks.server";

/**
 * Somebody has used a code that was mailed to their address, so mail arrives there: each school of their people takes back what it has
 * marked, and calls them no more about a code that did not arrive. Each in a transaction of its own that does nothing the second time. The
 * code is used up by then: what fails here is logged, and keeps nobody out.
 */
export async function hearFrom(wiring: Wiring, account: { accountId: string }): Promise<void> {
  await hearAtSchools(wiring, account).catch((error: unknown) => logFault(wiring, undefined, error));
}

async function hearAtSchools(wiring: Wiring, { accountId }: { accountId: string }): Promise<void> {
  const now = wiring.clock.now();
  const { mail, memberships } = await withIdentity(wiring, async (tx) => ({
    mail: (await findAccount(tx, accountId))?.mail,
    memberships: await listMemberships(tx, { accountId, now }),
  }));
  if (!mail) return;
  for (const membership of memberships) {
    const { role, person_id: personId } = membership;
    if (personId === null) continue;
    const subject = aboutSignIn(role, personId);
    for (const actor of await schoolsOfMember(wiring, membership, "sign-in"))
      await withScope(wiring, actor, async (tx) => {
        const { schoolId, districtId } = actor;
        await heardAt(tx, { schoolId, districtId, mail });
        await closeTasksAbout(tx, { schoolId, kind: "mail_undeliverable", subject, note: "They signed in.", now });
      }).catch((error: unknown) => logFault(wiring, actor.schoolId, error));
  }
}

/** Of an error only its kind and place are logged, because its words may quote an address. */
function logFault(wiring: Wiring, schoolId: string | undefined, err: unknown): void {
  wiring.log.error({ ...(schoolId && { schoolId }), err }, "it is not noted that mail arrives at an address");
}
