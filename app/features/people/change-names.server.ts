import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertFormerName, lockNames, updateNames } from "~db/person-changes.server";
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
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const before = await lockNames(tx, { schoolId, personId });
    if (!before) return refused("not_found");
    const changed = (Object.keys(names) as (keyof typeof names)[]).filter((part) => names[part] !== before[part]);
    if (changed.length === 0) return done(null);
    await updateNames(tx, { schoolId, personId, names });
    if (changed.includes("fullName") || changed.includes("nameUsed")) {
      const { fullName, nameUsed } = before;
      await insertFormerName(tx, { schoolId, personId, fullName, nameUsed, changedBy: actor.personId, now });
    }
    const reason = changed.join(" ");
    await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "change_names", reason, now });
    return done(null);
  });
}
