import { canComeByCheque } from "~/domain/fund/cheque";
import { isUnderWay } from "~/domain/fund/gift-truth";
import { type Currency, writeMoney } from "~/domain/fund/money";
import { isPractice } from "~/domain/fund/practice";
import { isTooLittleToPay } from "~/domain/fund/smallest-payment";
import { canBeTakenBack } from "~/domain/fund/take-back";
import type { FundGift } from "~/features/fund/open-fund-gift.server";

/** The answer that no organisation of the district gave it. */
export const NO_ORGANISATION = "none";

/** A gift as its page shows it, and what may be done about it. */
export function viewOf({ gift, cheques, owedMinor, mayRun, isAccountEnded, ...of }: FundGift) {
  const { today, timeZone, organisations } = of;
  const { id, minor, standing } = gift;
  const currency = gift.currency as Currency;
  const isLeftThere = isAccountEnded && (standing === "invoiced" || standing === "uncollectible");
  // nothing is owed of what was given up or paid elsewhere: what may still come is what has not
  const awaitedMinor = owedMinor > 0 ? owedMinor : minor - gift.came_minor;
  return {
    isPractice: isPractice(gift.book),
    ...{ id, minor, standing, currency, owedMinor, mayRun, today, timeZone },
    mayEnd: standing === "pledged" || canBeTakenBack(gift, { cheques, isAccountEnded }),
    isLeftThere,
    isTooLittle: isTooLittleToPay(owedMinor, currency),
    cameBack: gift.came_back,
    cameMinor: gift.came_minor,
    processingMinor: gift.processing_minor,
    donor: gift.organisation_name ?? gift.donor_name,
    donorMail: gift.donor_mail,
    isAnonymous: gift.anonymous,
    purpose: gift.purpose,
    purchaseOrder: gift.purchase_order,
    dueOn: gift.due_on,
    madeAt: gift.created_at,
    awaited: mayRun && canComeByCheque(standing) && awaitedMinor > 0 ? writeMoney(awaitedMinor, currency) : null,
    mayForget: mayRun && tellsOfDonor(gift, cheques) && !isUnderWay(standing),
    cheques: cheques.map(({ id: chequeId, minor: chequeMinor, number, whyMore, receivedOn, bouncedAt }) => ({
      ...{ id: chequeId, minor: chequeMinor, number, whyMore, receivedOn },
      hasBounced: bouncedAt !== null,
    })),
    origin: {
      said: gift.origin,
      organisation: gift.organisation_name,
      // only a hint for whoever decides: anybody may have typed this name
      alike:
        gift.origin === "unasked" ? (organisations.find(({ name_key }) => name_key === gift.donor_key)?.id ?? "") : "",
      choices: organisations.map(({ id: value, name: label }) => ({ value, label })),
      chosen: gift.organisation_id ?? (gift.origin === "none" ? NO_ORGANISATION : ""),
    },
    wish: {
      ...{ thanks: gift.thanks, words: gift.thanks_words, withAmount: gift.thanks_amount },
      isShown: gift.thanks_shown_at !== null,
    },
  };
}

/** Something that somebody said of who gave: also of one who was forgotten before, when a check came since. */
function tellsOfDonor(gift: FundGift["gift"], cheques: FundGift["cheques"]): boolean {
  const { donor_name: name, donor_mail: mail, purchase_order: order, thanks_words: thanks } = gift;
  const said = cheques.flatMap(({ number, whyMore }) => [number, whyMore]);
  return [name, mail, order, thanks, ...said].some((words) => words !== "");
}
