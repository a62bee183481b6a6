import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepPeople } from "~/domain/people/policy";
import { findOurMentor } from "~/steps/our-mentor.server";
import type { Wiring } from "~/wiring";
import { listPhonesOfMentor } from "~db/contact-points.server";
import { listMailsOfMentor, listMentorWaysIn } from "~db/mentor-ways-in.server";
import { getSchool } from "~db/schools.server";
import { throughIdentity, withScope } from "~db/scope.server";

export interface MentorMailView {
  mentorId: string;
  name: string;
  language: string;
  phones: string[];
  /** With which they sign in; a mentor of two organisations may have two, one without a mail address none. */
  ways: { mail: string; isDead: boolean }[];
}

/** With which addresses a mentor of the school signs in, and whether mail arrives there. */
export async function openMentorMail(
  wiring: Wiring,
  actor: Actor,
  { mentorId }: { mentorId: string },
): Promise<Outcome<MentorMailView, "not_permitted" | "not_found">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    const mentor = await findOurMentor(tx, { schoolId, districtId, mentorId, on });
    if (!mentor) return refused("not_found");
    const ways = await throughIdentity(tx, (identity) => listMentorWaysIn(identity, { districtId, mentorId, on }));
    const mails = await listMailsOfMentor(tx, { districtId, mentorId });
    const isDead = (way: string) => mails.some(({ mail, isDead: dead }) => dead && mail.toLowerCase() === way);
    return done({
      ...{ mentorId, name: mentor.full_name, language: mentor.language },
      phones: await listPhonesOfMentor(tx, { districtId, mentorId }),
      ways: ways.map(({ mail }) => ({ mail, isDead: isDead(mail) })),
    });
  });
}
