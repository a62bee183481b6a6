import { done, type Outcome, refused } from "~/domain/outcome";
import { faultOfQuestion, type Question } from "~/domain/question/question";
import { limitKey } from "~/steps/limit-key.server";
import type { Wiring } from "~/wiring";
import { type Limit, takeFromLimit } from "~db/rate-limits.server";
import { findDistrictOf } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";
import type { AskRefusal } from "./ask-school.server";
import { openQuestionTask } from "./question-task.server";

const ASKS: readonly Limit[] = [
  { name: "ask-school", points: 5, windowSeconds: 15 * 60 },
  { name: "ask-school-day", points: 20, windowSeconds: 24 * 60 * 60 },
];

/** Visitors' questions that may wait at one school at once, whoever they are. */
const MOST_WAITING = 100;

/**
 * Somebody without an account, or with a link that has run out, asks a school something, and says who they are and where an
 * answer reaches them. `address` is where the request came from; it is counted under a hash and kept nowhere else. Nothing is
 * mailed to what they typed.
 */
export async function askAsVisitor(
  wiring: Wiring,
  input: Question & { schoolId: string | null; address: string },
): Promise<Outcome<null, AskRefusal>> {
  const fault = faultOfQuestion(input, { known: false });
  if (fault) return refused(fault);
  const { schoolId } = input;
  const districtId = schoolId && (await withSystem(wiring, (tx) => findDistrictOf(tx, schoolId)));
  if (!schoolId || !districtId) return refused("school_missing");
  const from = limitKey(wiring.env.secret, input.address);
  for (const limit of ASKS) if (!(await takeFromLimit(wiring, limit, from)).ok) return refused("too_many");
  const actor = { kind: "system", job: "visitor", schoolId, districtId } as const;
  const asker = { noun: "school", id: schoolId } as const;
  const now = wiring.clock.now();
  const isAsked = await withScope(wiring, actor, (tx) =>
    openQuestionTask(tx, { actor, asker, from: from.slice(0, 16), mostWaiting: MOST_WAITING, question: input, now }),
  );
  return isAsked ? done(null) : refused("too_many");
}
