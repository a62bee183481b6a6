import fc from "fast-check";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { checkFund } from "~/features/fund/check-fund.server";
import { endAccount } from "~/features/fund/end-account.server";
import { endPromise } from "~/features/fund/end-promise.server";
import { invoiceGift } from "~/features/fund/invoice-gift.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { payGift } from "~/features/fund/pay-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { voidInvoice } from "~/features/fund/void-invoice.server";
import type { Act } from "~/payments/stand-in/acts";
import type { StandInObject } from "~/payments/stand-in/objects";
import { cast, castActor } from "~db/cast";
import { anInvoice, chequeOf, donor, enterKey, type FundStage } from "./fund";
import { type Try, triesAt } from "./fund-news";
import { valueIn } from "./stage";

const priya = castActor(cast.priya);

/** The keys that a school enters one after the other, each of an account of its own. */
const KEYS = ["first", "second", "third", "fourth", "fifth", "sixth"].map((name) => `sk_test_lakeview${name}`);

/** What an act at Stripe is about. */
const ABOUT = {
  pay_card: ["checkout.session", "invoice"],
  pay_bank: ["checkout.session", "invoice"],
  decline: ["checkout.session", "invoice"],
  pay_half: ["invoice"],
  give_up: ["invoice"],
  settle: ["charge"],
  fail: ["charge"],
  refund_half: ["charge"],
  refund_all: ["charge"],
  fail_refund: ["refund"],
} satisfies Partial<Record<Act, string[]>>;

const OURS = [
  "open_page",
  "invoice",
  "take_back",
  "end_promise",
  "cheque",
  "bounce",
  "check",
  "replace",
  "end",
  "leave",
] as const;

const step = fc.record({
  does: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(ABOUT) as (keyof typeof ABOUT)[])) },
    { weight: 4, arbitrary: fc.constantFrom(...OURS) },
  ),
  pick: fc.nat(60),
});

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** Beginnings after which a gift brings something along to the next account: a part that came, a failure that cost, an invoice left open. */
const BEGINNINGS: readonly Step["does"][][] = [
  [],
  ["cheque", "open_page", "pay_card", "check", "bounce", "leave"],
  ["open_page", "pay_bank", "settle", "check", "fail", "check", "leave"],
  ["invoice", "cheque", "leave", "take_back"],
];

/** What happens to one gift while its school goes from account to account; no event of Stripe is ever heard, only the check asks. */
export const movingHistory = fc
  .record({
    payLater: fc.boolean(),
    begins: fc.constantFrom(...BEGINNINGS),
    goesOn: fc.array(step, { minLength: 8, maxLength: 20, size: "max" }),
  })
  .map(({ payLater, begins, goesOn }) => ({
    payLater,
    steps: [...begins.map((does): Step => ({ does, pick: 0 })), ...goesOn],
  }));

/** An account as the school has left it. */
interface Left {
  net: number;
  tries: Try[];
}

/** The accounts of a school, and how it left those that it ended. */
export class Accounts {
  private readonly left = new Map<string, Left>();
  private entered = 0;
  constructor(private readonly stage: FundStage) {}

  /** The school goes on with another account, as long as there is one. */
  async replace(): Promise<void> {
    const key = KEYS[this.entered];
    if (!key) return;
    this.entered += 1;
    valueIn(await enterKey(this.stage.wiring, key));
  }

  /** An admin compares once more, and ends an account that takes no gifts any more. */
  async end(pick: number): Promise<void> {
    const { wiring } = this.stage;
    valueIn(await checkFund(wiring, priya));
    const { before } = valueIn(await openFundSettings(wiring, priya)).books.test;
    const endable = before.filter(({ endedAt }) => endedAt === null);
    const account = endable[pick % Math.max(1, endable.length)];
    if (!account) return;
    const { accountId, revision: seen, underWay } = account;
    valueIn(await endAccount(wiring, priya, { accountId, seen, underWay: underWay.length }));
    const key = KEYS.find((each) => each.endsWith(account.stripeAccount.replace("acct_", ""))) ?? "";
    this.left.set(key, this.now(key));
  }

  isEnded(key: string): boolean {
    return this.left.has(key);
  }

  /** How each account is, or was when it was ended: nothing of what happens there later is told to anybody. */
  known(): Left[] {
    return this.keys().map((key) => this.left.get(key) ?? this.now(key));
  }

  keys(): string[] {
    return KEYS.slice(0, this.entered);
  }

  objects(...kinds: string[]): (StandInObject & { key: string })[] {
    const at = (key: string) => kinds.flatMap((kind) => this.stage.standIn.list(key, kind));
    return this.keys().flatMap((key) => at(key).map((object) => ({ ...object, key })));
  }

  /** What payment pages and invoices ask for where the school still looks, less what is on its way for them. */
  askedMinor(): number {
    const onItsWay = this.objects("charge").filter(({ status }) => status === "pending");
    return this.objects("checkout.session", "invoice")
      .filter(({ key, status }) => status === "open" && !this.isEnded(key))
      .map(({ id, amount_total, amount_remaining }) =>
        onItsWay
          .filter(({ paid_by }) => paid_by === id)
          .reduce((rest, { amount }) => rest - Number(amount), Number(amount_total ?? amount_remaining)),
      )
      .reduce((sum, minor) => sum + minor, 0);
  }

  private now(key: string): Left {
    const lines = this.stage.standIn.list(key, "balance_transaction");
    return { net: lines.reduce((sum, { net }) => sum + Number(net), 0), tries: triesAt(this.stage, key) };
  }
}

/** Lets one thing happen; what cannot happen now is refused and changes nothing. */
export async function move(
  stage: FundStage,
  { giftId, accounts }: { giftId: string; accounts: Accounts },
  { does, pick }: Step,
): Promise<void> {
  const { wiring } = stage;
  switch (does) {
    case "open_page":
      await payGift(wiring, donor, { giftId, title: "Bus passes", returnUrl: "http://localhost:3000", language: "en" });
      return;
    case "invoice":
      await invoiceGift(wiring, donor, anInvoice(giftId));
      return;
    case "take_back":
      await voidInvoice(wiring, priya, { giftId });
      return;
    case "end_promise":
      // a promise that is over is seldom taken up again: most histories keep theirs
      if (pick % 5 === 0) await endPromise(wiring, priya, { giftId });
      return;
    case "cheque": {
      const amount = pick % 2 === 0 ? "40" : "25";
      await takeChequeFor(wiring, priya, { giftId, amount, chequeNumber: `${pick}`, receivedOn: "2026-10-14" });
      return;
    }
    case "bounce":
      await bounceCheque(wiring, priya, await chequeOf(stage, giftId));
      return;
    case "check":
      valueIn(await checkFund(wiring, priya));
      return;
    case "replace":
      return accounts.replace();
    case "end":
      return accounts.end(pick);
    case "leave":
      await accounts.replace();
      return accounts.end(pick);
    default: {
      const about = accounts.objects(...ABOUT[does]);
      const { key, id } = about.at(-1 - (pick % Math.max(1, about.length))) ?? {};
      if (key && id) stage.standIn.act(key, id, does);
    }
  }
}
