import fc from "fast-check";
import type { BalanceLine, Charge, GiftTruth, Invoice } from "~/domain/fund/gift-truth";

/** What can happen to a gift: at Stripe, each step a change of its objects and events about it, or at the desk that enters checks. */
export const STEPS = [
  "pay_card",
  "pay_bank",
  "bank_settles",
  "declined",
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
  "invoice_paid_elsewhere",
  "credit_note",
  "credit_note_void",
  "cheque",
  "cheque_bounces",
] as const;
export type Step = (typeof STEPS)[number];

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
  const left = live?.lines.reduce((sum, each) => sum + each.minor, 0) ?? 0;
  const isFree = live?.status === "succeeded" && !live.disputes.includes("open");
  const asked = truth.invoices.find(({ status }) => status === "open")?.remainingMinor ?? minor - truth.chequeMinor;
  const askFor = (read: (invoice: Invoice) => Partial<Invoice>): GiftTruth => ({
    ...truth,
    invoices: truth.invoices.map((each) => (each.status === "open" ? { ...each, ...read(each) } : each)),
  });
  const add = (lines: BalanceLine[], more: Partial<Charge> = {}) =>
    live ? change({ ...live, ...more, lines: [...live.lines, ...lines] }) : truth;
  const settle = (how: "won" | "lost") => live?.disputes.map((each) => (each === "open" ? how : each)) ?? [];
  switch (step) {
    case "pay_card":
    case "pay_bank": {
      if (live || asked <= 0) return truth;
      const paid = step === "pay_card";
      const lines = paid ? [line("charge", asked, feeOf(asked))] : [];
      const charge: Charge = { id: "c", status: paid ? "succeeded" : "pending", minor: asked, lines, disputes: [] };
      const { invoices } = paid ? askFor(() => PAID) : truth;
      return { ...truth, charges: [...truth.charges, charge], invoices };
    }
    case "declined": {
      if (live) return truth;
      const charge: Charge = { id: "c", status: "failed", minor: asked, lines: [], disputes: [] };
      return { ...truth, charges: [...truth.charges, charge] };
    }
    case "bank_settles":
      return live?.status === "pending"
        ? { ...add([line("charge", live.minor, 80)], { status: "succeeded" }), invoices: askFor(() => PAID).invoices }
        : truth;
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
      return live ? truth : askFor(() => ({ status: "void" }));
    case "invoice_given_up":
      return live ? truth : askFor(() => ({ status: "uncollectible" }));
    case "invoice_paid_elsewhere":
      return live ? truth : askFor(() => PAID);
    // a note over everything leaves nothing to be paid, and the invoice is paid
    case "credit_note":
      return live ? truth : askFor(({ remainingMinor: left }) => (left > 1 ? { remainingMinor: left >> 1 } : PAID));
    case "credit_note_void":
      return live ? truth : askFor(() => ({ remainingMinor: minor }));
    case "cheque":
      return live ? truth : { ...truth, chequeMinor: truth.chequeMinor + ((minor - truth.chequeMinor) >> 1) };
    case "cheque_bounces":
      return { ...truth, chequeMinor: 0 };
  }
}

const PAID = { status: "paid", remainingMinor: 0 } as const;
const feeOf = (minor: number) => Math.round(minor * 0.029) + 30;

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
