import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import {
  type AllocationBar,
  disbursementPostings,
  findAllocationBar,
  returnPostings,
} from "~/domain/fund/allocation-rules";
import { effectiveDay } from "~/domain/fund/effective-day";
import { type Currency, type MoneyFault, parseMoney } from "~/domain/fund/money";
import { mayUseFund } from "~/domain/fund/policy";
import { isPurpose } from "~/domain/fund/purposes";
import { findMissingFact, RELEASE_FACTS, RELEASE_RULES, type ReleaseFact } from "~/domain/fund/stipend-release";
import { type DayFault, findDayFault } from "~/domain/fund/typed-day";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type PictureFault, readPicture } from "~/domain/picture/read-picture";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { type Allocation, findAllocation, lockAllocation } from "~db/fund-allocations.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { findLastDay } from "~db/fund-days.server";
import { countShortfall, insertEntry } from "~db/fund-ledger.server";
import { insertReceipt } from "~db/fund-receipts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type GatheredFacts, gatherAllocationFacts } from "./allocation-facts.server";

export interface Disbursement {
  allocationId: string;
  /** What was paid, as it was typed; less than was set aside gives the rest back, after a loss to what is short. */
  amount: string;
  /** In which the amount was typed. */
  language?: string;
  paidOn: string;
  /** Where the receipt is: "Invoice 4471, folder 12". */
  evidence: string;
  /** A picture of the receipt, as it was sent. */
  receipt?: Uint8Array | undefined;
  /** The coordinator says that the need was met. */
  confirmed: boolean;
}

export type DisburseRefusal =
  | AdvanceRefusal
  | MoneyFault
  | AllocationBar
  | PictureFault
  | "evidence_missing"
  | "more_than_allocated"
  | "not_paid"
  | DayFault
  | `missing_${ReleaseFact}`;

/**
 * What the school paid out of the bank, outside of the product, with its evidence. What was not needed is free again, once it has made good what the purpose is short of. What spoke
 * for the money when it was set aside is asked again: since then the student may work for a giver, or without pay.
 */
export async function disburseAllocation(
  wiring: Wiring,
  actor: Actor,
  paid: Disbursement,
): Promise<Outcome<null, DisburseRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, personId: recordedBy } = actor;
  const { allocationId, paidOn } = paid;
  const evidence = paid.evidence.trim();
  if (evidence === "") return refused("evidence_missing");
  const now = wiring.clock.now();
  const picture = paid.receipt && readPicture(paid.receipt);
  return withScope(wiring, actor, async (tx) => {
    const before = await findAllocation(tx, { schoolId, allocationId });
    if (!before) return refused("not_found");
    await lockFundBook(tx, { schoolId, book: before.book as Book });
    const locked = await lockAllocation(tx, { schoolId, allocationId });
    const allocation = (await findAllocation(tx, { schoolId, allocationId })) ?? before;
    if (!locked || !isPurpose(allocation.purpose)) return refused("not_found");
    const { currency, purpose, student_id: studentId } = allocation;
    const book = allocation.book as Book;
    const amount = parseMoney(paid.amount, { currency: currency as Currency, language: paid.language });
    if (!amount.ok) return amount;
    const rest = allocation.minor - amount.value;
    if (rest < 0) return refused("more_than_allocated");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const dayFault = findDayFault(paidOn, today);
    if (dayFault) return refused(dayFault);
    // Of a student who left nothing is kept that may name them.
    if (picture && studentId === null) return refused("not_paid");
    if (picture && !picture.ok) return picture;
    const facts = studentId === null ? null : await gatherAllocationFacts(tx, { schoolId, book, studentId, purpose });
    const known = { hasEngagement: facts?.hasEngagement ?? false, isConfirmed: paid.confirmed };
    const missing = findMissingFact(RELEASE_RULES[purpose], RELEASE_FACTS, known);
    if (missing && allocation.state === "approved") return refused(`missing_${missing}`);
    const bar = facts && allocation.state === "approved" ? barOfPayment(facts, allocation) : null;
    if (bar) return refused(bar);
    const set = { disbursed_minor: amount.value, paid_on: paidOn, evidence };
    const met = ["release_facts"] as const;
    const move = { actor, noun: "allocation", id: allocationId, move: "disburse", met, notices: {}, set, now } as const;
    const moved = await advance(tx, move);
    if (!moved.ok) return moved;
    const lastDay = await findLastDay(tx, { schoolId, book, of: { allocationId } });
    const onDay = effectiveDay({ happenedOn: paidOn, lastDay, today });
    const entry = {
      schoolId,
      book,
      currency,
      cause: "disburse",
      recordedBy,
      onDay,
      now,
      of: { allocationId },
    } as const;
    const shortfallMinor = await countShortfall(tx, { schoolId, book, purpose });
    const postings = [
      ...disbursementPostings(purpose, amount.value),
      ...returnPostings(purpose, { minor: rest, shortfallMinor }),
    ];
    await insertEntry(tx, { ...entry, postings });
    if (picture?.ok) await insertReceipt(tx, { schoolId, allocationId, picture: picture.value, by: recordedBy, now });
    return done(null);
  });
}

/** As when it was set aside: this money counts as free once more, so that only what is new can speak against it. */
function barOfPayment(facts: GatheredFacts, allocation: Allocation): AllocationBar | null {
  const { minor, business_decision: businessDecision } = allocation;
  return findAllocationBar({ ...facts, minor, businessDecision, availableMinor: facts.availableMinor + minor });
}
