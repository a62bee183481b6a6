import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { FORGET_AFTER_DAYS } from "~/domain/introduction/deadlines";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { lockIntroduction } from "~db/introductions.server";
import { claimInvitation } from "~db/invited-addresses.server";
import { findKnownMentor } from "~db/known-mentors.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { closeTasksAbout } from "~db/staff-tasks.server";
import { findObstacle, type Obstacle } from "./find-obstacle.server";
import { mailInvitation } from "./mail-invitation.server";

export type InviteRefusal = AdvanceRefusal | Obstacle;

/**
 * A coordinator sends the one invitation. An address that asked for silence, that some school of the district has invited
 * before, or that belongs to a suspended mentor is not written to, and the coordinator reads why.
 */
export async function inviteIntroducedMentor(
  wiring: Wiring,
  actor: Actor,
  { introductionId }: { introductionId: string },
): Promise<Outcome<null, InviteRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  const expiresAt = daysLater(now, FORGET_AFTER_DAYS);
  return withScope(wiring, actor, async (tx) => {
    const introduction = await lockIntroduction(tx, { schoolId, introductionId });
    if (!introduction) return refused("not_found");
    if (!isWaiting(introduction.state)) return refused("wrong_state", { state: introduction.state });
    const mail = introduction.mentor_mail;
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const known = await findKnownMentor(tx, { districtId, mail, on });
    const obstacle = await findObstacle(tx, { introduction, known });
    if (obstacle) return refused(obstacle);
    if (!(await claimInvitation(tx, { districtId, mail, now }))) return refused("invited_before");
    const moved = await advance(tx, {
      actor,
      noun: "introduction",
      id: introductionId,
      move: "invite",
      met: [],
      notices: {
        mentor: () => mailInvitation(tx, wiring, { introduction, kind: "introduction-invitation", expiresAt, now }),
      },
      set: { invited_at: now.toISOString(), reviewed_by: actor.personId, expires_at: expiresAt.toISOString() },
      now,
    });
    if (!moved.ok) return moved;
    const subject = { noun: "introduction", id: introductionId };
    await closeTasksAbout(tx, { schoolId, kind: "mail_undeliverable", subject, note: "Invited again.", now });
    return done(null);
  });
}
