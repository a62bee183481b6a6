import type { StudentActor } from "~/domain/actor";
import type { CardPair } from "~/domain/interest/finder/deck";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { readFinder } from "./finder-state.server";

export interface FinderView {
  step: number;
  total: number;
  question: CardPair | null;
  mayFinish: boolean;
  finished: boolean;
}

/** The card question a student is at. Nothing is written before the first answer. */
export async function openFinder(wiring: Wiring, actor: StudentActor): Promise<FinderView> {
  const { schoolId, personId: studentId } = actor;
  const state = await withScope(wiring, actor, (tx) => readFinder(tx, { schoolId, studentId }));
  return {
    step: state.answers.length,
    total: state.total,
    question: state.question,
    mayFinish: state.mayFinish,
    finished: Boolean(state.sitting?.finished_at),
  };
}
