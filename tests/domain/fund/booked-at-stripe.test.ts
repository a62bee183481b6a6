import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf } from "~/domain/fund/accounts";
import { type BookedGift, bookedAtStripe, withCheque, withoutInvoice } from "~/domain/fund/booked-at-stripe";
import { giftDifference, targetOf } from "~/domain/fund/gift-postings";
import { cameBackOf, type GiftTruth, standingOf } from "~/domain/fund/gift-truth";
import { ACTS } from "~/payments/stand-in/acts";
import { GIFTS, GiftWorld } from "./gift-world";

const pick = fc.nat(60);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.constant("act" as const), what: fc.constantFrom(...ACTS), pick }) },
  fc.record({ at: fc.constant("lower" as const), pick }),
  fc.record({
    at: fc.constant("cheque" as const),
    gift: fc.constantFrom(...GIFTS),
    minor: fc.constantFrom(900, 7_000),
  }),
  fc.record({ at: fc.constant("end_promise" as const), gift: fc.constantFrom(...GIFTS) }),
);

function liveThrough(steps: readonly (typeof step extends fc.Arbitrary<infer Each> ? Each : never)[]): GiftWorld {
  const world = new GiftWorld();
  for (const each of steps) {
    if (each.at === "act") world.act(each.what, each.pick);
    else if (each.at === "lower") world.credit("lower", each.pick);
    else if (each.at === "cheque") world.cheque(each.gift, each.minor);
    else world.endPromise(each.gift);
  }
  return world;
}

const book = (truth: GiftTruth, posted: BookedGift["posted"] = []) =>
  giftDifference({
    truth,
    purpose: "tools",
    posted,
    availableMinor: 0,
    shortfallMinor: balanceOf(posted, "shortfall"),
  });

/** What the books say once everything that Stripe says is booked. */
function booked(truth: GiftTruth): BookedGift {
  const { chequeMinor, currency, promisedMinor } = truth;
  const cheque = { id: "", minor: chequeMinor, number: "", receivedOn: "2026-10-14", invoice: null, creditNote: null };
  return {
    ...{ minor: promisedMinor || 18_000, currency, promisedMinor, invoice: "in_1" },
    standing: standingOf(truth),
    cameBack: cameBackOf(truth),
    cheques: chequeMinor > 0 ? [{ ...cheque, bouncedAt: null, owedAgain: false }] : [],
    posted: book(truth),
  };
}

const settleable = ["pledged", "invoiced", "uncollectible", "void", "failed", "outside"];

test("what the books say stands for what Stripe said: nothing is left to book, and every gift keeps its word", () => {
  const seen = new Set<string>();
  const law = fc.property(fc.array(step, { minLength: 2, maxLength: 20, size: "max" }), (steps) => {
    const world = liveThrough(steps);
    for (const gift of GIFTS) {
      const truth = world.truthOf(gift);
      const before = booked(truth);
      const instead = { ...truth, ...bookedAtStripe(before) };
      expect(book(instead, before.posted)).toEqual([]);
      expect([standingOf(instead), cameBackOf(instead)]).toEqual([before.standing, before.cameBack]);
      seen.add(before.standing);
      const { owedMinor } = targetOf(truth);
      // a check for all that is owed, or the end of what was asked for, leaves nothing owed and takes nothing from what came
      const invoices = withCheque(instead.invoices, owedMinor);
      const paid = targetOf({ ...instead, invoices, chequeMinor: truth.chequeMinor + owedMinor });
      const ended = targetOf({ ...instead, promisedMinor: 0, invoices: withoutInvoice(instead.invoices) });
      expect([paid.owedMinor, ended.owedMinor]).toEqual([0, 0]);
      expect([paid.stripeMinor, ended.stripeMinor]).toEqual([targetOf(truth).stripeMinor, targetOf(truth).stripeMinor]);
    }
  });
  fc.assert(law, { numRuns: 1_500 });
  expect(settleable.filter((each) => !seen.has(each))).toEqual([]);
});
