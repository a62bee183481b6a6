import { expect } from "vitest";
import { FUNDS, isAsset, isBalanced, type Posting } from "~/domain/fund/accounts";
import {
  allocationPostings,
  coverPostings,
  disbursementPostings,
  returnPostings,
} from "~/domain/fund/allocation-rules";
import { giftDifference } from "~/domain/fund/gift-postings";
import { othersDifference, payoutDifference } from "~/domain/fund/payout-postings";
import type { StandInEvent } from "~/payments/stand-in/objects";
import { subjectOf } from "~/payments/stripe-objects";
import { GIFTS, type GiftWorld } from "./gift-world";

/** The product without a database: events are remembered by their id, and say only what to look at. */
export class Receiver {
  readonly taken = new Set<string>();
  readonly applied = new Set<string>();
  private readonly posted = new Map<string, Posting[]>();
  private readonly sums = new Map<Posting["account"], number>();
  constructor(private readonly world: GiftWorld) {}

  take({ id, body }: StandInEvent): void {
    if (this.taken.has(id)) return;
    this.taken.add(id);
    const { type, data } = JSON.parse(body);
    const subject = subjectOf(data.object);
    if (subject === null) return;
    this.applied.add(type);
    if (subject.kind === "payout") this.syncPayout(subject.payout);
    else this.syncGift(this.world.giftOf(subject.references) ?? -1);
  }

  check(): void {
    for (const gift of GIFTS) this.syncGift(gift);
    for (const { id } of this.world.payouts()) this.syncPayout(id);
  }

  sayOf(line: string, isOthers: boolean): void {
    this.post(line, othersDifference(isOthers ? this.world.netOf(line) : 0, this.of(line)));
  }

  setAside(share: number): number {
    const minor = Math.floor((this.available() * share) / 100);
    if (minor > 0) this.post("desk", allocationPostings("transit", minor));
    return minor;
  }

  spend(share: number): void {
    const minor = this.setAside(share);
    if (minor > 0) this.post("desk", disbursementPostings("transit", minor));
  }

  /** A part of what is set aside comes back, because a need is gone. */
  withdraw(share: number): void {
    this.giveBack(Math.floor((this.setAsideNow() * share) / 100));
  }

  /** A need costs a part of what was set aside for it; the rest comes back. */
  payLess(share: number): void {
    const minor = Math.floor((this.setAsideNow() * share) / 100);
    if (minor > 0) this.post("desk", disbursementPostings("transit", minor));
    this.giveBack(this.setAsideNow());
  }

  private giveBack(minor: number): void {
    const [free, short] = [this.available(), this.sum("shortfall")];
    if (minor > 0) this.post("desk", returnPostings("transit", { minor, shortfallMinor: short }));
    // nothing is free again while something is short
    if (this.sum("shortfall") > 0) expect(this.available()).toBe(free);
    if (this.sum("shortfall") < short) this.applied.add("what came back made good a loss");
    if (this.available() > free) this.applied.add("what came back is free");
  }

  private setAsideNow(): number {
    return 0 - this.sum("allocated");
  }

  cover(share: number): void {
    const minor = Math.floor((this.sum("shortfall") * share) / 100);
    if (minor > 0) this.post("cover", coverPostings("transit", minor));
  }

  sum(account: Posting["account"]): number {
    return this.sums.get(account) ?? 0;
  }

  /** How many lines were posted. */
  get count(): number {
    return [...this.posted.values()].reduce((sum, { length }) => sum + length, 0);
  }

  of(key: string): Posting[] {
    return this.posted.get(key) ?? [];
  }

  private available(): number {
    return 0 - this.sum("available");
  }

  syncGift(gift: number): void {
    if (gift < 0) return;
    const truth = this.world.truthOf(gift);
    const now = { availableMinor: this.available(), shortfallMinor: this.sum("shortfall") };
    const key = `gift ${gift}`;
    this.post(key, giftDifference({ truth, purpose: "transit", posted: this.of(key), ...now }));
  }

  private syncPayout(id: string): void {
    const found = this.world.payouts().find((payout) => payout.id === id);
    if (found) this.post(id, payoutDifference(found.truth, this.of(id)));
  }

  private post(key: string, postings: Posting[]): void {
    expect(isBalanced(postings)).toBe(true);
    this.posted.set(key, [...this.of(key), ...postings]);
    for (const { account, minor } of postings) this.sums.set(account, this.sum(account) + minor);
    expect(this.available()).toBeGreaterThanOrEqual(0);
    expect(this.sum("shortfall")).toBeGreaterThanOrEqual(0);
    // assets are worth what the funds hold, less the shortfall, at every moment
    const assets = [...this.sums].reduce((sum, [account, minor]) => (isAsset(account) ? sum + minor : sum), 0);
    const funds = FUNDS.reduce((sum, account) => sum - this.sum(account), 0);
    expect(assets + this.sum("shortfall")).toBe(funds);
  }
}
