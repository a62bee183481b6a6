import type { AppLoadContext } from "@remix-run/node";
import type { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { rulePair } from "~/features/matching/rule-pair.server";
import { decideEach } from "~/features/pursuits/decide-each.server";
import { holdPair } from "~/features/pursuits/hold-pair.server";
import { holdPairRefusals, type RankingForm } from "~/http/approve-pair-form.server";
import { answerDecidedEach, goOn } from "~/http/decided-each.server";
import type { Typed } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { rulePairRefusals } from "~/http/rule-pair-form.server";

interface InRanking {
  context: AppLoadContext;
  actor: StaffActor;
  /** The address of the page, to come back to. */
  back: string;
  /** The pair that the page is about, by its other half: what a form says of another one is not asked. */
  pairOf: (other: { studentId?: string; listingId?: string }) => { studentId: string; listingId: string };
  typed: Typed;
}

/** What the buttons of a ranking ask: approve one pair, undo or carry out approvals, or settle a pair. */
export async function decideInRanking(asked: z.infer<typeof RankingForm>, ranking: InRanking) {
  const { context, actor, back, pairOf, typed } = ranking;
  const { wiring } = context;
  switch (asked.intent) {
    case "approve": {
      const { id, seen } = asked;
      const pair = pairOf({ studentId: id, listingId: id });
      const outcome = await holdPair(wiring, actor, { ...pair, seen });
      if (!outcome.ok) return refuse(context, outcome, holdPairRefusals(outcome), typed);
      return redirectWithToast(back, "board:toast.held", { count: 1, after: goOn({ [outcome.value.as]: 1 }) });
    }
    case "rule": {
      const outcome = await rulePair(wiring, actor, { ...asked, ...pairOf(asked) });
      if (!outcome.ok) return refuse(context, outcome, rulePairRefusals(outcome), typed);
      return redirectWithToast(back, `board:toast.${asked.ruling}`);
    }
    default: {
      const { intent: decision, held: approvals } = asked;
      const outcome = await decideEach(wiring, actor, { decision, approvals });
      return answerDecidedEach(context, outcome, { decision, back });
    }
  }
}
