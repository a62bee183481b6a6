import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findConsentRights } from "~db/consent-holders.server";
import { type ConsentFacts, findConsent, findText } from "~db/consents.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { fillTextFor } from "./fill-text.server";

/** What is read out where nobody has written a text in the holder's language. */
const LAST_RESORT = "en";

export interface ConsentRecord {
  consent: ConsentFacts;
  /** The text to print, filled in for the holder: the released one, else the newest draft, else the English one. */
  text: { body: string; released: boolean; language: string } | null;
  /** What the holder may do today; null when they may not consent any more. */
  rights: { isSelf: boolean } | null;
  school: { name: string; postalAddress: string; helpName: string; helpPhone: string };
  /** The civil dates between which an answer can have been signed. */
  requestedOn: string;
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
    const today = civilDate(wiring.clock.now(), school.time_zone);
    const { student_id: studentId, guardian_id: personId } = consent;
    const rights = await findConsentRights(tx, { schoolId, studentId, personId, on: today });
    const mayKnowWhereabouts = rights?.mayKnowWhereabouts ?? false;
    const text = await findLetterText(tx, consent);
    return done({
      consent,
      text: text && {
        body: await fillTextFor(tx, { ...text, consent, school, mayKnowWhereabouts }),
        released: text.state === "released" && text.language === consent.language,
        language: text.language,
      },
      rights: rights ? { isSelf: rights.isSelf } : null,
      school: {
        name: school.name,
        postalAddress: school.postal_address,
        helpName: school.help_name,
        helpPhone: school.help_phone,
      },
      requestedOn: civilDate(new Date(consent.requested_at), school.time_zone),
      today,
    });
  });
}

/** The text that the request was made with while it is released, so that paper and page say the same. */
async function findLetterText(tx: ScopeTx, consent: ConsentFacts) {
  const { school_id: schoolId, purpose, language, text_body: body, text_language: own } = consent;
  if (consent.text_state === "released" && body !== null && own !== null)
    return { body, language: own, state: "released" };
  const found =
    (await findText(tx, { schoolId, purpose, language })) ??
    (await findText(tx, { schoolId, purpose, language: LAST_RESORT }));
  return found ?? null;
}
