import { type NoLongerTrue, noLongerTrue } from "~/steps/no-longer-true.server";
import type { Wiring } from "~/wiring";
import type { MailRow } from "~db/mail-delivery.server";
import { withScope } from "~db/scope.server";

/** What has changed within this of a mail's promise its reader hears in the next one. */
const FRESH_MS = 60 * 60 * 1000;

/**
 * Asks of a mail whether its words still hold and are its reader's to know: rights and suspensions count from the minute on which they
 * are taken, while a change is news of its own. Null where they do. Whoever holds its lease asks.
 */
export async function askWhetherTrue(wiring: Wiring, mail: MailRow): Promise<NoLongerTrue | null> {
  const { school_id: schoolId, district_id: districtId, props, recipient_mail: address } = mail;
  const now = wiring.clock.now();
  if (schoolId === null || districtId === null) return null;
  const actor = { kind: "system", job: "deliver-mail", schoolId, districtId } as const;
  const untrue = await withScope(wiring, actor, (tx) => noLongerTrue(tx, { schoolId, mail, props, address, now }));
  const isFresh = now.getTime() - new Date(mail.created_at).getTime() < FRESH_MS;
  return isFresh && untrue === "changed" ? null : untrue;
}
