import { sql } from "kysely";
import type { Account, Posting } from "~/domain/fund/accounts";
import type { Cause } from "~/domain/fund/causes";
import type { Period } from "~/domain/fund/month";
import type { Movement } from "~/domain/fund/month-report";
import type { Purpose } from "~/domain/fund/purposes";
import { type Sending, type SentForm, sendingAfter } from "~/domain/fund/sent-form";
import type { Book } from "./fund-books.server";
import type { ScopeTx } from "./scope.server";

interface OfBook {
  schoolId: string;
  book: Book;
}

/** What an entry is about: exactly one of the four. `because` is a reason in words, for what the school does by hand. */
export type EntryOf =
  | { giftId: string }
  | { allocationId: string }
  | { payout: string }
  | { balanceLine: string }
  | { because: string };

export interface NewEntry extends OfBook {
  of: EntryOf;
  currency: string;
  /** The event, job or act it follows from. */
  cause: Cause;
  recordedBy: string | null;
  /** The school's civil day. */
  onDay: string;
  postings: readonly Posting[];
  /** The form it was entered in. */
  form?: SentForm | null;
  now: Date;
}

/** Adds one entry with its lines, in one statement. Postgres refuses an entry that does not sum to zero. */
export async function insertEntry(tx: ScopeTx, entry: NewEntry): Promise<void> {
  const { of } = entry;
  const lines = entry.postings.map((posting, at) => ({ line_no: at + 1, ...posting }));
  await sql`with entry as (
      insert into fund_entries (school_id, book, currency, gift_id, allocation_id, payout, because, balance_line, form_key, form_digest, cause, recorded_by, on_day, at)
      values (${entry.schoolId}, ${entry.book}, ${entry.currency}, ${"giftId" in of ? of.giftId : null},
        ${"allocationId" in of ? of.allocationId : null}, ${"payout" in of ? of.payout : null},
        ${"because" in of ? of.because : null}, ${"balanceLine" in of ? of.balanceLine : null},
        ${entry.form?.key ?? null}, ${entry.form?.digest ?? ""}, ${entry.cause},
        ${entry.recordedBy}, ${entry.onDay}, ${entry.now.toISOString()})
      returning school_id, id, book)
    insert into fund_lines (school_id, entry_id, line_no, book, account, purpose, minor)
    select e.school_id, e.id, l.line_no, e.book, l.account, l.purpose, l.minor
    from entry e, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(line_no smallint, account text, purpose text, minor bigint)`.execute(
    tx,
  );
}

/** Everything posted so far for one gift, allocation, payout or line of Stripe's balance. */
export async function listPostings(
  tx: ScopeTx,
  { schoolId, book, of }: OfBook & { of: Exclude<EntryOf, { because: string }> },
): Promise<Posting[]> {
  const [column, value] = referenceOf(of);
  const rows = await lines(tx, { schoolId, book })
    .select(["l.account", "l.purpose", "l.minor"])
    .where(column, "=", value)
    .orderBy("e.id")
    .orderBy("l.line_no")
    .execute();
  return rows as Posting[];
}

/** Whether a form has made an entry before. The caller holds the book's lock. */
export async function findSending(
  tx: ScopeTx,
  { schoolId, form }: { schoolId: string; form: SentForm | null },
): Promise<Sending> {
  if (form === null) return "first";
  const before = await tx
    .selectFrom("fund_entries")
    .select("form_digest")
    .where("school_id", "=", schoolId)
    .where("form_key", "=", form.key)
    .executeTakeFirst();
  return before ? sendingAfter(before, form) : "first";
}

export interface Balance {
  account: Account;
  purpose: Purpose | null;
  minor: number;
}

/** The balance of every account and purpose, up to a day when one is given. */
export async function listBalances(
  tx: ScopeTx,
  { schoolId, book, until }: OfBook & { until?: string },
): Promise<Balance[]> {
  const rows = await lines(tx, { schoolId, book })
    .select((eb) => ["l.account", "l.purpose", eb.fn.sum<number>("l.minor").as("minor")])
    .$if(until !== undefined, (query) => query.where("e.on_day", "<=", until ?? ""))
    .groupBy(["l.account", "l.purpose"])
    .orderBy("l.account")
    .orderBy("l.purpose")
    .execute();
  return rows as Balance[];
}

