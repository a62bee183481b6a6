import { civilDate, daysLater } from "~/clock";
import { CAP_DAYS, restingUntil } from "~/domain/outreach/fatigue";
import type { ContactRecord } from "~db/contacts.server";
import { findKnownMentor } from "~db/known-mentors.server";
import { listOutreachTo } from "~db/outreach-addresses.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { isSilent } from "./open-contact.server";

/** Why nobody writes to a contact now. `until` is the civil day on which they may be written to again. */
export type OutreachObstacle = { is: "no_mail" | "silent" | "mentor" } | { is: "resting"; until: string };

interface ToContact {
  schoolId: string;
  districtId: string;
  contact: Pick<ContactRecord, "mail">;
  now: Date;
}

/**
 * The reason why outreach may not go to a contact, or undefined: no address, silence, somebody who is a mentor already, or
 * the cap of the whole district.
 */
export async function findOutreachObstacle(
  tx: ScopeTx,
  { schoolId, districtId, contact, now }: ToContact,
): Promise<OutreachObstacle | undefined> {
  const { mail } = contact;
  if (mail === "") return { is: "no_mail" };
  if (await isSilent(tx, { contact, districtId })) return { is: "silent" };
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  if (await findKnownMentor(tx, { districtId, mail, on: civilDate(now, timeZone) })) return { is: "mentor" };
  const written = await listOutreachTo(tx, { districtId, mail, since: daysLater(now, -CAP_DAYS) });
  const until = restingUntil(
    written.map((at) => new Date(at).toISOString()),
    now.toISOString(),
  );
  return until === null ? undefined : { is: "resting", until: civilDate(daysLater(new Date(until), 1), timeZone) };
}
