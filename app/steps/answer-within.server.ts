import type { PaymentFault } from "~/domain/fund/stripe-refusal";
import { type Outcome, refused } from "~/domain/outcome";

/** What a question is answered, or that the far side is away when that takes longer: for a page that can do without. */
export async function answerWithin<Value>(
  milliseconds: number,
  asked: Promise<Outcome<Value, PaymentFault>>,
): Promise<Outcome<Value, PaymentFault>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome<Value, PaymentFault>>((resolve) => {
    timer = setTimeout(() => resolve(refused("unavailable")), milliseconds);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
