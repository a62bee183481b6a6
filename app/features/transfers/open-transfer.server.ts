import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { answerOf, stageOf } from "~/domain/people/transfer";
import { addDays } from "~/domain/time";
import { readGoingAlong } from "~/steps/goes-along.server";
import type { Wiring } from "~/wiring";
import { listDistrictSchools } from "~db/offered-listings.server";
import { findPerson } from "~db/person-page.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findTransferOf } from "~db/transfers.server";
import { whatEnds } from "./what-ends.server";

/** Before a student goes to another school: what ends here, what goes along and what stays; after it was said, what became of it. */
export async function openTransfer(wiring: Wiring, actor: Actor, { studentId }: { studentId: string }) {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const person = await findPerson(tx, { schoolId, personId: studentId });
    const along = await readGoingAlong(tx, { schoolId, studentId, firstDay: addDays(today, 1), on: today });
    if (!person || !along) return refused("not_found");
    const transfer = await findTransferOf(tx, { schoolId, studentId });
    const others = (await listDistrictSchools(tx, districtId)).filter(({ id }) => id !== schoolId);
    return done({
      id: studentId,
      name: person.name_used,
      leftOn: person.left_on,
      today,
      schools: others.map(({ id, name }) => ({ id, name })),
      ends: await whatEnds(tx, { schoolId, studentId, on: today, now }),
      signsInBy: along.student.mails,
      family: along.family.map(({ fullName }) => fullName),
      staying: along.staying,
      apart: along.apart.map(({ name }) => name),
      transfer: transfer
        ? {
            id: transfer.id,
            toSchool: transfer.to_school,
            lastDay: transfer.last_day,
            firstDay: transfer.first_day,
            stage: stageOf(transfer, today),
            isAnswered: answerOf(transfer) !== null,
            refusal: transfer.refusal,
          }
        : null,
    });
  });
}
