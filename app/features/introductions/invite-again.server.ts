import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { FORGET_AFTER_DAYS } from "~/domain/introduction/deadlines";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type IntroductionFacts, lockIntroduction, updateInvitedAgain } from "~db/introductions.server";
import { claimInvitation } from "~db/invited-addresses.server";
import { findKnownMentor } from "~db/known-mentors.server";
import { endInvitationLinks } from "~db/links.server";
import { isSuppressed } from "~db/mail-delivery.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { closeTasksAbout } from "~db/staff-tasks.server";
import { findUnreachedInvitation } from "~db/unreached-mails.server";
import { keepKnownRelativesApart } from "./keep-relatives-apart.server";
import { mailInvitation } from "./mail-invitation.server";

export type InviteAgainRefusal =
  | "not_permitted"
  | "not_found"
  | "wrong_state"
  | "no_mail"
  | "silenced"
  | "suspended"
  | "invited_before";

/**
 * Sends an invitation once more whose first mail reached nobody, or of which nobody knows whether it left, to the same address or to
 * a corrected one. One that is on its way or has arrived is not sent again: then it is one invitation. The introduction is invited
 * before and after, so this is no move of its lifecycle.
 */
export async function inviteAgain(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string; mentorMail: string; mentorLanguage: string },
): Promise<Outcome<null, InviteAgainRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const mail = input.mentorMail.trim().toLowerCase();
  if (mail === "") return refused("no_mail");
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const { introductionId, mentorLanguage: language } = input;
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId, introductionId });
    if (!introduction) return refused("not_found");
    const { state } = introduction;
    if (state !== "invited" || !(await findUnreachedInvitation(tx, { schoolId, introductionId })))
      return refused("wrong_state", { state });
    const inTheWay = await findInTheWay(tx, { introduction, mail, now });
    if (inTheWay) return refused(inTheWay);
    const expiresAt = daysLater(now, FORGET_AFTER_DAYS);
    const corrected = { ...introduction, mentor_mail: mail, mentor_language: language };
    await updateInvitedAgain(tx, {
      schoolId,
      introductionId,
      mentorMail: mail,
      mentorLanguage: language,
      reviewedBy: actor.personId,
      now,
      expiresAt,
    });
    // By a link that went to another address nobody proves this one.
    if (mail !== introduction.mentor_mail) await endInvitationLinks(tx, { schoolId, subjectId: introductionId, now });
    await keepKnownRelativesApart(tx, { introduction: corrected, now });
    await recordAct(tx, { actor, noun: "introduction", nounId: introductionId, transition: "invite_again", now });
    await mailInvitation(tx, wiring, { introduction: corrected, kind: "introduction-invitation", expiresAt, now });
    const subject = { noun: "introduction", id: introductionId };
    for (const kind of ["mail_undeliverable", "mail_failed"] as const)
      await closeTasksAbout(tx, { schoolId, kind, subject, note: "Invited again.", now });
    return done(null);
  });
}

/** The same address has its claim already; another one may be somebody's whom a school has invited before. */
async function findInTheWay(
  tx: ScopeTx,
  { introduction, mail, now }: { introduction: IntroductionFacts; mail: string; now: Date },
): Promise<"silenced" | "suspended" | "invited_before" | undefined> {
  const { district_id: districtId, school_id: schoolId } = introduction;
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  if ((await findKnownMentor(tx, { districtId, mail, on }))?.isSuspended) return "suspended";
  if (await isSuppressed(tx, { recipient_mail: mail, category: "outreach", district_id: districtId }))
    return "silenced";
  if (mail === introduction.mentor_mail) return undefined;
  return (await claimInvitation(tx, { districtId, mail, now })) ? undefined : "invited_before";
}
