import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { LONGEST_WAIT_DAYS, MOST_STEPS, SHORTEST_WAIT_DAYS, type Step } from "~/domain/outreach/sequence";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { lockSequence, replaceSteps } from "~db/sequences.server";
import { composeOutreach, LONGEST_BODY, LONGEST_SUBJECT, type TextFault } from "./compose-outreach.server";

export type WriteStepsRefusal =
  | TextFault
  | "not_permitted"
  | "not_found"
  | "changed_meanwhile"
  | "not_now"
  | "steps_missing"
  | "wait_unfit";

interface Written {
  sequenceId: string;
  /** As the form showed it. */
  revision: number;
  /** In their order; one without subject and words is left out. The wait of the first counts nothing. */
  steps: readonly Step[];
}

/** Writes the mails of a sequence that is not running. What went out stays as it was; whoever waits gets the new words. */
export async function writeSteps(
  wiring: Wiring,
  actor: Actor,
  { sequenceId, revision, steps: typed }: Written,
): Promise<Outcome<null, WriteStepsRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const sequence = await lockSequence(tx, { schoolId, sequenceId });
    if (!sequence) return refused("not_found");
    if (sequence.state !== "draft" && sequence.state !== "paused") return refused("not_now");
    if (sequence.revision !== revision) return refused("changed_meanwhile");
    const steps = typed
      .map(({ waitDays, subject, body }) => ({
        waitDays,
        subject: subject.replaceAll(/\s+/g, " ").trim(),
        body: body.trim(),
      }))
      .filter(({ subject, body }) => subject !== "" || body !== "")
      .map((step, place) => (place === 0 ? { ...step, waitDays: 0 } : step));
    if (steps.length === 0 || steps.length > MOST_STEPS) return refused("steps_missing");
    for (const [place, step] of steps.entries()) {
      const fault = await faultOf(tx, { actor, step, place });
      if (fault) return fault;
    }
    await replaceSteps(tx, { schoolId, sequenceId, steps });
    await recordAct(tx, { actor, noun: "sequence", nounId: sequenceId, transition: "write", now });
    return done(null);
  });
}

/** Characters of a subject with its placeholders, which are longer than what fills them. */
const LONGEST_KEPT_SUBJECT = 150;

/** Somebody of whom everything is known: what the text lacks for a real contact is said beside them. */
const ANYBODY = { fullName: "Ida Moe", organisationName: "Moe", origin: "typed", originNote: "" } as const;

async function faultOf(tx: ScopeTx, { actor, step, place }: { actor: StaffActor; step: Step; place: number }) {
  const { waitDays, ...text } = step;
  const isFit = waitDays >= SHORTEST_WAIT_DAYS && waitDays <= LONGEST_WAIT_DAYS;
  const at = { step: place + 1 };
  if (place > 0 && !isFit)
    return refused("wait_unfit", { ...at, minimum: SHORTEST_WAIT_DAYS, maximum: LONGEST_WAIT_DAYS });
  // As it is kept, with its placeholders; filled for somebody it may still be longer.
  if (step.subject.length > LONGEST_KEPT_SUBJECT) return refused("subject_long", { ...at, maximum: LONGEST_SUBJECT });
  if (step.body.length > LONGEST_BODY) return refused("body_long", { ...at, maximum: LONGEST_BODY });
  const { schoolId, personId: writerId } = actor;
  const composed = await composeOutreach(tx, { schoolId, writerId, contact: ANYBODY, text });
  return composed.ok ? null : refused(composed.reason, { ...composed.detail, ...at });
}
