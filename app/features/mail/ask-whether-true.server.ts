import { type NoLongerTrue, noLongerTrue } from "~/steps/no-longer-true.server";
import type { Wiring } from "~/wiring";
import type { MailRow } from "~db/mail-delivery.server";
import { withScope } from "~db/scope.server";

/** A mail that leaves within this of its promise is as true as it was. */
const FRESH_MS = 60 * 60 * 1000;

/** Asks of a mail that has waited whether its words still hold. Null where they do. Whoever holds its lease asks. */
export async function askWhetherTrue(wiring: Wiring, mail: MailRow): Promise<NoLongerTrue | null> {
  const { school_id: schoolId, district_id: districtId, props } = mail;
  const now = wiring.clock.now();
  if (schoolId === null || districtId === null) return null;
  if (now.getTime() - new Date(mail.created_at).getTime() < FRESH_MS) return null;
  const actor = { kind: "system", job: "deliver-mail", schoolId, districtId } as const;
  return withScope(wiring, actor, (tx) => noLongerTrue(tx, { schoolId, mail, props, now }));
}
