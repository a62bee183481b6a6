import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listSequences as readSequences } from "~db/sequences.server";

/** The sequences of the school, and the languages that a new one may be written in. */
export async function listSequences(wiring: Wiring, actor: Actor) {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { languages } = await getSchool(tx, schoolId);
    return done({
      sequences: await readSequences(tx, { schoolId }),
      languages: [...new Set(["en", ...languages])],
    });
  });
}
