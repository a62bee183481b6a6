import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { withdrawInvitation } from "~/steps/invite.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockNames } from "~db/person-changes.server";
import { findPerson } from "~db/person-page.server";
import { withScope } from "~db/scope.server";

/**
 * Takes back the invitation of somebody that is open: its link or code lets nobody in any more, its mail does not leave where it
 * waits, and nobody is reminded. A place that they have stays. A second press changes nothing.
 */
export async function takeInvitationBack(
  wiring: Wiring,
  actor: Actor,
  { personId }: { personId: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    await lockNames(tx, { schoolId, personId });
    if (!(await findPerson(tx, { schoolId, personId }))) return refused("not_found");
    if (await withdrawInvitation(tx, { schoolId, personId, now }))
      await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "take_invitation_back", now });
    return done(null);
  });
}
