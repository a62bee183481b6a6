import fc from "fast-check";
import { expect } from "vitest";
import { NEEDED_EVENTS } from "~/domain/fund/needed-events";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { ACTS, type Act } from "~/payments/stand-in/acts";
import { type StandInEvent, type StandInObject, shown } from "~/payments/stand-in/objects";
import { cast, castActor } from "~db/cast";
import { ACCOUNT, balances, chequeOf, donor, type FundStage, losingRead } from "./fund";

const priya = castActor(cast.priya);
const ines = castActor(cast.ines);

const OUR_STEPS = [
  "deliver",
  "pay_again",
  "pay_out",
  "credit",
  "credit_void",
  "cheque",
  "bounce",
  "spend",
  "set_aside",
  "withdraw",
  "pay_less",
] as const;

/** Which of a step's questions to Stripe gets no answer; 0: all are answered. */
const deafTo = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom(...ACTS), pick: fc.nat(60), deafTo: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom(...OUR_STEPS), pick: fc.nat(60), deafTo }) },
);
type HistoryStep = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** What happens to two gifts, which answers of Stripe get lost meanwhile, in which order its events come and which of them get lost. */
export const fundHistory = fc.record({
  steps: fc.array(step, { minLength: 15, maxLength: 40, size: "max" }),
  order: fc.infiniteStream(fc.nat(1_000)),
  lost: fc.infiniteStream(fc.nat(3)),
  // Stripe sends again for days what was not taken; what it gave up on, the nightly check makes good
  healedBy: fc.constantFrom("sending again" as const, "the check" as const),
});

export type FundHistory = typeof fundHistory extends fc.Arbitrary<infer Each> ? Each : never;

/** Lets one thing happen, at Stripe or at the school's desk; what cannot happen now is refused and changes nothing. */
export const live = (stage: FundStage, giftId: string, step: HistoryStep): Promise<void> =>
  losingRead(stage, step.deafTo, () => doStep(stage, giftId, step));

async function doStep(stage: FundStage, giftId: string, { does, pick }: HistoryStep): Promise<void> {
  const { standIn, wiring } = stage;
  const of = (...kinds: string[]) => kinds.flatMap((kind) => standIn.list(ACCOUNT, kind));
  const anyOf = (objects: readonly StandInObject[]) => objects[pick % Math.max(1, objects.length)]?.id ?? "";
  switch (does) {
    case "pay_out":
      standIn.payOut(ACCOUNT);
      return;
    case "credit":
      await wiring.payments?.creditInvoice(ACCOUNT, {
        giftId,
        reference: anyOf(of("invoice")),
        minor: 700,
        attempt: pick,
      });
      return;
    case "credit_void":
      await wiring.payments?.voidCredit(ACCOUNT, { giftId, reference: anyOf(of("credit_note")) });
      return;
    case "cheque": {
      const cheque = { giftId, amount: "9", chequeNumber: `${pick}`, receivedOn: "2026-10-14" };
      return allOrNothing(stage, () => takeChequeFor(wiring, priya, cheque));
    }
    case "bounce": {
      const cheque = await chequeOf(stage, giftId);
      return allOrNothing(stage, () => bounceCheque(wiring, priya, cheque));
    }
    case "spend":
      return spend(stage, 1 + pick);
    case "set_aside":
      await setAside(stage, 1 + pick);
      return;
    case "withdraw":
    case "pay_less":
      return giveBack(stage, does, pick);
    case "deliver":
      await stage.deliverNew();
      return;
    case "pay_again":
      await payGift(wiring, donor, { giftId, title: "Bus passes", returnUrl: "http://localhost:3000", language: "en" });
      return;
    default: {
      const about = anyOf(of(...aboutOf(does)));
      if (about !== "") standIn.act(ACCOUNT, about, does);
    }
  }
}

