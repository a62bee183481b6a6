import { type CardPair, DECK_VERSION } from "~/domain/interest/finder/deck";
import { nextQuestion, QUESTIONS, turnOf } from "~/domain/interest/finder/next-question";
import { FEWEST_ANSWERS } from "~/domain/interest/finder/profile";
import type { Answered } from "~/domain/interest/finder/standing";
import { findNewestSitting, listCardAnswers, type SittingRow } from "~db/interest-sittings.server";
import type { ScopeTx } from "~db/scope.server";

/** Where a student is in the cards. */
export interface FinderState {
  /** Null before the first answer. */
  sitting: SittingRow | null;
  answers: Answered[];
  /** Null after the last card, or once the student finished. */
  question: CardPair | null;
  total: number;
  mayFinish: boolean;
}

/** Reads the latest time through the cards; one that was given to an older deck is over, and the next begins anew. */
export async function readFinder(
  tx: ScopeTx,
  { schoolId, studentId }: { schoolId: string; studentId: string },
): Promise<FinderState> {
  const newest = await findNewestSitting(tx, { schoolId, studentId });
  const sitting = newest && (newest.finished_at || newest.deck_version === DECK_VERSION) ? newest : null;
  const answers = sitting ? await listCardAnswers(tx, { schoolId, sittingId: sitting.id }) : [];
  const version = sitting?.version ?? (newest?.version ?? 0) + 1;
  return {
    sitting,
    answers,
    question: sitting?.finished_at ? null : nextQuestion(answers, turnOf(studentId, version)),
    total: QUESTIONS,
    mayFinish: answers.length >= FEWEST_ANSWERS,
  };
}
