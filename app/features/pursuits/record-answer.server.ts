import { cameFrom, type HowItWasSaid } from "~/domain/acting/how-it-was-said";
import type { ScanFault } from "~/domain/acting/scan";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isOfHost, type PursuitAnswer } from "~/domain/pursuit/answers";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { HowItCame } from "~/lifecycle.server";
import { keepScan, readScan } from "~/steps/keep-scan.server";
import { tellMentor, tellStudent } from "~/steps/tell.server";
import { withdrawInScope } from "~/steps/withdraw.server";
import type { Wiring } from "~/wiring";
import { lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { makeOfferInScope, type OfferRefusal } from "./make-offer.server";
import { refuseOfferInScope } from "./refuse-offer.server";
import { takeOfferInScope } from "./take-offer.server";
import { turnDownInScope } from "./turn-down.server";
import { wantSuggestionInScope } from "./want-suggestion.server";

export interface RecordedAnswer extends HowItWasSaid {
  pursuitId: string;
  answer: PursuitAnswer;
}

export type RecordAnswerRefusal = OfferRefusal | ScanFault | "evidence_missing" | "no_mentor";
type Recorded = Promise<Outcome<{ state: string }, RecordAnswerRefusal>>;

/**
 * Staff take down what a host or a student answered by phone, in person or on paper. It moves the pursuit as their own answer
 * would, under the same needs and locks; the audit log names both, and whoever it was taken down for is told, so that a wrong
 * one does not stand unnoticed. A host whose mentor is suspended or not named cannot answer this way either.
 */
export async function recordAnswer(wiring: Wiring, actor: Actor, input: RecordedAnswer): Recorded {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  if (input.evidence.trim() === "") return refused("evidence_missing");
  return withScope(wiring, actor, async (tx): Recorded => {
    const pursuit = await lockPursuit(tx, { schoolId: actor.schoolId, pursuitId: input.pursuitId });
    if (!pursuit) return refused("not_found");
    const ofHost = isOfHost(input.answer);
    if (ofHost && (pursuit.lead_mentor_id === null || pursuit.mentor_suspended_at !== null))
      return refused("no_mentor");
    const of = { noun: "pursuit", id: input.pursuitId } as const;
    const scan = await readScan(tx, { schoolId: actor.schoolId, of, file: input.scan });
    if (!scan.ok) return scan;
    const moved = await move(tx, wiring, { actor, pursuit, input, came: howItCame(pursuit, input) });
    if (!moved.ok) return moved;
    const now = wiring.clock.now();
    await keepScan(tx, { actor, of, picture: scan.value, now });
    const receipt = { wiring, pursuit, event: "answer_recorded", now } as const;
    await (ofHost ? tellMentor(tx, receipt) : tellStudent(tx, receipt));
    return moved;
  });
}

function howItCame(pursuit: PursuitFacts, said: RecordedAnswer): HowItCame {
  const { lead_mentor_id: mentorId, student_id: studentId } = pursuit;
  return isOfHost(said.answer)
    ? cameFrom({ id: mentorId, language: pursuit.mentor_language }, said)
    : cameFrom({ id: studentId, language: pursuit.student_language }, said);
}

interface Move {
  actor: StaffActor;
  pursuit: PursuitFacts;
  input: RecordedAnswer;
  came: HowItCame;
}

async function move(tx: ScopeTx, wiring: Wiring, { actor, pursuit, input, came }: Move): Recorded {
  const answering = { actor, pursuit, came };
  switch (input.answer) {
    case "want": {
      const wanted = await wantSuggestionInScope(tx, wiring, answering);
      return wanted.ok ? done({ state: wanted.value.to }) : wanted;
    }
    case "offer":
      return makeOfferInScope(tx, wiring, answering);
    case "turn_down":
      return turnDownInScope(tx, wiring, { ...answering, message: input.evidence.trim() });
    case "take":
      return takeOfferInScope(tx, wiring, answering);
    case "no_thanks":
      return refuseOfferInScope(tx, wiring, answering);
    case "withdraw": {
      const wish = { because: "student_wish", reason: "", now: wiring.clock.now() } as const;
      const withdrawn = await withdrawInScope(tx, wiring, { ...answering, ...wish });
      return withdrawn.ok ? done({ state: withdrawn.value.to }) : withdrawn;
    }
  }
}
