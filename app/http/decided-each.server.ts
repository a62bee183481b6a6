import { type AppLoadContext, json } from "@remix-run/node";
import type { Outcome } from "~/domain/outcome";
import type { DecidedEach, EachRefusal, RefusedPair } from "~/features/pursuits/decide-each.server";
import type { TextKey } from "~/locales/text-key";
import { decideRefusals } from "./approve-pair-form.server";
import { redirectWithToast, type ToastPart } from "./redirect-with-toast.server";
import type { Refusals } from "./refuse.server";
import { sentenceFor } from "./text.server";

const WORDS = {
  approve: { toast: "board:toast.held", lead: "board:each.approve" },
  undo: { toast: "board:toast.undone", lead: "board:each.undo" },
  now: { toast: "board:toast.carriedOut", lead: "board:each.now" },
} as const;

/** More than anybody reads at once; the board shows the rest. */
const TOLD = 10;

/** Leads back with what was done, or answers with the names and the reason of each pair that was refused. */
export function answerDecidedEach(
  context: AppLoadContext,
  outcome: Outcome<DecidedEach, "not_permitted" | "not_found">,
  { decision, back }: { decision: keyof typeof WORDS; back: string },
) {
  const { toast, lead } = WORDS[decision];
  if (outcome.ok && outcome.value.refused.length === 0)
    return redirectWithToast(back, toast, { count: outcome.value.done, after: goOn(outcome.value.as) });
  const told = outcome.ok ? tell(context, lead, outcome.value) : sentenceFor(context, "board:each.gone");
  const matchId = outcome.ok ? outcome.value.refused.map((pair) => pair.matchId) : [];
  return json({ ok: false as const, errors: { "": told }, values: { intent: decision, matchId } }, { status: 409 });
}

/** How many of some approvals go on to the families, and how many to the students first: the words after a toast. */
export function goOn({ approved, suggested }: Partial<DecidedEach["as"]>): ToastPart[] {
  const ways = [
    { key: "board:toast.goOn", count: approved },
    { key: "board:toast.toStudents", count: suggested },
  ] as const;
  return ways.flatMap(({ key, count = 0 }) => (count > 0 ? { key, count } : []));
}

function tell(context: AppLoadContext, lead: TextKey, { done, as, refused }: DecidedEach): string {
  const say = (key: TextKey, values: Record<string, string | number>) => sentenceFor(context, key, values);
  const lines = [
    [say(lead, { done, refused: refused.length }), ...goOn(as).map(({ key, count }) => say(key, { count }))].join(" "),
    ...refused.slice(0, TOLD).map(({ pair, reason, detail }: RefusedPair) => {
      const { key } = eachRefusals[reason];
      if (!pair) return say("board:each.gone", {});
      return say("board:each.pair", { ...pair, why: say(key, detail ?? {}) });
    }),
  ];
  if (refused.length > TOLD) lines.push(say("board:each.more", { count: refused.length - TOLD }));
  return lines.join("\n");
}

const eachRefusals: Refusals<EachRefusal> = {
  ...decideRefusals,
  too_late: { status: 409, key: "board:fault.tooLate" },
};
