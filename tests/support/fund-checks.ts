import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import type { Payments } from "~/payments/port";
import type { FundStage } from "./fund";

/** How many differences staff still have as a task. */
export async function openDifferenceTasks(stage: FundStage): Promise<number> {
  const open = "select id from staff_tasks where kind = 'fund_difference' and state = 'open'";
  return (await stage.rows(open)).length;
}

/** Stripe answers one kind of question with a fault while `work` runs. */
export async function withFault<Answer>(
  { wiring }: FundStage,
  { question, fault }: { question: keyof Payments; fault: PaymentFault },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { payments } = wiring;
  if (!payments) throw new Error("nobody can be asked");
  wiring.payments = { ...payments, [question]: async () => ({ ok: false, reason: fault }) };
  try {
    return await work();
  } finally {
    wiring.payments = payments;
  }
}
