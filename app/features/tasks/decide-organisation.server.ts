import { z } from "zod";
import type { Actor } from "~/domain/actor";
import { FIRST_KINDS } from "~/domain/introduction/first-placement";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { admitToOrganisation } from "~/steps/admit-mentor.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findIntroduction, updateIntroductionOrganisation } from "~db/introductions.server";
import { findMentor } from "~db/people.server";
import { withScope } from "~db/scope.server";
import { endTask, openTaskOf } from "./close-task.server";

export type OrganisationDecision = "confirm" | "refuse";
export type DecideOrganisationRefusal =
  | "not_permitted"
  | "not_found"
  | "already_closed"
  | "note_missing"
  | "mentor_suspended";

/** What an accepted invitation wrote into the task. */
const Claim = z.object({
  mentorId: z.uuid(),
  organisationId: z.uuid(),
  organisation: z.string(),
  title: z.string(),
  offer: z.string(),
  // Tasks that were opened before these were asked have none.
  firstKind: z.enum(FIRST_KINDS).nullable().catch(null),
  street: z.string().default(""),
  postcode: z.string().default(""),
});

/**
 * A coordinator confirms that somebody who was introduced belongs to the organisation they named, and how they know; only
 * then may the mentor sign in for it. Refused, they stay a mentor without an organisation, and a person talks with them.
 */
export async function decideOrganisation(
  wiring: Wiring,
  actor: Actor,
  input: { taskId: string; decision: OrganisationDecision; note: string },
): Promise<Outcome<null, DecideOrganisationRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const note = input.note.trim();
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const task = await openTaskOf(tx, { schoolId, taskId: input.taskId, kind: "confirm_organisation" });
    if (!task.ok) return task;
    if (note === "") return refused("note_missing");
    const { mentorId, organisationId, organisation: name, ...offer } = Claim.parse(task.value.props);
    const introductionId = task.value.subject_id;
    const introduction = await findIntroduction(tx, { schoolId, introductionId });
    if (!introduction) return refused("not_found");
    if (input.decision === "confirm") {
      const mentor = await findMentor(tx, { districtId, mentorId });
      if (mentor?.suspended_at) return refused("mentor_suspended");
      const organisation = { id: organisationId, name };
      const mentorMail = introduction.mentor_mail;
      await admitToOrganisation(tx, wiring, {
        actor,
        mentorId,
        mail: mentorMail,
        organisation,
        offer,
        now,
      });
      await updateIntroductionOrganisation(tx, { schoolId, introductionId, organisationId });
    }
    await recordAct(tx, {
      actor,
      noun: "introduction",
      nounId: introductionId,
      transition: `${input.decision}_organisation`,
      evidence: `organisation ${organisationId}`,
      reason: note,
      now,
    });
    await endTask(tx, actor, { task: task.value, outcome: "done", note, now });
    return done(null);
  });
}
