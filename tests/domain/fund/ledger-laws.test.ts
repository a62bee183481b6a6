import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, FUNDS, isAsset, isBalanced, type Posting } from "~/domain/fund/accounts";
import { allocationPostings, coverPostings, disbursementPostings } from "~/domain/fund/allocation-rules";
import { giftDifference, targetOf } from "~/domain/fund/gift-postings";
import { type GiftTruth, NOTHING } from "~/domain/fund/gift-truth";
import { othersDifference, type PayoutTruth, payoutDifference } from "~/domain/fund/payout-postings";
import { type Happening, happen, happening, STEPS, type Step } from "./stripe-world";

interface Entry {
  of: string;
  postings: Posting[];
}

/** A ledger as a list of entries, each made from what is true at the moment and what was posted before. */
function play(history: readonly Happening[], amounts: readonly number[]) {
  const gifts = amounts.map((minor, at): { minor: number; truth: GiftTruth } => ({
    minor,
    truth: { currency: "usd", ...NOTHING, promisedMinor: at % 2 === 0 ? minor : 0 },
  }));
  const entries: Entry[] = [];
  const reached = new Set<Step>();
  const all = () => entries.flatMap(({ postings }) => postings);
  const available = () => -balanceOf(all(), "available");
  const shortfall = () => balanceOf(all(), "shortfall");
  const post = (of: string, postings: Posting[]) => {
    if (postings.length > 0) entries.push({ of, postings });
    expect(isBalanced(postings)).toBe(true);
    expect(available()).toBeGreaterThanOrEqual(0);
    expect(shortfall()).toBeGreaterThanOrEqual(0);
  };
  const sync = (at: number) => {
    const gift = gifts[at];
    if (!gift) return;
    const posted = entries.filter(({ of }) => of === `gift ${at}`).flatMap(({ postings }) => postings);
    const { truth } = gift;
    const now = { availableMinor: available(), shortfallMinor: shortfall() };
    post(`gift ${at}`, giftDifference({ truth, purpose: "transit", posted, ...now }));
  };
  const payouts = new Map<number, PayoutTruth>();
  const others = new Map<number, number>();
  const postedOf = (key: string) => entries.filter(({ of }) => of === key).flatMap(({ postings }) => postings);
  const syncPayout = (at: number) => {
    const truth = payouts.get(at);
    if (truth) post(`payout ${at}`, payoutDifference(truth, postedOf(`payout ${at}`)));
  };
  for (const each of history) {
    if (each.at === "stripe") {
      const gift = gifts[each.gift];
      if (!gift) continue;
      const before = JSON.stringify(gift.truth);
      gift.truth = happen(gift.truth, each.step, gift.minor);
      if (JSON.stringify(gift.truth) !== before) reached.add(each.step);
      for (let times = 0; times < each.deliveries; times++) sync(each.gift);
    } else if (each.at === "resend") sync(each.gift);
    else if (each.at === "payout") {
      const minor = 700 + each.payout;
      const feeMinor = payouts.get(each.payout)?.feeMinor ?? each.feeMinor;
      const stripeMinor = each.status === "failed" ? 0 : -minor;
      payouts.set(each.payout, { minor, status: each.status, stripeMinor, feeMinor });
      if (each.isTold) syncPayout(each.payout);
    } else if (each.at === "line") {
      const minor = each.isOthers ? each.line * 400 - 300 : 0;
      others.set(each.line, minor);
      post(`line ${each.line}`, othersDifference(minor, postedOf(`line ${each.line}`)));
    } else if (each.at === "cover") {
      const minor = Math.floor((shortfall() * each.share) / 100);
      if (minor > 0) post("cover", coverPostings("transit", minor));
    } else {
      const minor = Math.floor((available() * each.share) / 100);
      if (minor === 0) continue;
      post("desk", allocationPostings("transit", minor));
      if (each.disburse) post("desk", disbursementPostings("transit", minor));
    }
  }
  gifts.forEach((_, at) => {
    sync(at);
  });
  for (const at of payouts.keys()) syncPayout(at);
  return { gifts, entries, all, available, shortfall, payouts, others, postedOf, reached };
}

