import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import { balanceOf, type Posting } from "~/domain/fund/accounts";
import { bookedCharges } from "~/domain/fund/booked-at-stripe";
import type { Cause } from "~/domain/fund/causes";
import { heldMinor, isOwedAgain } from "~/domain/fund/cheque";
import { effectiveDay } from "~/domain/fund/effective-day";
import { giftDifference } from "~/domain/fund/gift-postings";
import {
  type Charge,
  cameBackOf,
  cameMinorOf,
  type GiftStanding,
  type GiftTruth,
  processingMinorOf,
  standingOf,
} from "~/domain/fund/gift-truth";
import { type Currency, isCurrency } from "~/domain/fund/money";
import { isPurpose } from "~/domain/fund/purposes";
import type { GiftAtStripe } from "~/payments/port";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { type Book, lockFundBook } from "~db/fund-books.server";
import { findLastDay } from "~db/fund-days.server";
import { countAvailable, countShortfall, insertEntry, listPostings } from "~db/fund-ledger.server";
import { type Gift, putGiftStanding } from "~db/gifts.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { tellNews } from "./tell-news.server";

/**
 * Everything that decides what the ledger holds for a gift: what Stripe says, and what the school wrote down itself. A gift whose
 * check came back after its invoice had ended is owed like a promise, whatever Stripe counts as paid there. What came at an account
 * that was ended since stays as it was booked.
 */
export function truthOf(gift: Gift, { charges, invoices }: Pick<GiftAtStripe, "charges" | "invoices">): GiftTruth {
  const owedAgain = isOwedAgain(gift.cheques);
  const stands = gift.promise_ended_at === null && (gift.way === "pledge" || owedAgain);
  if (!isCurrency(gift.currency)) throw new Error(`no fund keeps ${gift.currency}`);
  return {
    currency: gift.currency,
    promisedMinor: stands ? gift.minor : 0,
    charges: [...keptCharges(gift, gift.currency), ...charges],
    invoices: owedAgain ? invoices.filter(({ status }) => status !== "paid") : invoices,
    chequeMinor: heldMinor(gift.cheques),
  };
}

function keptCharges({ kept_left_minor: leftMinor, kept_fee_minor: feeMinor }: Gift, currency: Currency): Charge[] {
  return bookedCharges({ leftMinor, feeMinor, currency });
}

interface LedgerInput {
  wiring: Wiring;
  actor: SchoolActor;
  gift: Gift;
  truth: GiftTruth;
  cause: Cause;
  /** The day on which it happened, where somebody says so; otherwise Stripe's, or today. */
  happenedOn?: string;
  now: Date;
}

/**
 * Brings the ledger from what was posted for a gift to what is true of it now, by one entry, and writes the word for it. The
 * caller holds the gift's lock since before it asked what is true, so that an older answer never follows a newer one.
 */
export async function bringGiftUpToDate(
  tx: ScopeTx,
  { wiring, actor, gift, truth, cause, now, ...said }: LedgerInput,
): Promise<{ standing: GiftStanding; postings: Posting[] }> {
  const { school_id: schoolId, id: giftId, currency } = gift;
  const book = gift.book as Book;
  if (!isPurpose(gift.purpose)) throw new Error(`no fund has a purpose ${gift.purpose}`);
  await lockFundBook(tx, { schoolId, book });
  const posted = await listPostings(tx, { schoolId, book, of: { giftId } });
  const availableMinor = await countAvailable(tx, { schoolId, book, purpose: gift.purpose });
  const shortfallMinor = await countShortfall(tx, { schoolId, book, purpose: gift.purpose });
  const postings = giftDifference({ truth, purpose: gift.purpose, posted, availableMinor, shortfallMinor });
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const today = civilDate(now, timeZone);
  const happenedOn = said.happenedOn ?? dayAtStripe({ truth, postings, timeZone }) ?? today;
  const lastDay = await findLastDay(tx, { schoolId, book, of: { giftId } });
  const onDay = effectiveDay({ happenedOn, lastDay, today });
  if (postings.length > 0) {
    const recordedBy = actor.kind === "staff" ? actor.personId : null;
    const entry = { schoolId, book, currency, cause, recordedBy, onDay, now };
    await insertEntry(tx, { ...entry, of: { giftId }, postings });
  }
  const standing = standingOf(truth);
  const cameBack = cameBackOf(truth);
  const cameMinor = cameMinorOf(truth);
  const processingMinor = processingMinorOf(truth);
  const stands = { standing, cameBack, cameMinor, processingMinor };
  if (!isAsWritten(gift, stands)) await putGiftStanding(tx, { schoolId, giftId, ...stands });
  if (standing !== gift.standing) {
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
  await tellNews(tx, { wiring, gift, truth, standing, onDay, timeZone, now });
  return { standing, postings };
}

function isAsWritten(gift: Gift, is: Omit<Parameters<typeof putGiftStanding>[1], "schoolId" | "giftId">): boolean {
  return (
    is.standing === gift.standing &&
    is.cameBack === gift.came_back &&
    is.cameMinor === gift.came_minor &&
    is.processingMinor === gift.processing_minor
  );
}

/** The day of the newest line of Stripe's balance about a gift, for an entry that changes what the ledger holds there. */
function dayAtStripe({
  truth,
  postings,
  timeZone,
}: {
  truth: GiftTruth;
  postings: readonly Posting[];
  timeZone: string;
}): string | null {
  const made = truth.charges.flatMap(({ lines }) => lines).map(({ madeAtSeconds }) => madeAtSeconds);
  if (made.length === 0 || balanceOf(postings, "stripe") === 0) return null;
  return civilDate(new Date(Math.max(...made) * 1_000), timeZone);
}
