import type { Purpose } from "~/domain/fund/purposes";
import { type Sending, type SentForm, sendingAfter } from "~/domain/fund/sent-form";
import type { Book } from "./fund-books.server";
import type { Slice } from "./fund-ledger.server";
import type { ScopeTx } from "./scope.server";

export interface NewAllocation {
  schoolId: string;
  book: Book;
  studentId: string;
  purpose: Purpose;
  minor: number;
  currency: string;
  need: string;
  businessDecision: string;
  by: string;
  /** The form it was entered in. */
  form: SentForm | null;
  now: Date;
}

/** A proposal; answers its id, and whether this form had made one before. */
export async function insertAllocation(
  tx: ScopeTx,
  allocation: NewAllocation,
): Promise<{ allocationId: string; sending: Sending }> {
  const made = await tx
    .insertInto("fund_allocations")
    .values({
      school_id: allocation.schoolId,
      book: allocation.book,
      student_id: allocation.studentId,
      purpose: allocation.purpose,
      minor: allocation.minor,
      currency: allocation.currency,
      need: allocation.need,
      business_decision: allocation.businessDecision,
      proposed_by: allocation.by,
      proposed_at: allocation.now.toISOString(),
      form_key: allocation.form?.key ?? null,
      form_digest: allocation.form?.digest ?? "",
    })
    .onConflict((conflict) => conflict.columns(["school_id", "form_key"]).where("form_key", "is not", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made) return { allocationId: made.id, sending: "first" };
  const before = await tx
    .selectFrom("fund_allocations")
    .select(["id", "form_digest"])
    .where("school_id", "=", allocation.schoolId)
    .where("form_key", "=", allocation.form?.key ?? null)
    .executeTakeFirstOrThrow();
  return { allocationId: before.id, sending: sendingAfter(before, allocation.form) };
}

export function findAllocation(tx: ScopeTx, { schoolId, allocationId }: { schoolId: string; allocationId: string }) {
  return allocations(tx, schoolId).where("a.id", "=", allocationId).executeTakeFirst();
}

/** One allocation's row, locked: nobody else changes it before this transaction ends. */
export function lockAllocation(tx: ScopeTx, { schoolId, allocationId }: { schoolId: string; allocationId: string }) {
  return tx
    .selectFrom("fund_allocations")
    .select(["state", "student_id"])
    .where("school_id", "=", schoolId)
    .where("id", "=", allocationId)
    .forUpdate()
    .executeTakeFirst();
}

export type Allocation = NonNullable<Awaited<ReturnType<typeof findAllocation>>>;

/** Some of the allocations of a book, and whether entries are made of each: those that wait for somebody first, then the newest. */
export function listAllocations(
  tx: ScopeTx,
  { schoolId, book, offset, limit }: { schoolId: string; book: Book } & Slice,
) {
  return allocations(tx, schoolId)
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("fund_entries as e")
            .select("e.id")
            .whereRef("e.school_id", "=", "a.school_id")
            .whereRef("e.allocation_id", "=", "a.id"),
        )
        .as("is_booked"),
    )
    .where("a.book", "=", book)
    .orderBy((eb) => eb.case().when("a.state", "in", ["proposed", "approved"]).then(0).else(1).end())
    .orderBy("a.proposed_at", "desc")
    .orderBy("a.id", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
}

/** How many allocations a book has. */
export async function countAllocations(
  tx: ScopeTx,
  { schoolId, book }: { schoolId: string; book: Book },
): Promise<number> {
  const { count } = await tx
    .selectFrom("fund_allocations")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many needs wait for a second person, and how many for their payment. */
export async function countWaitingAllocations(
  tx: ScopeTx,
  { schoolId, book }: { schoolId: string; book: Book },
): Promise<{ proposed: number; approved: number }> {
  const rows = await tx
    .selectFrom("fund_allocations")
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .where("school_id", "=", schoolId)
    .where("book", "=", book)
    .where("state", "in", ["proposed", "approved"])
    .groupBy("state")
    .orderBy("state")
    .execute();
  const countOf = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { proposed: countOf("proposed"), approved: countOf("approved") };
}

/**
 * Where a student works or may come to work: organisations of pursuits that have not ended without a place, and on which
 * basis the running engagements rest.
 */
export function listStudentHosts(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("pursuits as p")
    .leftJoin("engagements as e", (join) =>
      join.onRef("e.school_id", "=", "p.school_id").onRef("e.pursuit_id", "=", "p.id"),
    )
    .select(["p.organisation_id", "p.state", "e.basis"])
    .where("p.school_id", "=", schoolId)
    .where("p.student_id", "=", studentId)
    .where("p.state", "in", ["requested", "approved", "contacted", "offered", "accepted", "completed"])
    .orderBy("p.id")
    .execute();
}

function allocations(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("fund_allocations as a")
    .leftJoin("people as s", (join) => join.onRef("s.school_id", "=", "a.school_id").onRef("s.id", "=", "a.student_id"))
    .leftJoin("people as p", (join) =>
      join.onRef("p.school_id", "=", "a.school_id").onRef("p.id", "=", "a.proposed_by"),
    )
    .leftJoin("people as b", (join) =>
      join.onRef("b.school_id", "=", "a.school_id").onRef("b.id", "=", "a.approved_by"),
    )
    .selectAll("a")
    .select(["s.full_name as student_name", "p.name_used as proposed_by_name", "b.name_used as approved_by_name"])
    .where("a.school_id", "=", schoolId);
}
