import { withNamesOfToday } from "~/steps/names-of-today.server";
import { type NoLongerTrue, noLongerTrue } from "~/steps/no-longer-true.server";
import type { Wiring } from "~/wiring";
import type { MailRow } from "~db/mail-delivery.server";
import { listMailsOfSeat } from "~db/replies.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { type MailKind, mailKinds } from "~emails/kinds";

/** What has changed within this of a mail's promise its reader hears in the next one. */
const FRESH_MS = 60 * 60 * 1000;

export interface MailToday {
  /** Why it may not be sent any more; null where its words still hold. */
  untrue: NoLongerTrue | null;
  /** The mail with the names that people go by today. What was written before is sent as it is. */
  mail: MailRow;
}

/**
 * Asks of a mail whether its words still hold and are its reader's to know, and how the people in it are called: rights, suspensions
 * and names count from the minute on which they change, while another change is news of its own. Whoever holds its lease asks.
 */
export async function askWhetherTrue(wiring: Wiring, mail: MailRow): Promise<MailToday> {
  const { school_id: schoolId, district_id: districtId, recipient_mail: address } = mail;
  const now = wiring.clock.now();
  if (schoolId === null || districtId === null) return { untrue: null, mail };
  const actor = { kind: "system", job: "deliver-mail", schoolId, districtId } as const;
  return withScope(wiring, actor, async (tx): Promise<MailToday> => {
    if (await isTakenAway(tx, { schoolId, districtId, mail })) return { untrue: "not_theirs", mail };
    const props = await withNamesOfToday(tx, { schoolId, mail, props: mail.props as object });
    const untrue = await noLongerTrue(tx, { schoolId, mail, props: mail.props, address, now });
    const isFresh = now.getTime() - new Date(mail.created_at).getTime() < FRESH_MS;
    return { untrue: isFresh && untrue === "changed" ? null : untrue, mail: { ...mail, props } as MailRow };
  });
}

/**
 * Whether an address was taken away from its reader while the mail waited for their day or the end of quiet hours: whoever reads it may be a stranger. A mail that
 * does not wait is on its way by then.
 */
async function isTakenAway(
  tx: ScopeTx,
  { schoolId, districtId, mail }: { schoolId: string; districtId: string; mail: MailRow },
): Promise<boolean> {
  const { recipient_person_id: personId, recipient_mentor_id: mentorId, recipient_mail: address } = mail;
  // A kind of another release waits for a person, not for an hour.
  const kind = Object.hasOwn(mailKinds, mail.kind) ? mailKinds[mail.kind as MailKind] : undefined;
  const waits = mail.joins_day || kind?.hours === "waking";
  if (!waits || (personId ?? mentorId) === null) return false;
  const reply = { person_id: personId, mentor_id: mentorId, district_id: districtId };
  return !(await listMailsOfSeat(tx, { schoolId, reply })).includes(address.trim().toLowerCase());
}
