import { type Actor, actInSchool, type SchoolActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { faultOfQuestion, type Question, type QuestionFault } from "~/domain/question/question";
import type { Wiring } from "~/wiring";
import { listDistrictSchools } from "~db/offered-listings.server";
import { withScope } from "~db/scope.server";
import { askerOf } from "./asker";
import { openQuestionTask } from "./question-task.server";

/** One person's questions that may wait at once: a form that a machine fills in must come to an end. */
const MOST_WAITING = 10;

export type AskRefusal = QuestionFault | "not_permitted" | "school_missing" | "too_many";

/**
 * Somebody who is signed in, or bears a mailed link, asks their school something; a mentor says which school of the district.
 * It lands with its coordinators as a task. Sent twice it is one.
 */
export async function askSchool(
  wiring: Wiring,
  actor: Actor,
  input: Question & { schoolId: string | null },
): Promise<Outcome<null, AskRefusal>> {
  if (actor.kind === "system") return refused("not_permitted");
  const asker = askerOf(actor);
  const fault = faultOfQuestion(input, { known: asker.noun !== "link" });
  if (fault) return refused(fault);
  const here = await actAtSchool(wiring, actor, input.schoolId);
  if (!here) return refused("school_missing");
  const now = wiring.clock.now();
  const isAsked = await withScope(wiring, here, (tx) =>
    openQuestionTask(tx, { actor: here, asker, mostWaiting: MOST_WAITING, question: input, now }),
  );
  return isAsked ? done(null) : refused("too_many");
}

/** A mentor's question goes to the school they chose; where there is only one, nobody is asked to choose. */
async function actAtSchool(
  wiring: Wiring,
  actor: Exclude<Actor, { kind: "system" }>,
  schoolId: string | null,
): Promise<SchoolActor | null> {
  if (actor.kind !== "mentor") return actor;
  const schools = await withScope(wiring, actor, (tx) => listDistrictSchools(tx, actor.districtId));
  const chosen = schools.length === 1 ? schools[0] : schools.find(({ id }) => id === schoolId);
  return chosen ? actInSchool(actor, { schoolId: chosen.id }) : null;
}
