import { z } from "zod";
import type { AskFault } from "~/domain/fund/stripe-refusal";
import { civilDay } from "./civil-day.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** An amount as somebody types it; the verb reads it in the fund's currency. */
export const fundAmount = z.string().trim().min(1).max(40);

/** Words that have to be there. */
export const fundWords = (longest: number) => z.string().trim().min(1).max(longest);

/** A check: the number on it, and the day it came in. */
export const CHEQUE_FIELDS = {
  amount: fundAmount,
  formKey: z.uuid().optional(),
  chequeNumber: z.string().trim().max(60),
  receivedOn: civilDay,
  whyMore: z.string().trim().max(300).optional(),
};

/** What several forms of the fund are refused for. */
export const not_permitted = { status: 403, key: "fund:fault.not_permitted" } as const;
export const not_there = { not_permitted, not_found: NOT_FOUND } as const;
export const form_changed = { status: 409, key: "fund:fault.form_changed" } as const;
export const payments_away = { status: 409, key: "fund:fault.payments_away" } as const;
export const account_away = { status: 409, key: "fund:fault.account_away" } as const;
/** What staff read where a gift's account cannot be asked, or Stripe does not do what it is asked for. */
export const stripeRefusals: Refusals<AskFault> = {
  payments_away,
  account_away,
  stripe_refused: { status: 409, key: "fund:fault.stripe_refused_staff" },
  too_little_to_pay: { status: 409, key: "fund:fault.too_little_to_pay" },
  key_unfit: { status: 409, key: "fund:fault.key_unfit_staff" },
  mail_refused: { status: 409, key: "fund:fault.mail_refused" },
  paid_there_before: { status: 409, key: "fund:fault.paid_there_before" },
};
export const fund_closed = { status: 409, key: "fund:fault.fund_closed" } as const;
/** What is refused of the day on which money came or went. */
export const dayRefusals = (field: string) =>
  ({
    not_yet: { status: 422, key: "fund:fault.not_yet", field },
    too_long_ago: { status: 422, key: "fund:fault.too_long_ago", field },
  }) as const;
export const chequeRefusals = {
  ...dayRefusals("receivedOn"),
  unusual: { status: 422, key: "fund:fault.unusual", field: "whyMore" },
} as const;
export const amountRefusals = {
  not_money: { status: 422, key: "fund:fault.not_money", field: "amount" },
  ambiguous: { status: 422, key: "fund:fault.ambiguous", field: "amount" },
  too_many_decimals: { status: 422, key: "fund:fault.too_many_decimals", field: "amount" },
  too_large: { status: 422, key: "fund:fault.too_large", field: "amount" },
} as const;
