import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import type { Posting } from "~/domain/fund/accounts";
import { giftDifference } from "~/domain/fund/gift-postings";
import { type GiftStanding, type GiftTruth, standingOf } from "~/domain/fund/gift-truth";
import { isCurrency } from "~/domain/fund/money";
import { isPurpose } from "~/domain/fund/purposes";
import type { GiftAtStripe } from "~/payments/port";
import { recordAct } from "~db/audit.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { countAvailable, insertEntry, listPostings } from "~db/fund-ledger.server";
import { type Gift, putGiftStanding } from "~db/gifts.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** What the far side has when nothing there is known about a gift. */
export const NOT_AT_STRIPE: Pick<GiftAtStripe, "charges" | "invoices" | "references"> = {
  charges: [],
  invoices: [],
  references: [],
};

/** Everything that decides what the ledger holds for a gift: what Stripe says, and what the school wrote down itself. */
export function truthOf(gift: Gift, { charges, invoices }: Pick<GiftAtStripe, "charges" | "invoices">): GiftTruth {
  const stands = gift.promise_ended_at === null && gift.way === "pledge";
  const hasCheque = gift.way === "cheque" && gift.cheque_bounced_at === null;
  if (!isCurrency(gift.currency)) throw new Error(`no fund keeps ${gift.currency}`);
  return {
    currency: gift.currency,
    promisedMinor: stands ? gift.minor : 0,
    charges,
    invoices,
    chequeMinor: hasCheque ? gift.minor : 0,
  };
}

/**
 * Brings the ledger from what was posted for a gift to what is true of it now, by one entry, and writes the word for it. The
 * caller holds the gift's lock since before it asked what is true, so that an older answer never follows a newer one.
 */
export async function bringGiftUpToDate(
  tx: ScopeTx,
  { actor, gift, truth, cause, now }: { actor: SchoolActor; gift: Gift; truth: GiftTruth; cause: string; now: Date },
): Promise<{ standing: GiftStanding; postings: Posting[] }> {
  const { school_id: schoolId, id: giftId, currency } = gift;
  const book = gift.book as Book;
  if (!isPurpose(gift.purpose)) throw new Error(`no fund has a purpose ${gift.purpose}`);
  await lockFundBook(tx, { schoolId, book });
  const posted = await listPostings(tx, { schoolId, book, of: { giftId } });
  const availableMinor = await countAvailable(tx, { schoolId, book, purpose: gift.purpose });
  const postings = giftDifference({ truth, purpose: gift.purpose, posted, availableMinor });
  if (postings.length > 0) {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const recordedBy = actor.kind === "staff" ? actor.personId : null;
    const entry = { schoolId, book, currency, cause, recordedBy, onDay: civilDate(now, timeZone), now };
    await insertEntry(tx, { ...entry, of: { giftId }, postings });
  }
  const standing = standingOf(truth);
  if (standing !== gift.standing) {
    await putGiftStanding(tx, { schoolId, giftId, standing });
    await recordAct(tx, {
      actor,
      noun: "gift",
      nounId: giftId,
      transition: cause,
      from: gift.standing,
      to: standing,
      now,
    });
  }
  return { standing, postings };
}
