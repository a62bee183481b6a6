import type { Actor, LinkActor, MentorActor, SystemActor } from "~/domain/actor";
import { NOTHING_AT_STRIPE } from "~/domain/fund/booked-at-stripe";
import { type MoneyFault, parseMoney } from "~/domain/fund/money";
import { provenOrigin } from "~/domain/fund/origin";
import { isPracticeAmongPeople } from "~/domain/fund/practice";
import type { Purpose } from "~/domain/fund/purposes";
import { findGiftFault, type GiftFault } from "~/domain/fund/settings";
import { keptWish, NO_THANKS, type ThanksWish } from "~/domain/fund/thanks";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { done, type Outcome, refused } from "~/domain/outcome";
import { openFundAccount } from "~/steps/fund-account.server";
import { bringGiftUpToDate, truthOf } from "~/steps/gift-ledger.server";
import { sentForm } from "~/steps/sent-form.server";
import { giveBackDonorMail, takeDonorMail } from "~/steps/take-donor-mail.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getFund, lockFund } from "~db/fund-books.server";
import { hasGiftOfForm, insertGift, lockGift } from "~db/gifts.server";
import { type Limit, takeFromLimit } from "~db/rate-limits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { putThanksWish } from "~db/thanks.server";
import { findGiver, type Giver } from "./giver.server";

export interface GiftWish {
  /** The school, for a mentor; a link names its own. */
  schoolId: string;
  purpose: Purpose;
  /** As it was typed. */
  amount: string;
  donorName: string;
  donorMail: string;
  organisationName: string;
  anonymous: boolean;
  /** A promise now, the payment later. */
  payLater: boolean;
  /** How they wish to be thanked in public; not at all when left out. */
  thanks?: ThanksWish;
  /** In which the donor is written to. */
  language: string;
  /** The number of the form: sent twice, it makes one gift; sent again in other words, it is refused. */
  formKey?: string | undefined;
}

export type StartGiftRefusal =
  | "not_permitted"
  | "not_found"
  | "fund_closed"
  | "name_missing"
  | "too_many"
  | "too_many_mails"
  | "form_changed"
  | "wished_unnamed"
  | MoneyFault
  | GiftFault;

/** A hall full of people may give through one link in an evening; a script that fills the books may not. */
const GIFTS_OF_LINK: Limit = { name: "give-link", points: 300, windowSeconds: 60 * 60 };

/**
 * A donor gives: from a link that the school handed out, or signed in as a mentor for their organisation. Nothing is credited
 * here. A promise is owed from now on; everything else waits for the payment.
 */
