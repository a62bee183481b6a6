import { describe, expect, test } from "vitest";
import { balanceOf } from "~/domain/fund/accounts";
import { foreignLines, giftDifference } from "~/domain/fund/gift-postings";
import {
  type BalanceLine,
  cameBackOf,
  dueMinor,
  type GiftTruth,
  isUnderWay,
  standingOf,
  wentBackMinor,
} from "~/domain/fund/gift-truth";
import { payoutDifference } from "~/domain/fund/payout-postings";

const line = (kind: BalanceLine["kind"], minor: number, feeMinor = 0): BalanceLine => ({
  id: kind,
  kind,
  minor,
  feeMinor,
  madeAtSeconds: 0,
  currency: "usd",
});
const gift = (truth: Partial<GiftTruth>): GiftTruth => ({
  ...{ currency: "usd", promisedMinor: 0, charges: [], invoices: [], chequeMinor: 0 },
  ...truth,
});
const paid = (...lines: BalanceLine[]) =>
  gift({ charges: [{ id: "ch", status: "succeeded", minor: 10_000, lines, disputes: [], paidInvoice: null }] });
const entry = (truth: GiftTruth, posted: ReturnType<typeof giftDifference> = [], availableMinor = 0) =>
  giftDifference({
    ...{ truth, purpose: "tools", posted, availableMinor },
    shortfallMinor: balanceOf(posted, "shortfall"),
  });
/** An entry as the business office would write it down. */
const written = (postings: ReturnType<typeof giftDifference>) =>
  Object.fromEntries(postings.map(({ account, minor }) => [account, minor]));

const CARD = paid(line("charge", 10_000, 320));

test("a pledge is owed and nothing is there to spend", () => {
  expect(written(entry(gift({ promisedMinor: 10_000 })))).toEqual({ owed: 10_000, pledged: -10_000 });
});

test("a bank debit under way is pending, not available, and takes the place of the pledge", () => {
  const pledge = entry(gift({ promisedMinor: 10_000 }));
  const charges = [{ id: "ch", status: "pending" as const, minor: 10_000, lines: [], disputes: [], paidInvoice: null }];
  expect(written(entry(gift({ promisedMinor: 10_000, charges }), pledge))).toEqual({
    owed: -10_000,
    pledged: 10_000,
    processing: 10_000,
    pending: -10_000,
  });
});

test("a paid gift is available without Stripe's fee, which is an expense released from its purpose", () => {
  expect(written(entry(CARD))).toEqual({ stripe: 9_680, fees: 320, released: -320, available: -9_680 });
});

test("a partial refund takes its part", () => {
  const refunded = paid(line("charge", 10_000, 320), line("refund", -4_000));
  expect(written(entry(refunded, entry(CARD), 9_680))).toEqual({ stripe: -4_000, available: 4_000 });
  expect(standingOf(refunded)).toBe("part_refunded");
});

test("a dispute lost after most was spent takes what is left and books the rest to the shortfall", () => {
  const lost = gift({
    charges: [
      {
        id: "ch",
        status: "succeeded",
        minor: 10_000,
        lines: [line("charge", 10_000, 320), line("dispute", -10_000, 1_500)],
        disputes: ["lost"],
        paidInvoice: null,
      },
    ],
  });
  expect(written(entry(lost, entry(CARD), 680))).toEqual({
    stripe: -11_500,
    fees: 1_500,
    released: -1_500,
    available: 680,
    shortfall: 10_820,
  });
  expect(standingOf(lost)).toBe("lost");
});

test("money that comes back makes good the gift's own shortfall first", () => {
  const open = paid(line("charge", 10_000, 320), line("dispute", -10_000, 1_500));
  const before = entry(CARD);
  const posted = [...before, ...entry(open, before, 680)];
  const won = paid(line("charge", 10_000, 320), line("dispute", -10_000, 1_500), line("dispute", 10_000, -1_500));
  expect(written(entry(won, posted, 0))).toEqual({
    stripe: 11_500,
    fees: -1_500,
    released: 1_500,
    shortfall: -10_820,
    available: -680,
  });
});

test("a payment that fails after it had succeeded is owed again when it was a pledge", () => {
  const failed = gift({
    promisedMinor: 10_000,
    charges: [
      {
        id: "ch",
        status: "failed",
        minor: 10_000,
        lines: [line("charge", 10_000, 80), line("failure", -10_000, 400)],
        disputes: [],
        paidInvoice: null,
      },
    ],
  });
  expect(written(entry(failed, entry(CARD), 9_680))).toEqual({
    owed: 10_000,
    pledged: -10_000,
    stripe: -10_160,
    fees: 160,
    released: -160,
    available: 9_680,
    shortfall: 480,
  });
  expect(standingOf(failed)).toBe("pledged");
});

