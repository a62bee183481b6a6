import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import type { Posting } from "~/domain/fund/accounts";
import {
  type AllocationBar,
  allocationPostings,
  findAllocationBar,
  returnPostings,
} from "~/domain/fund/allocation-rules";
import type { Cause } from "~/domain/fund/causes";
import { mayUseFund } from "~/domain/fund/policy";
import { isPurpose } from "~/domain/fund/purposes";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { type Allocation, findAllocation } from "~db/fund-allocations.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { countShortfall, insertEntry } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { gatherAllocationFacts } from "./allocation-facts.server";

export type AllocationDecision = "approve" | "decline" | "withdraw";
export type DecideAllocationRefusal = AdvanceRefusal | AllocationBar | "same_person";

/**
 * A second person approves, and the money is set aside; or somebody declines, or takes it back, which makes good a loss first. What is free is asked for under
 * the book's lock, so that two desks at once never set aside more than is there.
 */
export async function decideAllocation(
  wiring: Wiring,
  actor: Actor,
  { allocationId, decision }: { allocationId: string; decision: AllocationDecision },
): Promise<Outcome<null, DecideAllocationRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const before = await findAllocation(tx, { schoolId, allocationId });
    if (!before) return refused("not_found");
    await lockFundBook(tx, { schoolId, book: before.book as Book });
    const allocation = (await findAllocation(tx, { schoolId, allocationId })) ?? before;
    if (decision === "approve") return approve(tx, actor, allocation, now);
    const move = { actor, noun: "allocation", id: allocationId, notices: {}, met: [], now } as const;
    const moved = await advance(tx, { ...move, move: decision });
    if (!moved.ok) return moved;
    if (moved.value.from === "approved") await giveBack(tx, actor, { allocation, now });
    return done(null);
  });
}

async function approve(
  tx: ScopeTx,
  actor: StaffActor,
  allocation: Allocation,
  now: Date,
): Promise<Outcome<null, DecideAllocationRefusal>> {
  const { schoolId, personId } = actor;
  const { id, student_id: studentId, purpose, minor, currency, business_decision: businessDecision } = allocation;
  if (allocation.proposed_by === personId) return refused("same_person");
  if (studentId === null || !isPurpose(purpose)) return refused("not_found");
  const facts = await gatherAllocationFacts(tx, { schoolId, book: allocation.book as Book, studentId, purpose });
  const bar = allocation.state === "proposed" ? findAllocationBar({ ...facts, minor, businessDecision }) : null;
  if (bar) return refused(bar, { available: facts.availableMinor, currency });
  const met = ["second_person", "enough"] as const;
  const set = { approved_by: personId };
  const moved = await advance(tx, { actor, noun: "allocation", id, move: "approve", met, notices: {}, set, now });
  if (!moved.ok) return moved;
  const postings = allocationPostings(purpose, minor);
  await post(tx, actor, { allocation, postings, cause: "approve", now });
  return done(null);
}

async function giveBack(
  tx: ScopeTx,
  actor: StaffActor,
  { allocation, now }: { allocation: Allocation; now: Date },
): Promise<void> {
  const { purpose, minor } = allocation;
  if (!isPurpose(purpose)) throw new Error(`no fund has a purpose ${purpose}`);
  const of = { schoolId: actor.schoolId, book: allocation.book as Book, purpose };
  const postings = returnPostings(purpose, { minor, shortfallMinor: await countShortfall(tx, of) });
  await post(tx, actor, { allocation, postings, cause: "withdraw", now });
}

async function post(
  tx: ScopeTx,
  actor: StaffActor,
  { allocation, postings, cause, now }: { allocation: Allocation; postings: Posting[]; cause: Cause; now: Date },
): Promise<void> {
  const { schoolId, personId: recordedBy } = actor;
  const onDay = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const { id: allocationId, currency } = allocation;
  const entry = { schoolId, book: allocation.book as Book, currency, cause, recordedBy, onDay, postings, now };
  await insertEntry(tx, { ...entry, of: { allocationId } });
}
