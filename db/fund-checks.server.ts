import { sql } from "kysely";
import type { Book } from "./fund-books.server";
import type { Slice } from "./fund-ledger.server";
import type { ScopeTx } from "./scope.server";

export type DifferenceKind =
  | "gift_behind"
  | "payout_behind"
  | "unknown_line"
  | "foreign_line"
  | "missing_object"
  | "whole_balance";

interface OfBook {
  schoolId: string;
  book: Book;
}

/** Writes down that a check has begun; answers its id. */
export async function insertFundCheck(
  tx: ScopeTx,
  check: OfBook & { askedBy: string | null; from: Date; now: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("fund_checks")
    .values({
      school_id: check.schoolId,
      book: check.book,
      asked_by: check.askedBy,
      from_at: check.from.toISOString(),
      started_at: check.now.toISOString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function endFundCheck(
  tx: ScopeTx,
  check: {
    schoolId: string;
    checkId: string;
    state: "complete" | "partial" | "unavailable";
    lines: number;
    found: number;
    now: Date;
  },
): Promise<void> {
  const { state, lines, found, now } = check;
  await tx
    .updateTable("fund_checks")
    .set({ state, lines, found, ended_at: now.toISOString() })
    .where("school_id", "=", check.schoolId)
    .where("id", "=", check.checkId)
    .execute();
}

/** Some of the checks of a book, the newest first. */
export function listFundChecks(tx: ScopeTx, { schoolId, book, offset, limit }: OfBook & Slice) {
  return tx
    .selectFrom("fund_checks")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
}

/** How many checks a book has. */
export async function countFundChecks(tx: ScopeTx, { schoolId, book }: OfBook): Promise<number> {
  const { count } = await tx
    .selectFrom("fund_checks")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .executeTakeFirstOrThrow();
  return count;
}

export interface NewDifference extends OfBook {
  checkId: string;
  kind: DifferenceKind;
  reference: string;
  lineKind: string;
  currency: string;
  stripeMinor: number;
  ledgerMinor: number;
  /** The check has booked it itself. */
  isBooked: boolean;
  /** The gift that such a line is of, or says that it is of. */
  giftId?: string | null;
  now: Date;
}

/** What is found once for each line of the balance; in the words of its unique index. */
const OF_LINES = sql<boolean>`kind in ('unknown_line', 'foreign_line')`;
const OF_MISSING = sql<boolean>`kind = 'missing_object'`;

/**
 * Writes a difference down; answers false when this very one was found before. One that had settled itself, or that is another kind of
 * difference by now, is found anew; what a person has said stays said.
 */
export async function insertDifference(tx: ScopeTx, difference: NewDifference): Promise<boolean> {
  const { kind, giftId = null } = difference;
  const at = difference.now.toISOString();
  const found = {
    check_id: difference.checkId,
    kind,
    line_kind: difference.lineKind.slice(0, 100),
    gift_id: giftId,
    currency: difference.currency,
    stripe_minor: difference.stripeMinor,
    ledger_minor: difference.ledgerMinor,
    found_at: at,
    settled_at: difference.isBooked ? at : null,
  };
  const { schoolId: school_id, book, reference } = difference;
  const insert = tx.insertInto("fund_differences").values({ school_id, book, reference, ...found });
  const isOfLine = kind === "unknown_line" || kind === "foreign_line";
  const once =
    isOfLine || kind === "missing_object"
      ? insert.onConflict((conflict) =>
          conflict
            .columns(["school_id", "book", "reference"])
            .where(isOfLine ? OF_LINES : OF_MISSING)
            .doUpdateSet(found)
            .where("fund_differences.note", "=", "")
            .where("fund_differences.settled_by", "is", null)
            .where(sql<boolean>`(fund_differences.settled_at is not null or fund_differences.kind <> excluded.kind
              or (fund_differences.gift_id is null and excluded.gift_id is not null))`),
        )
      : insert;
  const result = await once.executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Some of the differences of a book: those that wait for a person first, then the newest. */
export function listDifferences(tx: ScopeTx, { schoolId, book, offset, limit }: OfBook & Slice) {
  return tx
    .selectFrom("fund_differences as d")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "d.school_id").onRef("p.id", "=", "d.settled_by"))
    .selectAll("d")
    .select("p.name_used as settled_by_name")
    .where("d.school_id", "=", schoolId)
    .where("d.book", "=", book)
    .orderBy((eb) => eb.case().when("d.settled_at", "is", null).then(0).else(1).end())
    .orderBy("d.found_at", "desc")
    .orderBy("d.id", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
}

/** How many differences a book has, settled ones too. */
export async function countDifferences(tx: ScopeTx, { schoolId, book }: OfBook): Promise<number> {
  const { count } = await tx
    .selectFrom("fund_differences")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .executeTakeFirstOrThrow();
  return count;
}

export async function countOpenDifferences(tx: ScopeTx, { schoolId, book }: OfBook): Promise<number> {
  const { count } = await tx
    .selectFrom("fund_differences")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("settled_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The book of a difference; undefined when the school has no such one. */
export async function findBookOfDifference(
  tx: ScopeTx,
  { schoolId, differenceId }: { schoolId: string; differenceId: string },
): Promise<Book | undefined> {
  const row = await tx
    .selectFrom("fund_differences")
    .select("book")
    .where("school_id", "=", schoolId)
    .where("id", "=", differenceId)
    .executeTakeFirst();
  return row && (row.book as Book);
}

/** Says what an open difference of these figures was; answers it, or undefined when it was not open or has others. */
export async function settleOpenDifference(
  tx: ScopeTx,
  settled: {
    schoolId: string;
    differenceId: string;
    stripeMinor: number;
    ledgerMinor: number;
    by: string;
    note: string;
    now: Date;
  },
): Promise<
  | { book: Book; kind: string; reference: string; currency: string; stripe_minor: number; ledger_minor: number }
  | undefined
> {
  const row = await tx
    .updateTable("fund_differences")
    .set({ settled_at: settled.now.toISOString(), settled_by: settled.by, note: settled.note })
    .where("school_id", "=", settled.schoolId)
    .where("id", "=", settled.differenceId)
    .where("stripe_minor", "=", settled.stripeMinor)
    .where("ledger_minor", "=", settled.ledgerMinor)
    .where("settled_at", "is", null)
    .returning(["book", "kind", "reference", "currency", "stripe_minor", "ledger_minor"])
    .executeTakeFirst();
  return row && { ...row, book: row.book as Book };
}

/** Of these lines of the balance, those of which a person has said that they are not the fund's. */
export async function listSaidLines(
  tx: ScopeTx,
  { schoolId, book, references }: OfBook & { references: readonly string[] },
) {
  if (references.length === 0) return [];
  return (
    tx
      .selectFrom("fund_differences")
      .select(["reference", "currency", "stripe_minor"])
      .where("school_id", "=", schoolId)
      .where("book", "=", book)
      .where("kind", "=", "unknown_line")
      .where("reference", "in", [...references])
      // who said it may have left
      .where("note", "<>", "")
      .execute()
  );
}

/** Lines of the balance that waited for a person and belong to a gift now; answers how many. */
export async function settleKnownLines(
  tx: ScopeTx,
  { schoolId, book, references, now }: OfBook & { references: readonly string[]; now: Date },
): Promise<number> {
  if (references.length === 0) return 0;
  const result = await tx
    .updateTable("fund_differences")
    .set({ settled_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("kind", "=", "unknown_line")
    .where("reference", "in", [...references])
    .where("settled_at", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
