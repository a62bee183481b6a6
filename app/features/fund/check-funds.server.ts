import { inEachSchool } from "~/steps/each-school.server";
import type { Wiring } from "~/wiring";
import { checkBook } from "./check-book.server";

/**
 * Nightly: compares both books of every school that has gifts with Stripe. Answers how many differences were found. A school
 * whose Stripe does not answer fails the job, so that it is tried again; the others have been looked at by then.
 */
export function checkFunds(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "check-funds", async (actor) => {
    let found = 0;
    for (const book of ["live", "test"] as const) {
      const outcome = await checkBook(wiring, actor, { book });
      if (outcome.ok) found += outcome.value.found;
      else if (outcome.reason === "payments_away") throw new Error("Stripe did not answer a check");
    }
    return found;
  });
}
