import { civilDate } from "~/clock";
import type { LinkActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ComesAs } from "~/domain/people/invitation";
import { findWaiting } from "~/steps/find-waiting.server";
import type { Wiring } from "~/wiring";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface OpenInvitation {
  schoolName: string;
  /** As people outside the staff call them: a letter is opened at home. */
  name: string;
  as: ComesAs;
  /** An invitation by mail goes on at its own address; with a code one brings an address along. */
  needsAddress: boolean;
}

/** What the page behind an invitation shows. Looking changes nothing. */
export async function openInvitation(
  wiring: Wiring,
  actor: LinkActor,
): Promise<Outcome<OpenInvitation, "not_permitted" | "over">> {
  if (actor.linkKind !== "join") return refused("not_permitted");
  const { schoolId, subjectId: invitationId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const waiting = await findWaiting(tx, { schoolId, invitationId, on, now });
    if (!waiting) return refused("over");
    const { as, mail, person } = waiting;
    return done({ schoolName: school.name, name: person.outside_name, as, needsAddress: mail === null });
  });
}
