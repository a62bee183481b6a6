import { civilDate, daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { FORGET_UNANSWERED_DAYS, forgottenOn } from "~/domain/outreach/unanswered";
import { addDays } from "~/domain/time";
import { inEachSchool } from "~/steps/each-school.server";
import { forgetContactIn } from "~/steps/forget-contact.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { lockContact } from "~db/contacts.server";
import { isAnsweredElsewhere, listOutreachTo } from "~db/outreach-addresses.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findUnanswered, listUnanswered } from "~db/unanswered-contacts.server";

/**
 * By the clock: contacts who were asked and never answered are forgotten, and their address is not written to again. Each in a
 * transaction of its own. Answers how many.
 */
export function forgetUnanswered(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "forget-unanswered", async (actor) => {
    const { schoolId } = actor;
    const { today, overdue } = await withScope(wiring, actor, async (tx) => {
      const today = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
      const lastOn = addDays(today, -FORGET_UNANSWERED_DAYS);
      return { today, overdue: await listUnanswered(tx, { schoolId, lastOn, today }) };
    });
    return oneByOne(wiring, overdue, {
      about: (contactId) => ({ schoolId, contactId }),
      work: (contactId) => forgetOne(wiring, actor, { contactId, today }),
    });
  });
}

function forgetOne(
  wiring: Wiring,
  actor: SystemActor,
  { contactId, today }: { contactId: string; today: string },
): Promise<number> {
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const contact = await lockContact(tx, { schoolId, contactId });
    if (!contact) return 0;
    // Asked again under the lock: a colleague may have written down a call a moment ago.
    const unanswered = await findUnanswered(tx, { schoolId, contactId });
    if (!unanswered || forgottenOn(unanswered) > today) return 0;
    const { mail } = contact;
    const now = wiring.clock.now();
    const silence = mail !== "" && (await isOthers(tx, { districtId, mail, now })) ? null : "no_answer";
    return (await forgetContactIn(tx, { actor, contactId, silence, now })) ? 1 : 0;
  });
}

/** Whether another school of the district is writing to the address, the last mail of this one being older, or was answered there. */
async function isOthers(
  tx: ScopeTx,
  { districtId, mail, now }: { districtId: string; mail: string; now: Date },
): Promise<boolean> {
  const since = daysLater(now, -(FORGET_UNANSWERED_DAYS - 1));
  return (
    (await listOutreachTo(tx, { districtId, mail, since })).length > 0 || (await isAnsweredElsewhere(tx, { mail }))
  );
}
