import type { LinkActor, MentorActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { findHost } from "~/steps/find-host.server";
import { tellCoordinators } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { digestOf, openTask } from "~db/staff-tasks.server";
import { makeOfferInScope, type OfferRefusal } from "./make-offer.server";
import { turnDownInScope } from "./turn-down.server";

export type HostAnswer = "offer" | "turn_down" | "question";
export type HostRefusal = OfferRefusal;

export interface HostReply {
  pursuitId: string;
  answer: HostAnswer;
  /** What the mentor wrote; staff read it, the student does not. */
  message: string;
}

type Answer = Promise<Outcome<{ state: string }, HostRefusal>>;

/**
 * A host answers the first contact, from the mailed link or signed in. An offer takes the seat itself for the placement's
 * days and dates. A question, or a word with an offer, becomes a task for staff; there is no private thread between an adult
 * and a student.
 */
export async function respondToFirstContact(wiring: Wiring, actor: MentorActor | LinkActor, input: HostReply): Answer {
  const host = (await findHost(wiring, actor, input.pursuitId))?.host;
  if (!host) return refused("not_found");
  return withScope(wiring, host, async (tx): Answer => {
    const pursuit = await lockPursuit(tx, { schoolId: host.schoolId, pursuitId: input.pursuitId });
    if (pursuit?.organisation_id !== host.organisationId) return refused("not_found");
    if (input.answer === "question") return askStaff(tx, wiring, pursuit, input.message);
    const answering = { actor: host, pursuit };
    if (input.answer === "turn_down") return turnDownInScope(tx, wiring, { ...answering, message: input.message });
    const offered = await makeOfferInScope(tx, wiring, answering);
    if (offered.ok && input.message.trim() !== "")
      await openMessageTask(tx, pursuit, { message: input.message, now: wiring.clock.now() });
    return offered;
  });
}

async function askStaff(tx: ScopeTx, wiring: Wiring, pursuit: PursuitFacts, message: string): Answer {
  if (pursuit.state !== "contacted" && pursuit.state !== "offered")
    return refused("wrong_state", { state: pursuit.state });
  const now = wiring.clock.now();
  const isNew = await openMessageTask(tx, pursuit, { message, now });
  if (isNew) await tellCoordinators(tx, { wiring, pursuit, event: "question", now });
  return done({ state: pursuit.state });
}

/** What a host wrote waits for staff until somebody has read it; answers whether it is new. */
function openMessageTask(
  tx: ScopeTx,
  pursuit: PursuitFacts,
  { message, now }: { message: string; now: Date },
): Promise<boolean> {
  return openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "mentor_question",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: {
      message,
      title: pursuit.title,
      organisation: pursuit.organisation_name,
      mentor: pursuit.mentor_name ?? "",
    },
    dedupeKey: `mentor_question:${pursuit.pursuit_id}:${digestOf(message)}`,
    now,
  });
}
