import { z } from "zod";
import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { FIRST_KINDS } from "~/domain/introduction/first-placement";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { SENT_DAYS } from "~/domain/visitor-offer/visitor-offer";
import { type Admission, admitToOrganisation } from "~/steps/admit-mentor.server";
import { tellOfRefusedClaim } from "~/steps/tell-of-refused-claim.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findIntroduction, updateIntroductionOrganisation } from "~db/introductions.server";
import { findOrganisationRows } from "~db/merged-organisations.server";
import { findOrganisationByKey } from "~db/organisation-names.server";
import { findMentor } from "~db/people.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { StaffTask } from "~db/staff-tasks.server";
import { findOfferedPost, updateOfferDecided } from "~db/visitor-offers.server";
import { endTask, openTaskOf } from "./close-task.server";

export type OrganisationDecision = "confirm" | "refuse";
export type DecideOrganisationRefusal =
  | "not_permitted"
  | "not_found"
  | "already_closed"
  | "note_missing"
  | "mentor_suspended";

/** What every claim to an organisation has in its task. */
const Claim = z.object({ mentorId: z.uuid(), organisationId: z.uuid(), organisation: z.string() });

/** What an accepted invitation wrote into the task besides. */
const Offer = z.object({
  title: z.string(),
  offer: z.string(),
  // Tasks that were opened before these were asked have none.
  firstKind: z.enum(FIRST_KINDS).nullable().catch(null),
  street: z.string().default(""),
  postcode: z.string().default(""),
});

/**
 * A coordinator confirms that somebody who was introduced, or offered a placement, belongs to the organisation they named, and
 * how they know; only then may the mentor sign in for it. Refused, they stay a mentor without an organisation, and are told so.
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
    const { mentorId, organisationId: claimedId, organisation: name } = Claim.parse(task.value.props);
    const organisationId = await findClaimed(tx, { districtId, claimedId, name });
    const claim = await findClaim(tx, { schoolId, task: task.value });
    if (!claim || !organisationId) return refused("not_found");
    const { subject_noun: noun, subject_id: nounId } = task.value;
    if (input.decision === "confirm") {
      const mentor = await findMentor(tx, { districtId, mentorId });
      if (mentor?.suspended_at) return refused("mentor_suspended");
      const organisation = { id: organisationId, name };
      await admitToOrganisation(tx, wiring, { actor, mentorId, ...claim, organisation, now });
      if (noun === INTRODUCTION)
        await updateIntroductionOrganisation(tx, { schoolId, introductionId: nounId, organisationId });
    } else {
      const subject = { noun, id: nounId };
      const { mail } = claim;
      await tellOfRefusedClaim(tx, wiring, { schoolId, districtId, mentorId, mail, organisation: name, subject, now });
    }
    if (noun === VISITOR_OFFER)
      await updateOfferDecided(tx, { schoolId, offerId: nounId, lapsesAt: daysLater(now, SENT_DAYS) });
    await recordAct(tx, {
      actor,
      noun,
      nounId,
      transition: `${input.decision}_organisation`,
      evidence: `organisation ${organisationId}`,
      reason: note,
      now,
    });
    await endTask(tx, actor, { task: task.value, outcome: "done", note, now });
    return done(null);
  });
}

/** The organisation that was named then, or the one that has its name since staff made one of two; null where neither is left. */
async function findClaimed(
  tx: ScopeTx,
  { districtId, claimedId, name }: { districtId: string; claimedId: string; name: string },
): Promise<string | null> {
  const rows = await findOrganisationRows(tx, { districtId, ids: [claimedId] });
  return rows.has(claimedId)
    ? claimedId
    : findOrganisationByKey(tx, { districtId, nameKey: organisationNameKey(name) });
}

const INTRODUCTION = "introduction";
const VISITOR_OFFER = "visitor_offer";

/** The address that was proved and what is offered, as the introduction or the visitor's offer has it; undefined when that is gone. */
async function findClaim(
  tx: ScopeTx,
  { schoolId, task }: { schoolId: string; task: StaffTask },
): Promise<Pick<Admission, "mail" | "offer"> | undefined> {
  const { subject_noun: noun, subject_id: id, props } = task;
  if (noun === VISITOR_OFFER) {
    const sent = await findOfferedPost(tx, { schoolId, offerId: id });
    return sent && { mail: sent.mail, offer: { title: "", post: sent.post } };
  }
  const introduction = await findIntroduction(tx, { schoolId, introductionId: id });
  return introduction && { mail: introduction.mentor_mail || null, offer: Offer.parse(props) };
}
