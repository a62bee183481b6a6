import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type ChequeFault, canComeByCheque, findChequeFault } from "~/domain/fund/cheque";
import { unpaidMinor } from "~/domain/fund/gift-truth";
import { type Currency, type MoneyFault, parseMoney } from "~/domain/fund/money";
import { mayRunFund } from "~/domain/fund/policy";
import type { AskFault } from "~/domain/fund/stripe-refusal";
import { done, type Outcome, refused } from "~/domain/outcome";
import { askGift } from "~/steps/ask-gift.server";
import { bringGiftUpToDate, truthOf } from "~/steps/gift-ledger.server";
import { sentForm } from "~/steps/sent-form.server";
import { tellOfCheque } from "~/steps/tell-of-cheque.server";
import { withStripe } from "~/steps/with-stripe.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getFund } from "~db/fund-books.server";
import { findSendingOfCheque, insertGiftCheque, listGiftCheques } from "~db/gift-cheques.server";
import { lockGift } from "~db/gifts.server";
import { getSchool } from "~db/schools.server";

export interface ChequeFor {
  giftId: string;
  amount: string;
  /** In which the amount was typed. */
  language?: string;
  chequeNumber: string;
  receivedOn: string;
  /** Why it is more than the fund takes at once, if it is. */
  whyMore?: string | undefined;
  /** The number of the form: sent twice, it books once. */
  formKey?: string | undefined;
}

export type ChequeForRefusal =
  | "not_permitted"
  | "not_found"
  | "nothing_to_pay"
  | ChequeFault
  | "form_changed"
  | AskFault
  | MoneyFault;

/**
 * A check came for what was promised or invoiced, the only one or one of several: that much is owed no more, the rest still is. An
 * invoice that is open at Stripe is marked as paid there, or asks for the rest, and an open checkout ends, so that nobody pays twice.
 * The check is written down with its entry, once Stripe has given its last answer: refused before, it is entered again. Where the gift's
 * account was ended, what was booked last counts, and nothing is told there.
 */
export async function takeChequeFor(
  wiring: Wiring,
  actor: Actor,
  { giftId, amount, language, chequeNumber, receivedOn, whyMore = "", formKey }: ChequeFor,
): Promise<Outcome<null, ChequeForRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withStripe(wiring, actor, async (tx) => {
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) return refused("not_found");
    const minor = parseMoney(amount, { currency: gift.currency as Currency, language });
    if (!minor.ok) return minor;
    const form = sentForm(formKey, { giftId, minor: minor.value, chequeNumber, receivedOn });
    const sending = await findSendingOfCheque(tx, { schoolId, form });
    if (sending === "changed") return refused("form_changed");
    if (sending === "again") return done(null);
    if (!canComeByCheque(gift.standing)) return refused("nothing_to_pay");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const { maximumMinor } = (await getFund(tx, { schoolId })).settings;
    const fault = findChequeFault({ minor: minor.value, receivedOn, whyMore }, { today, maximumMinor });
    if (fault) return refused(fault);
    const asked = await askGift(tx, { wiring, gift });
    if (!asked.ok) return asked;
    if (unpaidMinor(gift.minor, truthOf(gift, asked.value.atStripe)) === 0) return refused("nothing_to_pay");
    const told = await tellOfCheque(tx, { asked: asked.value, gift, minor: minor.value });
    if (!told.ok) return told;
    const cheque = { schoolId, giftId, minor: minor.value, number: chequeNumber, whyMore: whyMore.trim(), receivedOn };
    const chequeId = await insertGiftCheque(tx, { ...cheque, ...told.value.cheque, form, now });
    await recordAct(tx, {
      actor,
      noun: "gift",
      nounId: giftId,
      transition: "cheque",
      evidence: chequeId,
      now,
    });
    const met = { ...gift, cheques: await listGiftCheques(tx, { schoolId, giftIds: [giftId] }) };
    const truth = truthOf(met, told.value.left);
    const happened = { cause: "cheque", happenedOn: receivedOn, now } as const;
    await bringGiftUpToDate(tx, { wiring, actor, gift: met, truth, ...happened });
    return done(null);
  });
}
