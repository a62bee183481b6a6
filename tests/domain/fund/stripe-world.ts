import fc from "fast-check";
import type { BalanceLine, Charge, GiftTruth, Invoice } from "~/domain/fund/gift-truth";

/** What can happen to a gift at Stripe, each step a change of its objects and an event about it. */
type Step =
  | "pay_card"
  | "pay_bank"
  | "bank_settles"
  | "fails"
  | "refund_part"
  | "refund_rest"
  | "refund_fails"
  | "dispute"
  | "dispute_won"
  | "dispute_lost"
  | "promise_ends"
  | "invoice"
  | "invoice_void"
  | "invoice_given_up";

const STEPS: readonly Step[] = [
  "pay_card",
  "pay_bank",
  "bank_settles",
  "fails",
  "refund_part",
  "refund_rest",
  "refund_fails",
  "dispute",
  "dispute_won",
  "dispute_lost",
  "promise_ends",
  "invoice",
  "invoice_void",
  "invoice_given_up",
];

/** A gift at Stripe that changes as Stripe changes it; a step that cannot happen now changes nothing. */
export function happen(truth: GiftTruth, step: Step, minor: number): GiftTruth {
  const last = truth.charges.at(-1);
  const live = last && last.status !== "failed" ? last : undefined;
  const change = (to: Charge): GiftTruth => ({ ...truth, charges: [...truth.charges.slice(0, -1), to] });
  const line = (kind: BalanceLine["kind"], amount: number, feeMinor = 0): BalanceLine => ({
    id: `${kind}-${last?.lines.length ?? 0}`,
    kind,
    minor: amount,
    feeMinor,
    madeAtSeconds: 0,
    currency: truth.currency,
  });
  const fee = Math.round(minor * 0.029) + 30;
  const left = live?.lines.reduce((sum, each) => sum + each.minor, 0) ?? 0;
  const isFree = live?.status === "succeeded" && !live.disputes.includes("open");
  const add = (lines: BalanceLine[], more: Partial<Charge> = {}) =>
    live ? change({ ...live, ...more, lines: [...live.lines, ...lines] }) : truth;
  const settle = (how: "won" | "lost") => live?.disputes.map((each) => (each === "open" ? how : each)) ?? [];
  switch (step) {
    case "pay_card":
    case "pay_bank": {
      if (live) return truth;
      const paid = step === "pay_card";
      const lines = paid ? [line("charge", minor, fee)] : [];
      const charge: Charge = { id: "c", status: paid ? "succeeded" : "pending", minor, lines, disputes: [] };
      const paidInvoice = (each: Invoice): Invoice =>
        each.status === "open" && paid ? { ...each, status: "paid", remainingMinor: 0 } : each;
      return { ...truth, charges: [...truth.charges, charge], invoices: truth.invoices.map(paidInvoice) };
    }
    case "bank_settles":
      return live?.status === "pending" ? add([line("charge", minor, 80)], { status: "succeeded" }) : truth;
    case "fails":
      if (live?.status === "pending") return add([], { status: "failed" });
      return isFree && left > 0 ? add([line("failure", -left, 400)], { status: "failed" }) : truth;
    case "refund_part":
      return isFree && left > 1 ? add([line("refund", -Math.floor(left / 2))]) : truth;
    case "refund_rest":
      return isFree && left > 0 ? add([line("refund", -left)]) : truth;
    case "refund_fails": {
      const refund = live?.lines.findLast((each) => each.kind === "refund");
      const failed = live?.lines.some((each) => each.kind === "refund_failure");
      return refund && !failed ? add([line("refund_failure", -refund.minor)]) : truth;
    }
    case "dispute":
      return isFree && left > 0 ? add([line("dispute", -left, 1500)], { disputes: [...live.disputes, "open"] }) : truth;
    case "dispute_won": {
      const taken = live?.lines.findLast((each) => each.kind === "dispute");
      return live?.disputes.includes("open") && taken
        ? add([line("dispute", -taken.minor, -1500)], { disputes: settle("won") })
        : truth;
    }
    case "dispute_lost":
      return live?.disputes.includes("open") ? add([], { disputes: settle("lost") }) : truth;
    case "promise_ends":
      return { ...truth, promisedMinor: 0 };
    case "invoice":
      if (live || truth.invoices.some(({ status }) => status === "open")) return truth;
      return { ...truth, invoices: [...truth.invoices, { id: "in", status: "open", remainingMinor: minor }] };
    case "invoice_void":
    case "invoice_given_up": {
      if (live) return truth;
      const to = step === "invoice_void" ? "void" : "uncollectible";
      return {
        ...truth,
        invoices: truth.invoices.map((each) => (each.status === "open" ? { ...each, status: to } : each)),
      };
    }
  }
}

const atStripe = fc.record({
  at: fc.constant("stripe" as const),
  gift: fc.nat(1),
  step: fc.constantFrom(...STEPS),
  // 0 is an event that gets lost; 2 comes twice
  deliveries: fc.constantFrom(0, 1, 1, 2),
});

/** Something that happens: at Stripe, on the way (delivered, again, late or never), or at the school's desk. */
export const happening = fc.oneof(
  { weight: 5, arbitrary: atStripe },
  fc.record({ at: fc.constant("resend" as const), gift: fc.nat(1) }),
  fc.record({ at: fc.constant("desk" as const), share: fc.integer({ min: 1, max: 100 }), disburse: fc.boolean() }),
  fc.record({ at: fc.constant("cover" as const), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({
    at: fc.constant("payout" as const),
    payout: fc.nat(2),
    status: fc.constantFrom("under_way" as const, "paid" as const, "failed" as const),
    feeMinor: fc.constantFrom(0, 0, 15),
    isTold: fc.boolean(),
  }),
  // a line that is not the fund's is said to be so, or turns out to be a gift's after all
  fc.record({ at: fc.constant("line" as const), line: fc.nat(2), isOthers: fc.boolean() }),
);
export type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never;
