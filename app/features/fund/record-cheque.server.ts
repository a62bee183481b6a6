import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { NOTHING_AT_STRIPE } from "~/domain/fund/booked-at-stripe";
import { type ChequeFault, findChequeFault } from "~/domain/fund/cheque";
import { type MoneyFault, parseMoney } from "~/domain/fund/money";
import { mayRunFund } from "~/domain/fund/policy";
import type { Purpose } from "~/domain/fund/purposes";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { bringGiftUpToDate, truthOf } from "~/steps/gift-ledger.server";
import { sentForm } from "~/steps/sent-form.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { lockFund } from "~db/fund-books.server";
import { insertGiftCheque } from "~db/gift-cheques.server";
import { insertGift, lockGift } from "~db/gifts.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export interface Cheque {
  purpose: Purpose;
  amount: string;
  /** In which the amount was typed. */
  language?: string;
  donorName: string;
  chequeNumber: string;
  /** The day it came in. */
  receivedOn: string;
  /** Why it is more than the fund takes at once, if it is. */
  whyMore?: string | undefined;
  /** The number of the form: sent twice, it books once. */
  formKey?: string | undefined;
}

export type ChequeRefusal = "not_permitted" | "name_missing" | "form_changed" | ChequeFault | MoneyFault;

/** An admin enters a cheque that the school has paid in: it is at the bank and free to use. */
export async function recordCheque(
  wiring: Wiring,
  actor: Actor,
  cheque: Cheque,
): Promise<Outcome<{ giftId: string }, ChequeRefusal>> {
  if (!mayRunFund(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    // Locked before the currency is read: see startGift.
    const { book, settings } = await lockFund(tx, { schoolId });
    const { currency } = settings;
    const amount = parseMoney(cheque.amount, { currency, language: cheque.language });
    if (!amount.ok) return amount;
    const { purpose, chequeNumber, receivedOn, whyMore = "" } = cheque;
    const donorName = cheque.donorName.trim();
    if (donorName === "") return refused("name_missing");
    const today = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const { maximumMinor } = settings;
    const fault = findChequeFault({ minor: amount.value, receivedOn, whyMore }, { today, maximumMinor });
    if (fault) return refused(fault);
    const donorKey = organisationNameKey(donorName);
    const nobody = { organisationId: null, origin: "unasked", givenBy: null } as const;
    const donor = { ...nobody, donorName, donorKey, donorMail: "", donorLanguage: "en" } as const;
    const said = { purpose, minor: amount.value, donorName, chequeNumber, receivedOn };
    const { giftId, sending } = await insertGift(tx, {
      ...{ schoolId, districtId, book, purpose, currency, ...donor, now },
      ...{ minor: amount.value, way: "cheque", anonymous: false },
      ...{ linkId: null, form: sentForm(cheque.formKey, said) },
    });
    if (sending === "changed") return refused("form_changed");
    if (sending === "again") return done({ giftId });
    const chequeId = await insertGiftCheque(tx, {
      ...{ schoolId, giftId, minor: amount.value, number: chequeNumber, whyMore: whyMore.trim(), receivedOn, now },
      ...{ invoice: null, creditNote: null, form: null },
    });
    await recordAct(tx, {
      actor,
      noun: "gift",
      nounId: giftId,
      transition: "cheque",
      evidence: chequeId,
      now,
    });
    const gift = await lockGift(tx, { schoolId, giftId });
    if (!gift) throw new Error("the gift just written is gone");
    const truth = truthOf(gift, NOTHING_AT_STRIPE);
    const happened = { cause: "cheque", happenedOn: receivedOn, now } as const;
    await bringGiftUpToDate(tx, { wiring, actor, gift, truth, ...happened });
    return done({ giftId });
  });
}
