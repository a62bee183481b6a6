import type { LinkActor } from "~/domain/actor";
import { namedProposer } from "~/domain/introduction/proposer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findHostOffer } from "~db/host-offers.server";
import { findIntroduction } from "~db/introductions.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface InvitationPage {
  state: string;
  mentorName: string;
  /** Null when the proposer did not want to be named, or is a student. */
  proposerName: string | null;
  /** True once the mentor may sign in for their organisation; false while the school still confirms it. */
  maySignIn: boolean;
  /** True when what they offered is with the school as a placement already. */
  hasPosted: boolean;
  school: { name: string; helpName: string; helpPhone: string };
}

/**
 * What the pages of an invitation, and of "delete me", say to somebody who was introduced: nothing else, because all of it
 * reaches their browser, and what a family wrote about them may name a student or a proposer who is not to be named.
 */
export async function openInvitation(wiring: Wiring, actor: LinkActor): Promise<Outcome<InvitationPage, "not_found">> {
  if (actor.linkKind !== "introduction-invitation" && actor.linkKind !== "delete-me") return refused("not_found");
  return withScope(wiring, actor, async (tx) => {
    const introduction = await findIntroduction(tx, { schoolId: actor.schoolId, introductionId: actor.subjectId });
    if (!introduction) return refused("not_found");
    const school = await getSchool(tx, actor.schoolId);
    return done({
      state: introduction.state,
      mentorName: introduction.mentor_name,
      proposerName: namedProposer(introduction),
      maySignIn: introduction.organisation_id !== null,
      hasPosted: (await findHostOffer(tx, introduction))?.listing_id != null,
      school: { name: school.name, helpName: school.help_name, helpPhone: school.help_phone },
    });
  });
}
