import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { type ConsentFacts, findConsent, findText } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface ConsentRecord {
  consent: ConsentFacts;
  /** The text to print: the released one, else the newest draft of the language, else none. */
  text: { body: string; released: boolean; language: string } | null;
  school: { name: string; postalAddress: string; helpName: string; helpPhone: string };
  today: string;
}

/** What staff need to record an answer or print the letter of one consent request. */
export async function openConsentRecord(
  wiring: Wiring,
  actor: Actor,
  input: { consentId: string },
): Promise<Outcome<ConsentRecord, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const consent = await findConsent(tx, { schoolId, consentId: input.consentId });
    if (!consent) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const text = await findText(tx, { schoolId, purpose: consent.purpose, language: consent.language });
    return done({
      consent,
      text: text ? { body: text.body, released: text.state === "released", language: text.language } : null,
      school: {
        name: school.name,
        postalAddress: school.postal_address,
        helpName: school.help_name,
        helpPhone: school.help_phone,
      },
      today: civilDate(wiring.clock.now(), school.time_zone),
    });
  });
}
