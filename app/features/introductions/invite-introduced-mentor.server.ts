import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { findIntroduction, type IntroductionFacts } from "~db/introductions.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** An unanswered invitation is forgotten after this many days; a suppression hash stays. */
export const INVITATION_DAYS = 90;

export type InviteRefusal = AdvanceRefusal | "no_mail";

/** A coordinator sends the one invitation. It says who gave the address only if the family allowed to be named. */
export async function inviteIntroducedMentor(
  wiring: Wiring,
  actor: Actor,
  input: { introductionId: string },
): Promise<Outcome<null, InviteRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const introduction = await findIntroduction(tx, { schoolId: actor.schoolId, introductionId: input.introductionId });
    if (!introduction) return refused("not_found");
    if (introduction.mentor_mail === "") return refused("no_mail");
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: introduction.id,
      move: "invite",
      met: [],
      notices: { mentor: () => mailInvitation(tx, wiring, { introduction, kind: "introduction-invitation", now }) },
      set: {
        invited_at: now.toISOString(),
        reviewed_by: actor.personId,
        expires_at: daysLater(now, INVITATION_DAYS).toISOString(),
      },
      now,
    });
    return moved.ok ? done(null) : moved;
  });
}

export async function mailInvitation(
  tx: ScopeTx,
  wiring: Wiring,
  {
    introduction,
    kind,
    now,
  }: { introduction: IntroductionFacts; kind: "introduction-invitation" | "introduction-reminder"; now: Date },
): Promise<void> {
  const school = await getSchool(tx, introduction.school_id);
  const link = {
    schoolId: school.id,
    districtId: school.district_id,
    subjectId: introduction.id,
    language: introduction.mentor_language,
    expiresAt: daysLater(now, INVITATION_DAYS),
  };
  const token = await insertLink(tx, { ...link, kind: "introduction-invitation" });
  const deleteToken = await insertLink(tx, { ...link, kind: "delete-me" });
  await enqueueMail(tx, {
    kind,
    props: {
      mentorName: introduction.mentor_name,
      proposerName: introduction.may_be_named ? introduction.proposer_name : null,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/invitation/${token}`,
      deleteMeLink: `${wiring.env.origin}/delete-me/${deleteToken}`,
    },
    to: { mail: introduction.mentor_mail, language: introduction.mentor_language },
    schoolId: school.id,
    dedupeKey: `${kind}:${introduction.id}`,
    now,
  });
}
