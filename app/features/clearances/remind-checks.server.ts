import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { clearanceKinds, USUAL_KIND } from "~/domain/clearance/kinds";
import { type EndingCheck, endingChecks } from "~/domain/clearance/reminders";
import { groupBy } from "~/domain/group-by";
import { closeRenewed, reminderKey, remindStaffOfCheck } from "~/steps/check-reminder.server";
import { inEachSchool } from "~/steps/each-school.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { listMentorsToCheck, lockChecksOf } from "~db/clearance-desk.server";
import { listClearances } from "~db/clearances.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOfMentor, findMentor } from "~db/people.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/**
 * Says 60, 30 and 7 days before a background check ends that it has to be renewed (domain.md, section 5): to the staff by a task, to
 * the mentor by mail, unless a renewal is under way. Once each, also where two workers ask at once; of mentors with whom students of
 * the school are or will be. Answers how many were said.
 */
export function remindChecks(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "remind-checks", async (actor) => {
    const { schoolId, districtId } = actor;
    const due = await withScope(wiring, actor, async (tx) => {
      const asked = await askedToday(tx, wiring, schoolId);
      const mentorIds = (await listMentorsToCheck(tx, { schoolId, districtId })).map(({ id }) => id);
      const checks = groupBy(await listClearances(tx, { schoolId, mentorIds }), ({ mentorId }) => mentorId);
      return mentorIds.filter((id) => endingChecks(checks.get(id) ?? [], asked).length > 0);
    });
    return oneByOne(wiring, due, {
      about: (mentorId) => ({ job: actor.job, schoolId, mentorId }),
      work: (mentorId) => withScope(wiring, actor, (tx) => remindOne(tx, wiring, { actor, mentorId })),
    });
  });
}

async function askedToday(tx: ScopeTx, wiring: Wiring, schoolId: string) {
  const { clearanceTypes } = await getSettings(tx, schoolId);
  const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
  return { types: clearanceKinds(clearanceTypes).map(({ type }) => type), on };
}

async function remindOne(
  tx: ScopeTx,
  wiring: Wiring,
  { actor: { schoolId, districtId }, mentorId }: { actor: SystemActor; mentorId: string },
): Promise<number> {
  const now = wiring.clock.now();
  await lockChecksOf(tx, { schoolId, mentorId });
  const own = await listClearances(tx, { schoolId, mentorIds: [mentorId] });
  const ending = endingChecks(own, await askedToday(tx, wiring, schoolId));
  let said = 0;
  for (const check of ending) {
    if (!(await remindStaffOfCheck(tx, { schoolId, mentorId, check, now }))) continue;
    said += 1;
    if (!check.isRenewing) await tellMentor(tx, wiring, { schoolId, districtId, mentorId, check, now });
  }
  await closeRenewed(tx, { schoolId, mentorId, ending, now });
  return said;
}

/** A mentor without an address is the staff's to call, whose task says so much. */
async function tellMentor(
  tx: ScopeTx,
  wiring: Wiring,
  about: { schoolId: string; districtId: string; mentorId: string; check: EndingCheck; now: Date },
): Promise<void> {
  const { schoolId, districtId, mentorId, check, now } = about;
  const mentor = await findMentor(tx, { districtId, mentorId });
  const mail = await findMailOfMentor(tx, { districtId, mentorId });
  if (!mentor || !mail) return;
  const school = await getSchool(tx, schoolId);
  await enqueueMail(tx, {
    kind: "check-ending",
    props: {
      ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
      ...{ mentorName: mentor.name_used, mentorCheck: check.type === USUAL_KIND ? null : check.type },
      mentorCheckEndsOn: check.endsOn,
      link: `${wiring.env.origin}/mentor`,
    },
    to: { mail, language: mentor.language, mentorId },
    ...{ schoolId, dedupeKey: reminderKey(mentorId, check), now },
  });
}
