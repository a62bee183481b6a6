import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { coverPostings } from "~/domain/fund/allocation-rules";
import { type MoneyFault, parseMoney } from "~/domain/fund/money";
import { mayRunFund } from "~/domain/fund/policy";
import type { Purpose } from "~/domain/fund/purposes";
import { done, type Outcome, refused } from "~/domain/outcome";
import { sentForm } from "~/steps/sent-form.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getFund, lockFundBook } from "~db/fund-books.server";
import { countShortfall, findSending, insertEntry } from "~db/fund-ledger.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface Cover {
  purpose: Purpose;
  amount: string;
  /** In which the amount was typed. */
  language?: string;
  /** Out of which money, and where that is written down. */
  because: string;
  /** The number of the form: sent twice, it books once. */
  formKey?: string | undefined;
}

export type CoverRefusal = "not_permitted" | "reason_missing" | "more_than_shortfall" | "form_changed" | MoneyFault;

/** The school makes a loss good out of other money: it is at the bank now, and the shortfall is smaller by it. */
export async function coverShortfall(
  wiring: Wiring,
  actor: Actor,
  { purpose, amount, language, because, formKey }: Cover,
): Promise<Outcome<null, CoverRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const reason = because.trim();
  if (reason === "") return refused("reason_missing");
  const { schoolId, personId: recordedBy } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { book, settings } = await getFund(tx, { schoolId });
    const { currency } = settings;
    const minor = parseMoney(amount, { currency, language });
    if (!minor.ok) return minor;
    await lockFundBook(tx, { schoolId, book });
    const form = sentForm(formKey, { purpose, minor: minor.value, reason });
    const sending = await findSending(tx, { schoolId, form });
    if (sending === "changed") return refused("form_changed");
    if (sending === "again") return done(null);
    if (minor.value > (await countShortfall(tx, { schoolId, book, purpose }))) return refused("more_than_shortfall");
    const onDay = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const entry = {
      schoolId,
      book,
      currency,
      cause: "cover",
      recordedBy,
      onDay,
      now,
      of: { because: reason },
    } as const;
    await insertEntry(tx, { ...entry, form, postings: coverPostings(purpose, minor.value) });
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: "cover shortfall", now });
    return done(null);
  });
}
