import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { forgetContactIn } from "~/steps/forget-contact.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";

/** Forgets a contact and all that was written down, because they asked for it or nobody should write to them any more. */
export async function forgetContact(
  wiring: Wiring,
  actor: Actor,
  { contactId }: { contactId: string },
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const isForgotten = await withScope(wiring, actor, (tx) =>
    forgetContactIn(tx, { actor, contactId, silence: "delete_me", now }),
  );
  return isForgotten ? done(null) : refused("not_found");
}