/** What each account and purpose held before a period, and what was posted in it, by side. */
export async function listMovements(tx: ScopeTx, { schoolId, book, from, to }: OfBook & Period): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select l.account, l.purpose,
      coalesce(sum(l.minor) filter (where e.on_day < ${from}), 0)::bigint as "openingMinor",
      coalesce(sum(l.minor) filter (where e.on_day >= ${from} and l.minor > 0), 0)::bigint as "debitMinor",
      -coalesce(sum(l.minor) filter (where e.on_day >= ${from} and l.minor < 0), 0)::bigint as "creditMinor"
    from fund_lines l join fund_entries e on e.school_id = l.school_id and e.id = l.entry_id
    where l.school_id = ${schoolId} and l.book = ${book} and e.on_day <= ${to}
    group by l.account, l.purpose`.execute(tx);
  return rows;
}

/** Whether a book holds anything in another currency: an entry, or a gift that may still be paid. */
export async function hasOtherCurrency(tx: ScopeTx, { schoolId, book, currency }: OfBook & { currency: string }) {
  const of = (table: "fund_entries" | "gifts") =>
    tx
      .selectFrom(table)
      .select("id")
      .where("school_id", "=", schoolId)
      .where("book", "=", book)
      .where("currency", "<>", currency)
      .limit(1)
      .executeTakeFirst();
  return ((await of("fund_entries")) ?? (await of("gifts"))) !== undefined;
}

/** What is free to use for a purpose, never less than 0. The caller holds the book's lock. */
export async function countAvailable(tx: ScopeTx, of: OfBook & { purpose: Purpose }): Promise<number> {
  return 0 - (await sumOf(tx, { ...of, account: "available" }));
}

/** What has been lost for a purpose and nobody has made good. The caller holds the book's lock. */
export function countShortfall(tx: ScopeTx, of: OfBook & { purpose: Purpose }): Promise<number> {
  return sumOf(tx, { ...of, account: "shortfall" });
}

async function sumOf(
  tx: ScopeTx,
  { schoolId, book, purpose, account }: OfBook & { purpose: Purpose; account: Account },
): Promise<number> {
  const row = await tx
    .selectFrom("fund_lines")
    .select((eb) => eb.fn.sum<number | null>("minor").as("minor"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("account", "=", account)
    .where("purpose", "=", purpose)
    .executeTakeFirst();
  return row?.minor ?? 0;
}

export interface EntryFilter extends OfBook {
  accounts?: readonly Account[] | undefined;
  purpose?: Purpose | undefined;
  /** Only what was added to an account, or only what was taken from it, as it is posted. */
  side?: "debit" | "credit" | undefined;
  from?: string | undefined;
  to?: string | undefined;
  giftId?: string | undefined;
  allocationId?: string | undefined;
  payout?: string | undefined;
  /** What a person has said is not the fund's. */
  balanceLine?: string | undefined;
  /** Only lines of payouts, whichever. */
  ofPayouts?: true | undefined;
}

export interface Slice {
  offset: number;
  limit: number;
}

/** How many lines there are of a wish, and what they come to: signed, as posted. */
export function getEntryTotals(tx: ScopeTx, filter: EntryFilter): Promise<{ count: number; minor: number }> {
  return wishedLines(tx, filter)
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      eb.fn.coalesce(eb.fn.sum<number>("l.minor"), eb.lit(0)).as("minor"),
    ])
    .executeTakeFirstOrThrow();
}

/** Lines with their entries, the newest first: what a figure of the overview or a report is made of; all of them without a slice. */
export function listEntryLines(tx: ScopeTx, { slice, ...filter }: EntryFilter & { slice?: Slice | undefined }) {
  return wishedLines(tx, filter)
    .leftJoin("gifts as g", (join) => join.onRef("g.school_id", "=", "e.school_id").onRef("g.id", "=", "e.gift_id"))
    .select([
      "e.id",
      "e.on_day",
      "e.at",
      "e.cause",
      "e.currency",
      "e.gift_id",
      "e.allocation_id",
      "e.payout",
      "e.because",
      "e.balance_line",
      "l.line_no",
      "l.account",
      "l.purpose",
      "l.minor",
      "g.way",
      "g.donor_name",
      "g.anonymous",
    ])
    .orderBy("e.on_day", "desc")
    .orderBy("e.id", "desc")
    .orderBy("l.line_no")
    .$if(slice !== undefined, (query) => query.limit(slice?.limit ?? 0).offset(slice?.offset ?? 0))
    .execute();
}

/** Some of the payouts that reached the bank, the newest first: each equals its line on the bank statement. */
export function listPayouts(tx: ScopeTx, { schoolId, book, offset, limit }: OfBook & Slice) {
  return payouts(tx, { schoolId, book })
    .orderBy("on_day", "desc")
    .orderBy("e.payout")
    .offset(offset)
    .limit(limit)
    .$narrowType<{ payout: string }>()
    .execute();
}

/** How many payouts reached the bank, and what they come to. */
export function getPayoutTotals(tx: ScopeTx, { schoolId, book }: OfBook): Promise<{ count: number; minor: number }> {
  return tx
    .selectFrom(payouts(tx, { schoolId, book }).as("p"))
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      eb.fn.coalesce(eb.fn.sum<number>("p.minor"), eb.lit(0)).as("minor"),
    ])
    .executeTakeFirstOrThrow();
}

function payouts(tx: ScopeTx, { schoolId, book }: OfBook) {
  return lines(tx, { schoolId, book })
    .select((eb) => [
      "e.payout",
      "e.currency",
      eb.fn.min("e.on_day").as("on_day"),
      eb.fn.sum<number>("l.minor").as("minor"),
    ])
    .where("l.account", "=", "bank")
    .where("e.payout", "is not", null)
    .groupBy(["e.payout", "e.currency"])
    .having((eb) => eb(eb.fn.sum("l.minor"), "<>", 0));
}

function wishedLines(tx: ScopeTx, { schoolId, book, ...wish }: EntryFilter) {
  return lines(tx, { schoolId, book })
    .$if(wish.accounts !== undefined, (query) => query.where("l.account", "in", wish.accounts ?? []))
    .$if(wish.purpose !== undefined, (query) => query.where("l.purpose", "=", wish.purpose ?? ""))
    .$if(wish.side !== undefined, (query) => query.where("l.minor", wish.side === "debit" ? ">" : "<", 0))
    .$if(wish.from !== undefined, (query) => query.where("e.on_day", ">=", wish.from ?? ""))
    .$if(wish.to !== undefined, (query) => query.where("e.on_day", "<=", wish.to ?? ""))
    .$if(wish.giftId !== undefined, (query) => query.where("e.gift_id", "=", wish.giftId ?? ""))
    .$if(wish.payout !== undefined, (query) => query.where("e.payout", "=", wish.payout ?? ""))
    .$if(wish.ofPayouts !== undefined, (query) => query.where("e.payout", "is not", null))
    .$if(wish.balanceLine !== undefined, (query) => query.where("e.balance_line", "=", wish.balanceLine ?? ""))
    .$if(wish.allocationId !== undefined, (query) => query.where("e.allocation_id", "=", wish.allocationId ?? ""));
}

function lines(tx: ScopeTx, { schoolId, book }: OfBook) {
  return tx
    .selectFrom("fund_lines as l")
    .innerJoin("fund_entries as e", (join) =>
      join.onRef("e.school_id", "=", "l.school_id").onRef("e.id", "=", "l.entry_id"),
    )
    .where("l.school_id", "=", schoolId)
    .where("l.book", "=", book);
}

function referenceOf(
  of: Exclude<EntryOf, { because: string }>,
): ["e.gift_id" | "e.allocation_id" | "e.payout" | "e.balance_line", string] {
  if ("giftId" in of) return ["e.gift_id", of.giftId];
  if ("balanceLine" in of) return ["e.balance_line", of.balanceLine];
  return "payout" in of ? ["e.payout", of.payout] : ["e.allocation_id", of.allocationId];
}
