import type { Purpose } from "./purposes";

/**
 * The accounts of a fund. Debits are positive, credits negative, so every entry sums to zero and a fund's balance shows with
 * its sign turned. Assets belong to no purpose: money in a bank carries no label. `transfer` is on its way from Stripe to the bank;
 * `others` is what somebody else owes the fund of it, less than 0 for what lies among its money and is not the fund's.
 */
export const ASSETS = ["owed", "processing", "stripe", "transfer", "bank", "others"] as const;
/** Kept for each purpose: money promised, on its way, free to use, and set aside for a need. */
export const FUNDS = ["pledged", "pending", "available", "allocated"] as const;
/** `released` mirrors what was spent out of the funds; `shortfall` is money lost after it had been set aside or spent. */
export const RESULTS = ["released", "disbursed", "fees", "shortfall"] as const;
export const ACCOUNTS = [...ASSETS, ...FUNDS, ...RESULTS] as const;
/** Accounts that say together what is there: of a purpose what is kept for it, of the whole fund the places where the money lies. */
export const THERE = {
  kept: ["available", "allocated"],
  places: ["stripe", "transfer", "bank", "others"],
} as const satisfies Record<string, readonly (typeof ACCOUNTS)[number][]>;
export type There = keyof typeof THERE;
export type Account = (typeof ACCOUNTS)[number];
export type Asset = (typeof ASSETS)[number];

/** One line of an entry: minor units of the fund's currency, signed. */
export interface Posting {
  account: Account;
  purpose: Purpose | null;
  minor: number;
}

export function isAsset(account: Account): account is Asset {
  return (ASSETS as readonly string[]).includes(account);
}

/** A balance as people read it: money in assets, results and shortfall counts up, a fund's turns its sign. */
export function shownMinor(account: Account, minor: number): number {
  const isCredit = (FUNDS as readonly string[]).includes(account) || account === "released";
  return isCredit && minor !== 0 ? -minor : minor;
}

/** The same for several accounts that are read together. */
export function shownTogether(there: There, minor: number): number {
  return shownMinor(THERE[there][0], minor);
}

export function isBalanced(postings: readonly Posting[]): boolean {
  return postings.reduce((sum, { minor }) => sum + minor, 0) === 0;
}

/** What several lines come to for one account, of one purpose or of all. */
export function balanceOf(postings: readonly Posting[], account: Account, purpose?: Purpose): number {
  return postings
    .filter((line) => line.account === account && (purpose === undefined || line.purpose === purpose))
    .reduce((sum, { minor }) => sum + minor, 0);
}

/** Lines without the empty ones, one for each account and purpose. */
export function merged(postings: readonly Posting[]): Posting[] {
  const sums = new Map<string, Posting>();
  for (const { account, purpose, minor } of postings) {
    const key = `${account} ${purpose ?? ""}`;
    sums.set(key, { account, purpose, minor: (sums.get(key)?.minor ?? 0) + minor });
  }
  return [...sums.values()].filter(({ minor }) => minor !== 0);
}
