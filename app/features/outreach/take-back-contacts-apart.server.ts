import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { deleteContactsApart } from "~db/contacts-apart.server";
import { withScope } from "~db/scope.server";
import type { ContactsApart } from "./say-contacts-apart.server";

export type TakeBackContactsApartRefusal = "not_permitted" | "not_apart";

/** Takes back that two contacts are two people: each is proposed to the other again if they look alike. */
export async function takeBackContactsApart(
  wiring: Wiring,
  actor: Actor,
  { contactId, otherId }: ContactsApart,
): Promise<Outcome<null, TakeBackContactsApartRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, TakeBackContactsApartRefusal>> => {
    if (!(await deleteContactsApart(tx, { schoolId, contactId, otherId }))) return refused("not_apart");
    const act = { actor, noun: "contact", transition: "take_back_apart", evidence: `${contactId} and ${otherId}`, now };
    for (const nounId of [contactId, otherId]) await recordAct(tx, { ...act, nounId });
    return done(null);
  });
}
