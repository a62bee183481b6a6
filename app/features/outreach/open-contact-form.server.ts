import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listOwners } from "./list-owners.server";

export interface ContactChoices {
  owners: { personId: string; name: string }[];
  languages: string[];
}

/** What the form of a new contact offers: who can look after them, and the languages of the school. */
export async function openContactForm(wiring: Wiring, actor: Actor): Promise<Outcome<ContactChoices, "not_permitted">> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const languages = [...new Set(["en", ...school.languages])];
    return done({ owners: await listOwners(tx, { schoolId, now }), languages });
  });
}
