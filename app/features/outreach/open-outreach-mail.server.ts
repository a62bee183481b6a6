import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { type ContactRecord, findContact } from "~db/contacts.server";
import { withScope } from "~db/scope.server";
import { findOutreachObstacle, type OutreachObstacle } from "./find-outreach-obstacle.server";

export interface OutreachDesk {
  contact: ContactRecord;
  obstacle: OutreachObstacle | null;
}

/** A contact for whoever is about to write to them, and why that has to wait. */
export async function openOutreachMail(
  wiring: Wiring,
  actor: Actor,
  { contactId }: { contactId: string },
): Promise<Outcome<OutreachDesk, "not_permitted" | "not_found">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const contact = await findContact(tx, { schoolId, contactId });
    if (!contact) return refused("not_found");
    const obstacle = await findOutreachObstacle(tx, { schoolId, districtId, contact, now });
    return done({ contact, obstacle: obstacle ?? null });
  });
}
