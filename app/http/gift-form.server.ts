import { z } from "zod";
import { PURPOSES } from "~/domain/fund/purposes";
import { THANKS } from "~/domain/fund/thanks";
import type { InvoiceGiftRefusal } from "~/features/fund/invoice-gift.server";
import type { PayGiftRefusal } from "~/features/fund/pay-gift.server";
import type { StartGiftRefusal } from "~/features/fund/start-gift.server";
import type { VoidInvoiceRefusal } from "~/features/fund/void-invoice.server";
import type { WishThanksRefusal } from "~/features/fund/wish-thanks.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** How a donor wishes to be thanked in public. */
export const THANKS_FIELDS = {
  thanks: z.enum(THANKS).default("none"),
  thanksWords: z.string().trim().max(300).default(""),
  thanksAmount: z.literal("on").optional(),
};

/** What a donor fills in; `schoolId` is theirs to choose only where they give to several schools. */
export const GiftForm = z.object({
  schoolId: z.uuid().optional(),
  purpose: z.enum(PURPOSES),
  amount: z.string().trim().min(1).max(40),
  donorName: z.string().trim().max(200).default(""),
  organisationName: z.string().trim().max(200).default(""),
  donorMail: z.union([z.literal(""), z.email().max(320)]).default(""),
  anonymous: z.literal("on").optional(),
  formKey: z.uuid().optional(),
  ...THANKS_FIELDS,
  how: z.enum(["now", "later", "invoice"]).default("now"),
});

/** The form as the verb wants it. */
export function giftWishOf(
  { anonymous, how, thanks, thanksWords, thanksAmount, ...form }: z.output<typeof GiftForm>,
  { schoolId, language }: { schoolId: string; language: string },
) {
  const wish = { thanks, words: thanksWords, withAmount: thanksAmount === "on" };
  return { ...form, schoolId, language, thanks: wish, anonymous: anonymous === "on", payLater: how === "later" };
}

const aboutAmount = <Key extends string>(key: Key) => ({ status: 422, key, field: "amount" }) as const;

const wished_unnamed = { status: 422, key: "thanks:fault.wished_unnamed", field: "thanks" } as const;

export const giftRefusals: Refusals<StartGiftRefusal> = {
  not_permitted: { status: 403, key: "fund:fault.not_permitted" },
  not_found: { status: 422, key: "errors:field.choice", field: "schoolId" },
  fund_closed: { status: 409, key: "fund:fault.fund_closed" },
  too_many: { status: 429, key: "fund:fault.through_link" },
  form_changed: { status: 409, key: "fund:fault.form_changed" },
  wished_unnamed,
  name_missing: { status: 422, key: "fund:fault.name_missing", field: "donorName" },
  not_money: aboutAmount("fund:fault.not_money"),
  ambiguous: aboutAmount("fund:fault.ambiguous"),
  too_many_decimals: aboutAmount("fund:fault.too_many_decimals"),
  too_large: aboutAmount("fund:fault.too_large"),
  too_little: aboutAmount("fund:fault.too_little"),
  too_much: aboutAmount("fund:fault.too_much"),
  purpose_closed: { status: 422, key: "fund:fault.purpose_closed", field: "purpose" },
  not_anonymous: { status: 422, key: "fund:fault.not_anonymous", field: "anonymous" },
};

export const payRefusals: Refusals<PayGiftRefusal> = {
  not_permitted: { status: 403, key: "fund:fault.not_permitted" },
  not_found: NOT_FOUND,
  nothing_to_pay: { status: 409, key: "fund:fault.nothing_to_pay" },
  fund_closed: { status: 409, key: "fund:fault.fund_closed" },
  payments_away: { status: 409, key: "fund:fault.payments_away" },
};

export const invoiceRefusals: Refusals<InvoiceGiftRefusal> = {
  ...payRefusals,
  mail_missing: { status: 422, key: "fund:fault.mail_missing", field: "donorMail" },
  too_many: { status: 429, key: "fund:fault.invoices_through_link" },
  invoice_open: { status: 409, key: "fund:fault.invoice_open" },
};

export const thanksRefusals: Refusals<WishThanksRefusal> = {
  not_permitted: payRefusals.not_permitted,
  not_found: NOT_FOUND,
  wished_unnamed,
  payments_away: payRefusals.payments_away,
};

export const voidRefusals: Refusals<VoidInvoiceRefusal> = {
  not_permitted: payRefusals.not_permitted,
  not_found: NOT_FOUND,
  no_invoice: { status: 409, key: "fund:fault.no_invoice" },
  payments_away: payRefusals.payments_away,
};
