import { expect } from "vitest";
import type { StandInObject } from "~/payments/stand-in/objects";
import type { FundStage } from "./fund";

/** A try to pay as it stands at Stripe. */
export interface Try {
  giftId: string;
  minor: number;
  status: string;
  /** Stripe has counted it: it came, whatever happened later. */
  isCounted: boolean;
  /** A bank that says days later whether it pays. */
  isByBank: boolean;
  /** What is still there of it. */
  leftMinor: number;
}

/** Every try to pay a gift at an account. */
export function triesAt({ standIn }: FundStage, account: string): Try[] {
  const [refunds, disputes] = [standIn.list(account, "refund"), standIn.list(account, "dispute")];
  const payables = [...standIn.list(account, "invoice"), ...standIn.list(account, "checkout.session")];
  const giftOf = (object: StandInObject | undefined) => (object?.metadata as { gift?: string } | undefined)?.gift;
  return standIn.list(account, "charge").map((charge) => {
    const back = [
      ...refunds.filter((each) => each.charge === charge.id && each.status === "succeeded"),
      ...disputes.filter((each) => each.charge === charge.id && each.status !== "won"),
    ];
    return {
      giftId: giftOf(charge) ?? giftOf(payables.find(({ id }) => id === charge.paid_by)) ?? "",
      minor: Number(charge.amount),
      status: String(charge.status),
      isCounted: Boolean(charge.balance_transaction),
      isByBank: charge.method !== "card",
      leftMinor: back.reduce((left, { amount }) => left - Number(amount), Number(charge.amount)),
    };
  });
}

/**
 * What the donor of a gift was told: every amount that came has one receipt, and none that is on its way; what failed late is told, and what
 * a card refused is not; each check that came back is told, and what went back too. What came and went before anybody looked may be untold.
 */
export async function expectTold(stage: FundStage, giftId: string, tries: readonly Try[]): Promise<void> {
  const told = await toldOf(stage, giftId);
  const own = tries.filter((each) => each.giftId === giftId);
  const cheques = await stage.rows<{ minor: number; bounced: boolean }>(
    "select minor::int, bounced_at is not null as bounced from gift_cheques where gift_id = $1",
    [giftId],
  );
  const came = own.filter(({ isCounted }) => isCounted);
  const isHere = ({ status, leftMinor }: Try) => status === "succeeded" && leftMinor > 0;
  expectOnce(told("gift-receipt"), {
    surely: [...came.filter(isHere), ...cheques],
    perhaps: came.filter((each) => !isHere(each)),
  });
  const failed = own.filter(({ status }) => status === "failed");
  expectOnce(told("gift-failed"), {
    surely: failed.filter(({ isCounted }) => isCounted),
    perhaps: failed.filter(({ isCounted, isByBank }) => !isCounted && isByBank),
  });
  expectOnce(told("gift-bounced"), { surely: cheques.filter(({ bounced }) => bounced), perhaps: [] });
}

async function toldOf(stage: FundStage, giftId: string): Promise<(kind: string) => number[]> {
  const mails = await stage.rows<{ kind: string; amount: string }>(
    "select kind, props->>'amount' as amount from mails where props->>'link' like $1",
    [`%/gifts/${giftId}`],
  );
  const minorOf = (amount: string) => Math.round(Number.parseFloat(amount.replaceAll(",", "")) * 100);
  return (kind) => mails.filter((mail) => mail.kind === kind).map(({ amount }) => minorOf(amount));
}

/** Each of `surely` is among the amounts, and nothing else but some of `perhaps`, each once. */
function expectOnce(
  amounts: readonly number[],
  { surely, perhaps }: Record<"surely" | "perhaps", readonly { minor: number }[]>,
): void {
  const minors = (all: readonly { minor: number }[]) => all.map(({ minor }) => minor);
  const unexpected = lessThan(amounts, minors(surely));
  expect({ untold: unexpected.missing }).toEqual({ untold: [] });
  expect({ toldTooOften: lessThan(minors(perhaps), unexpected.left).missing }).toEqual({ toldTooOften: [] });
}

/** What is left of some amounts without others, and which of the others are not among them. */
function lessThan(amounts: readonly number[], others: readonly number[]): { left: number[]; missing: number[] } {
  const left = [...amounts];
  const missing = others.filter((amount) => {
    const at = left.indexOf(amount);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { left, missing };
}
