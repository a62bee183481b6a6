import type { Wiring } from "~/wiring";
import { listJoined } from "~db/day-mails.server";
import type { MailRow } from "~db/mail-delivery.server";
import { withSystem } from "~db/scope.server";

/** The mails that a mail carries and that are still to be sent; only one that left with a day carries any. */
export async function joinedMailsOf(wiring: Wiring, { id, day_at: dayAt }: MailRow): Promise<MailRow[]> {
  return dayAt === null ? [] : withSystem(wiring, (tx) => listJoined(tx, id));
}
