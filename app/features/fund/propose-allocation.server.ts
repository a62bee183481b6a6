import type { Actor } from "~/domain/actor";
import { type AllocationBar, findAllocationBar } from "~/domain/fund/allocation-rules";
import { type MoneyFault, parseMoney } from "~/domain/fund/money";
import { mayUseFund } from "~/domain/fund/policy";
import type { Purpose } from "~/domain/fund/purposes";
import { done, type Outcome, refused } from "~/domain/outcome";
import { sentForm } from "~/steps/sent-form.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertAllocation } from "~db/fund-allocations.server";
import { getFund } from "~db/fund-books.server";
import { lockStudent } from "~db/pursuits.server";
import { withScope } from "~db/scope.server";
import { gatherAllocationFacts } from "./allocation-facts.server";

export interface AllocationWish {
  studentId: string;
  purpose: Purpose;
  amount: string;
  /** In which the amount was typed. */
  language?: string;
  /** What it is for, in words. */
  need: string;
  /** Where the business office's decision is written down, for a stipend beside unpaid educational work. */
  businessDecision: string;
  /** The number of the form: sent twice, it asks once. */
  formKey?: string | undefined;
}

export type ProposeAllocationRefusal =
  | "not_permitted"
  | "not_found"
  | "need_missing"
  | "form_changed"
  | MoneyFault
  | AllocationBar;

/** One of two people asks for money for a student's need. Nothing moves until another one approves. */
export async function proposeAllocation(
  wiring: Wiring,
  actor: Actor,
  wish: AllocationWish,
): Promise<Outcome<{ allocationId: string }, ProposeAllocationRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, personId } = actor;
  const { studentId, purpose, businessDecision } = wish;
  const need = wish.need.trim();
  if (need === "") return refused("need_missing");
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    if (!(await lockStudent(tx, { schoolId, studentId }))) return refused("not_found");
    const { book, settings } = await getFund(tx, { schoolId });
    const { currency } = settings;
    const amount = parseMoney(wish.amount, { currency, language: wish.language });
    if (!amount.ok) return amount;
    const minor = amount.value;
    const facts = await gatherAllocationFacts(tx, { schoolId, book, studentId, purpose });
    const bar = findAllocationBar({ ...facts, minor, businessDecision });
    if (bar) return refused(bar, { available: facts.availableMinor, currency });
    const allocation = { schoolId, book, studentId, purpose, minor, currency, need, businessDecision };
    const form = sentForm(wish.formKey, { studentId, purpose, minor, need, businessDecision });
    const { allocationId, sending } = await insertAllocation(tx, { ...allocation, form, by: personId, now });
    if (sending === "changed") return refused("form_changed");
    if (sending === "again") return done({ allocationId });
    await recordAct(tx, {
      actor,
      noun: "allocation",
      nounId: allocationId,
      transition: "propose",
      to: "proposed",
      now,
    });
    return done({ allocationId });
  });
}
