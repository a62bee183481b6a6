import { type Currency, isCurrency } from "./money";
import { isPurpose, PURPOSES, type Purpose } from "./purposes";
import { smallestPayment } from "./smallest-payment";

/** What a school decided about gifts: its gift-acceptance rule, and how the business office books them. */
export interface FundSettings {
  currency: Currency;
  purposes: readonly Purpose[];
  /** Amounts offered for each purpose, in minor units. */
  suggestedMinor: Readonly<Record<Purpose, readonly number[]>>;
  /** More than this is talked about first. */
  maximumMinor: number;
  minimumMinor: number;
  anonymousAllowed: boolean;
  accountCode: string;
  /** The code of a purpose where it has one of its own. */
  accountCodes: Readonly<Record<Purpose, string>>;
  /** The month in which the fiscal year starts, 1 to 12. */
  fiscalYearStart: number;
  /** What donors read on their statement after the short name of the account; empty leaves it to Stripe. */
  statementDescriptor: string;
}

export const DEFAULT_FUND: FundSettings = {
  currency: "usd",
  purposes: PURPOSES,
  suggestedMinor: {
    transit: [25_00, 60_00, 120_00],
    tools: [40_00, 100_00, 250_00],
    clearance: [35_00, 70_00, 140_00],
    stipend: [250_00, 500_00, 1_000_00],
  },
  minimumMinor: 5_00,
  maximumMinor: 10_000_00,
  anonymousAllowed: true,
  accountCode: "",
  accountCodes: { transit: "", tools: "", clearance: "", stipend: "" },
  fiscalYearStart: 7,
  statementDescriptor: "",
};

/**
 * Whether Stripe takes this after the account's short name on a card statement. The name (2 to 10 characters), `* ` and this are 22 characters
 * at most, so 10 always fit; a letter is among them, and none of < > \ ' " *
 * (https://docs.stripe.com/get-started/account/statement-descriptors).
 */
export function isStatementSuffix(text: string): boolean {
  return /^(?=.*[A-Za-z])[A-Za-z0-9 .-]{1,10}$/.test(text);
}

/** Settings out of stored overrides; what is unknown or of another kind keeps its default. */
export function fundSettingsFrom(stored: Readonly<Record<string, unknown>>): FundSettings {
  const known = Object.entries(DEFAULT_FUND).filter(([key, own]) => typeof stored[key] === typeof own);
  const merged = { ...DEFAULT_FUND, ...Object.fromEntries(known.map(([key]) => [key, stored[key]])) } as FundSettings;
  const currency = isCurrency(merged.currency) ? merged.currency : DEFAULT_FUND.currency;
  return {
    ...merged,
    currency,
    minimumMinor: Math.max(merged.minimumMinor, smallestPayment(currency)),
    statementDescriptor: isStatementSuffix(merged.statementDescriptor) ? merged.statementDescriptor : "",
    purposes: merged.purposes.filter(isPurpose),
    accountCodes: { ...DEFAULT_FUND.accountCodes, ...merged.accountCodes },
    suggestedMinor: { ...DEFAULT_FUND.suggestedMinor, ...merged.suggestedMinor },
  };
}

/** The account code under which the business office books lines of a purpose, or of none. */
export function accountCodeOf({ accountCode, accountCodes }: FundSettings, purpose: Purpose | null): string {
  return (purpose && accountCodes[purpose]) || accountCode;
}

export type GiftFault = "purpose_closed" | "too_little" | "too_much" | "not_anonymous";

/** What the school's gift-acceptance rule says against a gift, or null. */
export function findGiftFault(
  settings: FundSettings,
  gift: { purpose: Purpose; minor: number; anonymous: boolean },
): GiftFault | null {
  if (!settings.purposes.includes(gift.purpose)) return "purpose_closed";
  if (gift.minor < settings.minimumMinor) return "too_little";
  if (gift.minor > settings.maximumMinor) return "too_much";
  return gift.anonymous && !settings.anonymousAllowed ? "not_anonymous" : null;
}
