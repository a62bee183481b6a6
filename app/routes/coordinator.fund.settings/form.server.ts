import { z } from "zod";
import { CURRENCIES, type Currency, type MoneyFault, parseMoney } from "~/domain/fund/money";
import { PURPOSES, type Purpose } from "~/domain/fund/purposes";
import { type FundSettings, isStatementSuffix } from "~/domain/fund/settings";

const book = z.enum(["test", "live"]);
const amount = z.string().trim().min(1).max(40);
const suggestedOf = (purpose: Purpose) => `suggested-${purpose}` as const;
const codeOf = (purpose: Purpose) => `code-${purpose}` as const;
const code = z.string().trim().max(40).default("");
const list = z.string().trim().max(200);

/** An account as the page showed it. */
const shownAccount = { accountId: z.uuid(), seen: z.coerce.number().int().min(0).max(1_000_000) };

export const SettingsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    seen: z.coerce.number().int().min(0).max(1_000_000),
    isOpen: z.literal("on").optional(),
    book,
    currency: z.enum(CURRENCIES as [Currency, ...Currency[]]),
    purposes: z.array(z.enum(PURPOSES)),
    minimum: amount,
    maximum: amount,
    anonymousAllowed: z.literal("on").optional(),
    accountCode: z.string().trim().max(40),
    fiscalYearStart: z.coerce.number("fund:fault.month").int().min(1, "fund:fault.month").max(12, "fund:fault.month"),
    statementDescriptor: z
      .string()
      .trim()
      .refine((typed) => typed === "" || isStatementSuffix(typed), "fund:fault.descriptor"),
    ...(Object.fromEntries(PURPOSES.map((purpose) => [suggestedOf(purpose), list])) as Record<
      `suggested-${Purpose}`,
      typeof list
    >),
    ...(Object.fromEntries(PURPOSES.map((purpose) => [codeOf(purpose), code])) as Record<
      `code-${Purpose}`,
      typeof code
    >),
  }),
  z.object({
    ...{ intent: z.literal("connect"), book, secretKey: z.string().trim().min(1).max(300) },
    ...{ accountId: z.union([z.literal(""), z.uuid()]), seen: shownAccount.seen },
  }),
  z.object({ intent: z.literal("end-secret"), ...shownAccount }),
  z.object({ intent: z.literal("disconnect"), ...shownAccount }),
  z.object({
    intent: z.literal("end-account"),
    ...shownAccount,
    underWay: z.coerce.number().int().min(0).max(1_000_000),
  }),
  z.object({
    intent: z.literal("secret"),
    ...shownAccount,
    webhookSecret: z
      .string()
      .trim()
      .regex(/^whsec_\w{8,200}$/),
  }),
]);

type Saved = Extract<z.output<typeof SettingsForm>, { intent: "save" }>;

/** The settings a filled-in form asks for, or the field whose amount cannot be read. */
export function settingsOf(
  form: Saved,
  language: string,
): { ok: true; value: FundSettings } | { ok: false; field: string; reason: MoneyFault } {
  const { currency, purposes, accountCode, fiscalYearStart, statementDescriptor } = form;
  const read = (typed: string) => parseMoney(typed, { currency, language });
  const minimum = read(form.minimum);
  const maximum = read(form.maximum);
  if (!minimum.ok) return { ok: false, field: "minimum", reason: minimum.reason };
  if (!maximum.ok) return { ok: false, field: "maximum", reason: maximum.reason };
  const suggestedMinor = {} as Record<Purpose, number[]>;
  for (const purpose of PURPOSES) {
    const amounts = form[suggestedOf(purpose)]
      .split(";")
      .map((typed) => typed.trim())
      .filter(Boolean)
      .map(read);
    const fault = amounts.find((amount) => !amount.ok);
    if (fault && !fault.ok) return { ok: false, field: suggestedOf(purpose), reason: fault.reason };
    suggestedMinor[purpose] = amounts.flatMap((amount) => (amount.ok ? [amount.value] : []));
  }
  const anonymousAllowed = form.anonymousAllowed === "on";
  return {
    ok: true,
    value: {
      ...{
        currency,
        purposes,
        suggestedMinor,
        anonymousAllowed,
        minimumMinor: minimum.value,
        maximumMinor: maximum.value,
      },
      accountCodes: Object.fromEntries(PURPOSES.map((purpose) => [purpose, form[codeOf(purpose)]])) as Record<
        Purpose,
        string
      >,
      ...{ accountCode, fiscalYearStart, statementDescriptor },
    },
  };
}
