import { z } from "zod";
import { PURPOSES, type Purpose } from "~/domain/fund/purposes";
import { THANKS } from "~/domain/fund/thanks";
import type { InvoiceGiftRefusal } from "~/features/fund/invoice-gift.server";
import type { PayGiftRefusal } from "~/features/fund/pay-gift.server";
import type { StartGiftRefusal } from "~/features/fund/start-gift.server";
import type { VoidInvoiceRefusal } from "~/features/fund/void-invoice.server";
import type { WishThanksRefusal } from "~/features/fund/wish-thanks.server";
import { stripeRefusals } from "./fund-form.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** How a donor wishes to be thanked in public. */
export const THANKS_FIELDS = {
  thanks: z.enum(THANKS).default("none"),
  thanksWords: z.string().trim().max(300).default(""),
  thanksAmount: z.literal("on").optional(),
};

const offeredFor = (purpose: Purpose) => `offered-${purpose}` as const;
const offered = z.string().trim().max(40).optional();

/** For each purpose the suggested amount that is chosen, as a number, or `own`; those of other purposes are hidden, not empty. */
const OFFERED_FIELDS = Object.fromEntries(PURPOSES.map((purpose) => [offeredFor(purpose), offered])) as Record<
  `offered-${Purpose}`,
  typeof offered
>;

const GiftFields = z.object({
  schoolId: z.uuid().optional(),
  purpose: z.enum(PURPOSES),
  ...OFFERED_FIELDS,
  amount: z.string().trim().max(40).default(""),
  donorName: z.string().trim().max(200).default(""),
  organisationName: z.string().trim().max(200).default(""),
  donorMail: z.union([z.literal(""), z.email().max(320)]).default(""),
  anonymous: z.literal("on").optional(),
  formKey: z.uuid().optional(),
  ...THANKS_FIELDS,
  how: z.enum(["now", "later", "invoice"]).default("now"),
});
type GiftFields = z.output<typeof GiftFields>;

/** What a donor fills in: a suggested amount or one of their own, never both. `schoolId` is for who gives to several schools. */
export const GiftForm = GiftFields.superRefine((form, { addIssue }) => {
  const fault = (message: string) => addIssue({ code: "custom", path: ["amount"], message });
  if (suggestedIn(form) && form.amount) fault("fund:fault.two_amounts");
  if (!suggestedIn(form) && !form.amount) fault("fund:fault.amount_missing");
});

/** The suggested amount of the chosen purpose, when one was chosen. */
function suggestedIn(form: GiftFields): string | undefined {
  const chosen = form[offeredFor(form.purpose)];
  return chosen === "own" ? undefined : chosen;
}

/** The form as the verb wants it. */
export function giftWishOf(form: GiftFields, { schoolId, language }: { schoolId: string; language: string }) {
  const { purpose, donorName, organisationName, donorMail, formKey } = form;
  return {
    ...{ schoolId, language, purpose, donorName, organisationName, donorMail, formKey },
    amount: suggestedIn(form) ?? form.amount,
    anonymous: form.anonymous === "on",
    thanks: { thanks: form.thanks, words: form.thanksWords, withAmount: form.thanksAmount === "on" },
    payLater: form.how === "later",
  };
}

const aboutAmount = <Key extends string>(key: Key) => ({ status: 422, key, field: "amount" }) as const;

const wished_unnamed = { status: 422, key: "thanks:fault.wished_unnamed", field: "thanks" } as const;

export const giftRefusals: Refusals<StartGiftRefusal> = {
  not_permitted: { status: 403, key: "fund:fault.not_permitted" },
  not_found: { status: 422, key: "errors:field.choice", field: "schoolId" },
  fund_closed: { status: 409, key: "fund:fault.fund_closed" },
  too_many: { status: 429, key: "fund:fault.through_link" },
  too_many_mails: { status: 429, key: "fund:fault.mails_of_gifts", field: "donorMail" },
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
  ...stripeRefusals,
  account_away: { status: 409, key: "fund:fault.school_away" },
  stripe_refused: { status: 409, key: "fund:fault.stripe_refused" },
  key_unfit: { status: 409, key: "fund:fault.key_unfit" },
};

export const invoiceRefusals: Refusals<InvoiceGiftRefusal> = {
  ...payRefusals,
  mail_missing: { status: 422, key: "fund:fault.mail_missing", field: "donorMail" },
  too_many_mails: { status: 429, key: "fund:fault.mails_of_invoices" },
  invoice_open: { status: 409, key: "fund:fault.invoice_open" },
};

export const thanksRefusals: Refusals<WishThanksRefusal> = {
  not_permitted: payRefusals.not_permitted,
  not_found: NOT_FOUND,
  wished_unnamed,
  payments_away: payRefusals.payments_away,
};

export const voidRefusals: Refusals<VoidInvoiceRefusal> = {
  ...payRefusals,
  no_invoice: { status: 409, key: "fund:fault.no_invoice" },
};
