import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { guardianCodeMac, newGuardianCode, upsertGuardianCode } from "~db/guardian-codes.server";
import { findPerson } from "~db/people.server";
import { withScope } from "~db/scope.server";

/** Staff make a new code for a guardian; it is shown once, and the old one stops working. */
export async function issueGuardianCode(
  wiring: Wiring,
  actor: Actor,
  input: { guardianId: string },
): Promise<Outcome<{ code: string }, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const { guardianId } = input;
  return withScope(wiring, actor, async (tx) => {
    if (!(await findPerson(tx, { schoolId, personId: guardianId }))) return refused("not_found");
    const code = newGuardianCode();
    const mac = guardianCodeMac(wiring.env.secret, schoolId, guardianId, code);
    await upsertGuardianCode(tx, { schoolId, guardianId, mac, issuedBy: actor.personId, now });
    await recordAct(tx, { actor, noun: "guardian_code", nounId: guardianId, transition: "issue", now });
    return done({ code });
  });
}
