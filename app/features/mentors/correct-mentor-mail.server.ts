import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { endMentorLinks } from "~/steps/end-mentor-links.server";
import { heardAt } from "~/steps/heard-at.server";
import { inDistrictSchools } from "~/steps/in-district-schools.server";
import { isMailed, mailOrAskStaff } from "~/steps/mail-or-ask.server";
import { moveWayIn } from "~/steps/move-way-in.server";
import { findOurMentor } from "~/steps/our-mentor.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { preferMentorMail } from "~db/contact-points.server";
import { isSuppressed, isUnwanted } from "~db/mail-delivery.server";
import { isMentorSuspended } from "~db/mails.server";
import { listMentorWaysIn } from "~db/mentor-ways-in.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, throughIdentity, withScope } from "~db/scope.server";
import { closeTasksAbout, digestOf } from "~db/staff-tasks.server";
import { lockMentor } from "~db/suspensions.server";

export type CorrectMailRefusal =
  | "not_permitted"
  | "not_found"
  | "changed_before"
  | "address_complained"
  | "address_not_usable";

/** How the mentor hears of it. */
export type Told = "by_mail" | "by_staff" | "not_while_suspended";

export interface MailCorrection {
  mentorId: string;
  /** The address that the page showed. */
  was: string;
  address: string;
}

/**
 * A coordinator corrects the address with which a mentor of their school signs in, and a mail there says so. What they are goes to the
 * new address, and the old one lets them in no more; the same address is tried again. One that somebody has an account with, or whose reader
 * asked for silence, is refused in the same words: nobody learns here whose it is.
 */
export async function correctMentorMail(
  wiring: Wiring,
  actor: Actor,
  { mentorId, was: shown, address: typed }: MailCorrection,
): Promise<Outcome<{ told: Told }, CorrectMailRefusal>> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const [was, address] = [shown.trim().toLowerCase(), typed.trim().toLowerCase()];
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<{ told: Told }, CorrectMailRefusal>> => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const mentor = await findOurMentor(tx, { schoolId, districtId, mentorId, on });
    if (!mentor) return refused("not_found");
    // Whoever corrects it at the same moment waits here, and reads what was corrected.
    await lockMentor(tx, { districtId, mentorId });
    const ways = await throughIdentity(tx, (identity) => listMentorWaysIn(identity, { districtId, mentorId, on }));
    const opens = (mail: string) => ways.some((way) => way.mail === mail);
    const told = await howTold(tx, { mentorId, mail: address, language: mentor.language });
    if (!opens(was)) return opens(address) ? done({ told }) : refused("changed_before");
    if (await isUnwanted(tx, { mail: address, districtId }))
      return refused(was === address ? "address_complained" : "address_not_usable");
    if (await isSuppressed(tx, { recipient_mail: address, category: "transactional", district_id: districtId }))
      return refused("address_not_usable");
    const { language } = mentor;
    if (!(await moveWayIn(tx, { districtId, mentorId, language, was, address, on })))
      return refused("address_not_usable");
    await heardAt(tx, { schoolId, districtId, mail: address });
    await preferMentorMail(tx, { districtId, mentorId, mail: address });
    if (was !== address) await endMentorLinks(tx, { actor, mentorId, job: "correct-mentor-mail", now });
    await closeTasks(tx, { actor, mentorId, now });
    await recordAct(tx, { actor, noun: "mentor", nounId: mentorId, transition: "correct_address", now });
    if (told === "not_while_suspended") return done({ told });
    await mailOrAskStaff(
      tx,
      {
        kind: "sign-in-address",
        props: {
          readerName: mentor.name_used,
          schoolName: school.name,
          helpName: school.help_name,
          helpPhone: school.help_phone,
          link: `${wiring.env.origin}/sign-in`,
        },
        to: { mail: address, language, mentorId },
        schoolId,
        // At most once an hour to one address, however often somebody presses.
        dedupeKey: `sign-in-address:${mentorId}:${digestOf(`${address} ${now.toISOString().slice(0, 13)}`)}`,
        now,
      },
      {
        kind: "tell_host",
        subject: { noun: "mentor", id: mentorId },
        props: { news: "address", why: "no_mail" },
        dedupeKey: `tell_host:address:${mentorId}`,
      },
    );
    return done({ told });
  });
}

/** Nothing is sent to a mentor who is suspended. */
async function howTold(tx: ScopeTx, to: { mentorId: string; mail: string; language: string }): Promise<Told> {
  if (await isMentorSuspended(tx, to.mentorId)) return "not_while_suspended";
  return isMailed(to) ? "by_mail" : "by_staff";
}

/** Each school of the district has been asked to call the same mentor. */
async function closeTasks(
  tx: ScopeTx,
  { actor, mentorId, now }: { actor: StaffActor; mentorId: string; now: Date },
): Promise<void> {
  await inDistrictSchools(tx, { staff: actor, job: "correct-mentor-mail" }, ({ schoolId }) =>
    closeTasksAbout(tx, {
      ...{ schoolId, kind: "mail_undeliverable", subject: { noun: "mentor", id: mentorId } },
      ...{ note: "The address was corrected.", now },
    }),
  );
}
