import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, isBalanced, type Posting } from "~/domain/fund/accounts";
import { allocationPostings, disbursementPostings } from "~/domain/fund/allocation-rules";
import { giftDifference } from "~/domain/fund/gift-postings";
import { NEEDED_EVENTS } from "~/domain/fund/needed-events";
import { payoutDifference } from "~/domain/fund/payout-postings";
import { ACTS } from "~/payments/stand-in/acts";
import type { StandInEvent } from "~/payments/stand-in/objects";
import { subjectOf } from "~/payments/stripe-objects";
import { GIFTS, GiftWorld } from "./gift-world";

/** Delivered at once, twice, later in another order, or lost on its first way. */
const fate = fc.constantFrom("now" as const, "twice" as const, "later" as const, "lost" as const);
const pick = fc.nat(60);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ at: fc.constant("act" as const), what: fc.constantFrom(...ACTS), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ at: fc.constant("tell" as const), type: fc.constantFrom(...NEEDED_EVENTS), pick }),
  },
  fc.record({ at: fc.constant("credit" as const), how: fc.constantFrom("lower" as const, "take_back" as const), pick }),
  fc.record({ at: fc.constant("pay_out" as const) }),
  fc.record({ at: fc.constant("spend" as const), share: fc.integer({ min: 1, max: 100 }) }),
);
const history = fc.record({
  steps: fc.array(fc.tuple(step, fate), { minLength: 8, maxLength: 40, size: "max" }),
  /** Stripe sends again for days what was lost; what stays lost the nightly check finds. */
  end: fc.constantFrom("sent_again" as const, "checked" as const),
  order: fc.array(fc.nat(1_000), { minLength: 16, maxLength: 16 }),
});

/** The product without a database: events are remembered by their id, and say only what to look at. */
class Receiver {
  readonly taken = new Set<string>();
  readonly applied = new Set<string>();
  private readonly posted = new Map<string, Posting[]>();
  private readonly sums = new Map<string, number>();
  constructor(private readonly world: GiftWorld) {}

  take({ id, body }: StandInEvent): void {
    if (this.taken.has(id)) return;
    this.taken.add(id);
    const { type, data } = JSON.parse(body);
    const subject = subjectOf(data.object);
    if (subject === null) return;
    this.applied.add(type);
    if (subject.kind === "payout") this.syncPayout(subject.payout);
    else this.syncGift(this.world.giftOf(subject.references) ?? -1);
  }

  check(): void {
    for (const gift of GIFTS) this.syncGift(gift);
    for (const { id } of this.world.payouts()) this.syncPayout(id);
  }

  spend(share: number): void {
    const minor = Math.floor((this.available() * share) / 100);
    if (minor === 0) return;
    this.post("desk", allocationPostings("transit", minor));
    this.post("desk", disbursementPostings("transit", minor));
  }

  sum(account: Posting["account"]): number {
    return this.sums.get(account) ?? 0;
  }

  of(key: string): Posting[] {
    return this.posted.get(key) ?? [];
  }

  private available(): number {
    return 0 - this.sum("available");
  }

  private syncGift(gift: number): void {
    if (gift < 0) return;
    const truth = this.world.truthOf(gift);
    const now = { availableMinor: this.available(), shortfallMinor: this.sum("shortfall") };
    const key = `gift ${gift}`;
    this.post(key, giftDifference({ truth, purpose: "transit", posted: this.of(key), ...now }));
  }

  private syncPayout(id: string): void {
    const found = this.world.payouts().find((payout) => payout.id === id);
    if (found) this.post(id, payoutDifference(found.truth, this.of(id)));
  }

  private post(key: string, postings: Posting[]): void {
    expect(isBalanced(postings)).toBe(true);
    this.posted.set(key, [...this.of(key), ...postings]);
    for (const { account, minor } of postings) this.sums.set(account, this.sum(account) + minor);
    expect(this.available()).toBeGreaterThanOrEqual(0);
    expect(this.sum("shortfall")).toBeGreaterThanOrEqual(0);
  }
}

type History = typeof history extends fc.Arbitrary<infer Each> ? Each : never;

function live({ steps, end, order }: History): { world: GiftWorld; receiver: Receiver } {
  const world = new GiftWorld();
  const receiver = new Receiver(world);
  const late: StandInEvent[] = [];
  let told = 0;
  for (const [each, what] of [[{ at: "act", what: "pay_card", pick: 0 }, "now"] as const, ...steps]) {
    if (each.at === "act") world.act(each.what, each.pick);
    else if (each.at === "tell") world.tell(each.type, each.pick);
    else if (each.at === "credit") world.credit(each.how, each.pick);
    else if (each.at === "pay_out") world.payOut();
    else receiver.spend(each.share);
    for (; told < world.events.length; told++) {
      const event = world.events[told] as StandInEvent;
      if (what === "now" || what === "twice") receiver.take(event);
      if (what === "twice") receiver.take(event);
      if (what === "later") late.push(event);
    }
  }
  const rank = new Map(late.map((event, at) => [event, order[at % order.length] ?? 0]));
  for (const event of late.sort((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0))) receiver.take(event);
  if (end === "sent_again") for (const event of world.events.toReversed()) receiver.take(event);
  else receiver.check();
  return { world, receiver };
}

const RUNS = 1_500;

test("1,500 histories of everything that can happen at Stripe end with the ledger equal to Stripe's own balance", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(history, (each) => {
      const { world, receiver } = live(each);
      expect(receiver.sum("stripe")).toBe(world.balance());
      let atBank = 0;
      for (const { id, truth } of world.payouts()) {
        expect(balanceOf(receiver.of(id), "bank")).toBe(truth.status === "paid" ? truth.minor : 0);
        atBank += balanceOf(receiver.of(id), "bank");
      }
      expect(receiver.sum("bank")).toBe(atBank - receiver.sum("disbursed"));
      expect(receiver.sum("owed") + receiver.sum("pledged")).toBe(0);
      expect(receiver.sum("processing") + receiver.sum("pending")).toBe(0);
      // once more, whatever came last, nothing is left to book
      const before = receiver.of("gift 0").length;
      receiver.check();
      expect(receiver.of("gift 0").length).toBe(before);
      for (const type of receiver.applied) seen.add(type);
    }),
    { numRuns: RUNS },
  );
  expect(NEEDED_EVENTS.filter((type) => !seen.has(type))).toEqual([]);
});
