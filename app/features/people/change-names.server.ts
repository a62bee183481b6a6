import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { renamePerson } from "~/steps/rename-person.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";

export interface NewNames {
  personId: string;
  fullName: string;
  nameUsed: string;
  nameUsedFor: "everyone" | "staff";
  pronunciation: string;
  pronouns: string;
}

/**
 * Writes down how somebody is called. The log says that and when a name changed; the name before stands apart, where no page
 * reads it and where it can be erased (docs/decisions/0095).
 */
export async function changeNames(
  wiring: Wiring,
  actor: Actor,
  { personId, ...names }: NewNames,
): Promise<Outcome<null, "not_permitted" | "not_found">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) =>
    (await renamePerson(tx, { actor, personId, names, now })) ? done(null) : refused("not_found"),
  );
}
