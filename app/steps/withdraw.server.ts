import type { SchoolActor } from "~/domain/actor";
import type { Outcome } from "~/domain/outcome";
import { type AdvanceRefusal, advance, type HowItCame } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { cleanUpPursuit, tellMentorOfEnd } from "./end-pursuit.server";
import { tellCoordinators, tellStudent } from "./tell.server";
import { tellFamily } from "./tell-family.server";

export interface Withdrawal {
  actor: SchoolActor;
  pursuit: PursuitFacts;
  /** The student's own wish, a decision of school or family, or another internship on the same days that the student took. */
  because: "student_wish" | "school_decision" | "took_another";
  reason: string;
  /** What the student wrote about it; staff read it with the pursuit, and nobody else. */
  words?: string;
  /** For whom and how, where staff take it down. */
  came?: HowItCame | undefined;
  now: Date;
}

/** Withdraws a live pursuit of a locked student: place and seat are free again, the host who knew of it is told and reads nothing more. */
export async function withdrawInScope(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, because, reason, words = "", came, now }: Withdrawal,
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  const at = now.toISOString();
  const news = { wiring, pursuit, event: "withdrawn", now } as const;
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "withdraw",
    met: [],
    notices: {
      mentor: () => tellMentorOfEnd(tx, wiring, { actor, pursuit, event: "withdrawn", now }),
      student: async () => {
        if (because === "school_decision") await tellStudent(tx, news);
      },
      family: async () => {
        if (because !== "took_another") await tellFamily(tx, news);
      },
      coordinators: async () => {
        if (because === "student_wish") await tellCoordinators(tx, news);
      },
    },
    set: { ended_at: at, updated_at: at, decline_for_staff: words },
    act: { reason, ...came },
    now,
  });
  if (moved.ok) await cleanUpPursuit(tx, wiring, { actor, pursuit, now });
  return moved;
}