export async function startGift(
  wiring: Wiring,
  actor: Actor,
  wish: GiftWish,
): Promise<Outcome<{ giftId: string; schoolId: string }, StartGiftRefusal>> {
  if (actor.kind !== "link" && actor.kind !== "mentor") return refused("not_permitted");
  const giver = await findGiver(wiring, actor, wish);
  if (!giver.ok) return giver;
  if (actor.kind === "link") {
    const taken = await takeFromLimit(wiring, GIFTS_OF_LINK, actor.linkId);
    if (!taken.ok) return refused("too_many", { minutes: Math.ceil(taken.retryAfterSeconds / 60) });
  }
  const fund: SystemActor = { ...giver.value, kind: "system", job: "give" };
  const { schoolId, districtId } = fund;
  const mail = wish.donorMail;
  const isCounted = await mailsForNothing(wiring, fund, wish);
  const taken = isCounted ? await takeDonorMail(wiring, actor, { mail }) : done(null);
  const now = wiring.clock.now();
  const outcome = await withScope(wiring, fund, async (tx) => {
    // Locked before the currency is read, so that the first gift and a change of the currency never pass each other.
    const { book, isOpen, settings } = await lockFund(tx, { schoolId });
    // The first of two clicks may have taken the last mail: the second is answered as the first.
    if (!taken.ok && !(await isOfForm(tx, { schoolId, formKey: wish.formKey }))) return taken;
    if (!isOpen || !(await openFundAccount(tx, wiring, { schoolId, book }))) return refused("fund_closed");
    const { purpose, anonymous } = wish;
    const amount = parseMoney(wish.amount, { currency: settings.currency, language: wish.language });
    if (!amount.ok) return amount;
    const fault = findGiftFault(settings, { purpose, minor: amount.value, anonymous });
    if (fault) return refused(fault, { minimum: settings.minimumMinor, maximum: settings.maximumMinor });
    const thanks = keptWish(wish.thanks ?? NO_THANKS);
    if (anonymous && thanks.thanks === "named") return refused("wished_unnamed");
    const donor = donorOf(actor, giver.value, wish);
    if (donor.donorName === "") return refused("name_missing");
    const donorKey = organisationNameKey(donor.donorName);
    const { organisationId } = giver.value;
    const way = wish.payLater ? "pledge" : "checkout";
    const gift = {
      schoolId,
      districtId,
      book,
      purpose,
      minor: amount.value,
      currency: settings.currency,
      way,
    } as const;
    const linkId = actor.kind === "link" ? actor.linkId : null;
    const said = { purpose, minor: amount.value, way, anonymous, ...donor, ...thanks, linkId };
    const entered = { linkId, form: sentForm(wish.formKey, said) };
    const by = { ...donor, donorKey, organisationId, origin: provenOrigin(giver.value), anonymous };
    const { giftId, sending } = await insertGift(tx, { ...gift, ...by, ...entered, now });
    if (sending === "changed") return refused("form_changed");
    if (sending === "again") return done({ giftId, schoolId, sending });
    await putThanksWish(tx, { schoolId, giftId, ...thanks });
    const onBehalfOf = giver.value.mentorId;
    await recordAct(tx, {
      actor: actor.kind === "link" ? actor : fund,
      noun: "gift",
      nounId: giftId,
      transition: way,
      onBehalfOf,
      now,
    });
    const row = await lockGift(tx, { schoolId, giftId });
    if (row)
      await bringGiftUpToDate(tx, {
        wiring,
        actor: fund,
        gift: row,
        truth: truthOf(row, NOTHING_AT_STRIPE),
        cause: way,
        now,
      });
    return done({ giftId, schoolId, sending });
  });
  if (!outcome.ok) return outcome;
  const { giftId, sending } = outcome.value;
  // A double click: when it was counted, the other one of the two had not made the gift yet
  if (isCounted && taken.ok && sending === "again") await giveBackDonorMail(wiring, actor, { mail });
  return done({ giftId, schoolId });
}

/**
 * Whether a mail goes to whatever address was typed before anybody has paid: a promise is mailed at once, and in practice a payment
 * costs nothing either. A form that comes again makes no gift, and mails nobody.
 */
function mailsForNothing(wiring: Wiring, fund: SystemActor, { payLater, formKey }: GiftWish): Promise<boolean> {
  const { schoolId } = fund;
  return withScope(wiring, fund, async (tx) => {
    if (await isOfForm(tx, { schoolId, formKey })) return false;
    return payLater || isPracticeAmongPeople((await getFund(tx, fund)).book, wiring.env.mode);
  });
}

/** Whether the form of a gift came before, and made it. */
async function isOfForm(tx: ScopeTx, { schoolId, formKey }: { schoolId: string; formKey: string | undefined }) {
  return formKey !== undefined && (await hasGiftOfForm(tx, { schoolId, formKey }));
}

function donorOf(actor: LinkActor | MentorActor, giver: Giver, wish: GiftWish) {
  const named = wish.organisationName.trim() || wish.donorName.trim();
  return {
    donorName: actor.kind === "mentor" ? giver.organisationName : named,
    donorMail: wish.donorMail.trim(),
    donorLanguage: wish.language,
    givenBy: giver.mentorId,
  };
}