/** What is refused, also because Stripe was not heard in the middle of it, leaves the books and the checks as they were. */
async function allOrNothing(stage: FundStage, act: () => Promise<{ ok: boolean }>): Promise<void> {
  const books = async () => ({
    balances: await balances(stage),
    cheques: await stage.rows("select id, minor, bounced_at from gift_cheques order by id"),
  });
  const before = await books();
  if (!(await act()).ok) expect(await books()).toEqual(before);
}

/** The kinds of object that an act is about. */
function aboutOf(act: Act): string[] {
  switch (act) {
    case "fail_refund":
      return ["refund"];
    case "win":
    case "lose":
      return ["dispute"];
    case "fail_payout":
      return ["payout"];
    case "pay_half":
    case "overdue":
    case "give_up":
    case "void":
    case "mark_paid":
      return ["invoice"];
    case "settle":
    case "book_line":
    case "fail":
    case "refund_half":
    case "refund_all":
    case "dispute":
      return ["charge"];
    default:
      return ["checkout.session", "invoice"];
  }
}

/** Money for a bus pass, if enough is available; answers whose it is. */
async function setAside({ wiring }: FundStage, whole: number): Promise<string | null> {
  const amount = `${whole}`;
  const wish = {
    studentId: cast.jada.personId,
    purpose: "transit",
    amount,
    need: "A bus pass.",
    businessDecision: "",
  } as const;
  const proposed = await proposeAllocation(wiring, ines, wish);
  if (!proposed.ok) return null;
  const { allocationId } = proposed.value;
  await decideAllocation(wiring, priya, { allocationId, decision: "approve" });
  return allocationId;
}

/** A bus pass out of what is available, if that is enough. */
async function spend(stage: FundStage, whole: number): Promise<void> {
  const allocationId = await setAside(stage, whole);
  if (allocationId) await pay(stage, allocationId, whole * 100);
}

async function pay({ wiring }: FundStage, allocationId: string, minor: number): Promise<void> {
  await disburseAllocation(wiring, priya, {
    ...{ allocationId, amount: `${minor / 100}`, paidOn: "2026-10-15", evidence: "Invoice 4471", confirmed: true },
  });
}

/** One of the needs for which money is set aside is gone, or costs a part of it: the rest comes back, never as free money while some is short. */
async function giveBack(stage: FundStage, how: "withdraw" | "pay_less", pick: number): Promise<void> {
  const waiting = await stage.rows<{ id: string; minor: number }>(
    "select id, minor::int from fund_allocations where state = 'approved' order by id",
  );
  const need = waiting[pick % Math.max(1, waiting.length)];
  if (!need) return;
  const before = await balances(stage);
  if (how === "pay_less") await pay(stage, need.id, Math.ceil((need.minor * (1 + (pick % 4))) / 5));
  else await decideAllocation(stage.wiring, ines, { allocationId: need.id, decision: "withdraw" });
  const after = await balances(stage);
  expect((after.allocated ?? 0) - (before.allocated ?? 0)).toBe(need.minor);
  if (after.shortfall) expect(after.available).toBe(before.available);
}

const SUBJECTS: Record<string, string> = {
  charge: "charge",
  "charge.dispute": "dispute",
  "checkout.session": "checkout.session",
  credit_note: "credit_note",
  invoice: "invoice",
  invoice_payment: "invoice_payment",
  payout: "payout",
  refund: "refund",
};

/** An event of every kind that a school's webhook sends, about an object as it is now: nothing has happened to it. */
export function rumours({ standIn }: FundStage): StandInEvent[] {
  return NEEDED_EVENTS.flatMap((type, at) => {
    const kind = SUBJECTS[type.replace(/\.\w+$/, "")];
    const about = standIn.list(ACCOUNT, kind ?? "").at(-1);
    if (!about) return [];
    const id = `evt_rumour_${standIn.events.length}_${at}`;
    const event = { id, object: "event", created: 1, type, livemode: false, data: { object: shown(about) } };
    return [{ id, account: ACCOUNT, body: JSON.stringify(event) }];
  });
}
