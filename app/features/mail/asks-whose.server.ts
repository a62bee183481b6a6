import { civilDate } from "~/clock";
import type { StaffActor } from "~/domain/actor";
import { type Arrival, endsAddress } from "~/domain/mail/arrival";
import { mayLetInEverywhere } from "~/steps/let-in.server";
import { hasComeInBy } from "~db/memberships.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { UnreachedMail } from "~db/unreached-mails.server";

interface Asked {
  actor: StaffActor;
  mail: UnreachedMail;
  /** The address that the mail went to. */
  address: string;
  now: Date;
}

/**
 * Whether staff have to say whose an address is before another one takes its place: it takes no mail or its reader complained, somebody
 * of the school has come in with it, and this member of the staff may take it away.
 */
export async function asksWhose(tx: ScopeTx, { actor, mail, address, now }: Asked): Promise<boolean> {
  const { recipient_person_id: personId, arrival } = mail;
  const { schoolId } = actor;
  if (!personId || personId === actor.personId || arrival === null || !endsAddress(arrival as Arrival)) return false;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const asked = { schoolId, personId, mail: address, on };
  return (await mayLetInEverywhere(tx, { actor, personId, on })) && hasComeInBy(tx, asked);
}