const histories = fc.tuple(
  fc.array(happening, { maxLength: 60, size: "max" }),
  fc.array(fc.integer({ min: 100, max: 1_000_000 }), { minLength: 1, maxLength: 2 }),
);

test("whatever is repeated, reordered, dropped and sent again: the ledger balances and equals what Stripe holds", () => {
  fc.assert(
    fc.property(histories, ([history, amounts]) => {
      const { gifts, entries, all, payouts, others, postedOf } = play(history, amounts);
      const lines = all();
      expect(isBalanced(lines)).toBe(true);
      // what Stripe's own balance says, without a word of ours
      const settled = gifts.flatMap(({ truth }) => truth.charges).filter(({ status }) => status !== "pending");
      const atStripe = settled
        .flatMap((charge) => charge.lines)
        .reduce((sum, line) => sum + line.minor - line.feeMinor, 0);
      const left = [...payouts.values()].reduce((sum, payout) => sum + payout.stripeMinor - payout.feeMinor, 0);
      const ofOthers = [...others.values()].reduce((sum, minor) => sum + minor, 0);
      expect(balanceOf(lines, "stripe")).toBe(atStripe + left + ofOthers);
      // a payout equals its line on the bank statement, and nothing stays on its way once it is there or back
      let arrived = 0;
      for (const [at, payout] of payouts) {
        const own = postedOf(`payout ${at}`);
        expect(balanceOf(own, "bank")).toBe(payout.status === "paid" ? payout.minor : 0);
        expect(balanceOf(own, "transfer")).toBe(payout.status === "under_way" ? payout.minor : 0);
        arrived += balanceOf(own, "bank");
      }
      const spent = balanceOf(lines, "disbursed");
      const covered = balanceOf(
        entries.filter(({ of }) => of === "cover").flatMap(({ postings }) => postings),
        "bank",
      );
      const cheques = gifts.reduce((sum, { truth }) => sum + truth.chequeMinor, 0);
      expect(balanceOf(lines, "bank")).toBe(arrived + cheques - spent + covered);
      expect(balanceOf(lines, "fees") + spent + balanceOf(lines, "released")).toBe(0);
      gifts.forEach(({ truth, minor }, at) => {
        const own = entries.filter(({ of }) => of === `gift ${at}`).flatMap(({ postings }) => postings);
        const target = targetOf(truth);
        expect(balanceOf(own, "owed")).toBe(target.owedMinor);
        expect(balanceOf(own, "owed")).toBeLessThanOrEqual(minor);
        expect(balanceOf(own, "processing")).toBe(target.processingMinor);
        expect(balanceOf(own, "shortfall")).toBeGreaterThanOrEqual(0);
        expect(balanceOf(own, "available") + balanceOf(own, "shortfall") + target.fundMinor).toBe(0);
      });
    }),
    { numRuns: 1_500 },
  );
});

test("assets are worth what the funds hold, less the shortfall, at every moment", () => {
  fc.assert(
    fc.property(histories, ([history, amounts]) => {
      const { entries } = play(history, amounts);
      const lines: Posting[] = [];
      for (const { postings } of entries) {
        lines.push(...postings);
        const assets = lines.filter(({ account }) => isAsset(account)).reduce((sum, { minor }) => sum + minor, 0);
        const funds = FUNDS.reduce((sum, account) => sum - balanceOf(lines, account), 0);
        expect(assets + balanceOf(lines, "shortfall") - funds).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("the same truth a second time posts nothing", () => {
  fc.assert(
    fc.property(histories, ([history, amounts]) => {
      const { gifts, entries, available, shortfall } = play(history, amounts);
      gifts.forEach(({ truth }, at) => {
        const posted = entries.filter(({ of }) => of === `gift ${at}`).flatMap(({ postings }) => postings);
        const now = { availableMinor: available(), shortfallMinor: shortfall() };
        expect(giftDifference({ truth, purpose: "transit", posted, ...now })).toEqual([]);
      });
    }),
    { numRuns: 300 },
  );
});

test("every step comes up in the histories, so that the laws above are tried on it", () => {
  const sample = fc.sample(histories, { numRuns: 1_000, seed: 7 });
  const reached = sample.flatMap(([history, amounts]) => [...play(history, amounts).reached]);
  expect([...new Set(reached)].sort()).toEqual([...STEPS].sort());
});
