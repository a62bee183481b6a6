import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isPeopleLanguage } from "~/domain/people/languages";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { updateLanguages } from "~db/person-changes.server";
import { withScope } from "~db/scope.server";

/** The language in which somebody gets mails and letters and, for a student, those they speak. */
export async function changeLanguages(
  wiring: Wiring,
  actor: Actor,
  { personId, language, spoken }: { personId: string; language: string; spoken: readonly string[] },
): Promise<Outcome<null, "not_permitted" | "not_found" | "unknown_language">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  if (![language, ...spoken].every(isPeopleLanguage)) return refused("unknown_language");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const isChanged = await updateLanguages(tx, { schoolId, personId, language, spoken: [...new Set(spoken)] });
    if (!isChanged) return refused("not_found");
    await recordAct(tx, { actor, noun: "person", nounId: personId, transition: "change_languages", to: language, now });
    return done(null);
  });
}