describe("an invoice that a payment had settled", () => {
  const settled = (promisedMinor: number, ...charges: GiftTruth["charges"][number][]) =>
    gift({ promisedMinor, charges, invoices: [{ id: "in", status: "paid", remainingMinor: 0 }] });
  const part = (minor: number, status: "succeeded" | "failed") => ({
    ...{ id: `ch_${minor}`, status, minor, disputes: [], paidInvoice: "in" },
    lines: [line("charge", minor), ...(status === "failed" ? [line("failure", -minor)] : [])],
  });

  test("which fails after all is promised and owed again, and failed where nothing was promised", () => {
    const promised = settled(10_000, part(10_000, "failed"));
    expect([standingOf(promised), dueMinor(promised)]).toEqual(["pledged", 10_000]);
    const unpromised = settled(0, part(10_000, "failed"));
    expect([standingOf(unpromised), dueMinor(unpromised)]).toEqual(["failed", 0]);
  });

  test("of which a part fails after all is owed in that part", () => {
    const half = settled(10_000, part(6_000, "succeeded"), part(4_000, "failed"));
    expect([standingOf(half), dueMinor(half)]).toEqual(["pledged", 4_000]);
  });

  test("ends the promise while its payment stands, and when somebody marked it as paid elsewhere", () => {
    const paidInFull = settled(10_000, part(8_000, "succeeded"));
    expect([standingOf(paidInFull), dueMinor(paidInFull)]).toEqual(["paid", 0]);
    expect([standingOf(settled(10_000)), dueMinor(settled(10_000))]).toEqual(["outside", 0]);
  });
});

test.each([
  ["came", { chequeMinor: 4_000 }, []],
  ["was refunded", {}, [line("charge", 4_000), line("refund", -4_000)]],
  ["is promised", { promisedMinor: 10_000 }, []],
])("a gift is under way as long as a part of it is on its way, whatever the other part: it %s", (_, truth, lines) => {
  const one = { id: "ch", disputes: [], paidInvoice: null };
  const charges = [
    { ...one, status: "pending" as const, minor: 6_000, lines: [] },
    ...(lines.length > 0 ? [{ ...one, status: "succeeded" as const, minor: 4_000, lines }] : []),
  ];
  expect(isUnderWay(standingOf(gift({ ...truth, charges })))).toBe(true);
});

test("a part that was given back while the rest is invoiced is still owed in that rest, and both are said", () => {
  const lines = [line("charge", 5_000, 175), line("refund", -5_000)];
  const truth = gift({
    charges: [{ id: "ch", status: "succeeded", minor: 5_000, lines, disputes: [], paidInvoice: null }],
    invoices: [{ id: "in", status: "open", remainingMinor: 5_000 }],
  });
  expect([standingOf(truth), cameBackOf(truth), dueMinor(truth)]).toEqual(["invoiced", "refunded", 5_000]);
});

test("a cheque goes to the bank, and back when it bounces", () => {
  const cheque = entry(gift({ chequeMinor: 5_000 }));
  expect(written(cheque)).toEqual({ bank: 5_000, available: -5_000 });
  expect(written(entry(gift({}), cheque, 2_000))).toEqual({ bank: -5_000, available: 2_000, shortfall: 3_000 });
});

test("a line in another currency is not booked and is named", () => {
  const foreign = paid({ ...line("charge", 10_000), currency: "eur" });
  expect(entry(foreign)).toEqual([]);
  expect(foreignLines(foreign)).toHaveLength(1);
});

test("a gift that is kept in another currency is paid, and no sum of that currency is said to have gone back", () => {
  const euros = (kind: BalanceLine["kind"], minor: number) => ({ ...line(kind, minor), currency: "eur" });
  for (const lines of [[euros("charge", 9_200)], [euros("charge", 9_200), euros("refund", -4_600)]])
    expect([standingOf(paid(...lines)), wentBackMinor(paid(...lines))]).toEqual(["paid", 0]);
  const half = { ...paid(line("charge", 10_000), line("refund", -5_000)).charges[0], id: "ch_2" };
  const both = paid(euros("charge", 9_200));
  const mixed = gift({ charges: [...both.charges, half as GiftTruth["charges"][number]] });
  expect([standingOf(mixed), wentBackMinor(mixed)]).toEqual(["part_refunded", 5_000]);
});

test("a payout leaves Stripe, is on its way, equals its line at the bank, and comes back when it fails afterwards", () => {
  const made = { minor: 9_680, stripeMinor: -9_680, feeMinor: 0 };
  const away = payoutDifference({ ...made, status: "under_way" }, []);
  expect(written(away)).toEqual({ transfer: 9_680, stripe: -9_680 });
  const arrived = payoutDifference({ ...made, status: "paid" }, away);
  expect(written(arrived)).toEqual({ bank: 9_680, transfer: -9_680 });
  const back = payoutDifference({ ...made, stripeMinor: 0, status: "failed" }, [...away, ...arrived]);
  expect(written(back)).toEqual({ bank: -9_680, stripe: 9_680 });
});

test("what Stripe takes for a payout is owed to the fund, and no gift pays for it", () => {
  const truth = { minor: 9_680, stripeMinor: -9_680, feeMinor: 15, status: "paid" } as const;
  expect(written(payoutDifference(truth, []))).toEqual({ bank: 9_680, stripe: -9_695, others: 15 });
});
