import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findConsentIdByLetter } from "~db/consents.server";
import { withScope } from "~db/scope.server";

/** The request whose printed letter carries this code. Codes are typed or scanned, so anything may come. */
export async function findConsentByLetter(
  wiring: Wiring,
  actor: Actor,
  input: { letterCode: string },
): Promise<Outcome<{ consentId: string }, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const letterCode = input.letterCode.trim().toUpperCase();
  if (!/^[0-9A-Z]{10}$/.test(letterCode)) return refused("not_found");
  const consentId = await withScope(wiring, actor, (tx) =>
    findConsentIdByLetter(tx, { schoolId: actor.schoolId, letterCode }),
  );
  return consentId === undefined ? refused("not_found") : done({ consentId });
}
