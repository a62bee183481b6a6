import { sql } from "kysely";
import type { TransferAnswer } from "~/domain/people/transfer";
import type { ScopeTx } from "./scope.server";

interface OfTransfer {
  schoolId: string;
  transferId: string;
}

export interface NewTransfer {
  districtId: string;
  schoolId: string;
  toSchoolId: string;
  studentId: string;
  studentName: string;
  lastDay: string;
  firstDay: string;
  asksFirst: boolean;
  leftAt: Date | null;
  now: Date;
}

const isStanding = sql<boolean>`num_nonnulls(taken_back_at, received_at, refused_at, lapsed_at) = 0`;

/** Writes down that a student goes to another school of the district; undefined where one transfer of theirs stands already. */
export async function insertTransfer(tx: ScopeTx, transfer: NewTransfer): Promise<string | undefined> {
  const row = await tx
    .insertInto("transfers")
    .values({
      district_id: transfer.districtId,
      from_school_id: transfer.schoolId,
      to_school_id: transfer.toSchoolId,
      student_id: transfer.studentId,
      student_name: transfer.studentName,
      last_day: transfer.lastDay,
      first_day: transfer.firstDay,
      asks_first: transfer.asksFirst,
      left_at: transfer.leftAt?.toISOString() ?? null,
      said_at: transfer.now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** The newest transfer of a student away from the school, whatever became of it, or undefined. */
export function findTransferOf(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("transfers as t")
    .innerJoin("schools as s", "s.id", "t.to_school_id")
    .selectAll("t")
    .select("s.name as to_school")
    .where("t.from_school_id", "=", schoolId)
    .where("t.student_id", "=", studentId)
    .orderBy("t.said_at", "desc")
    .orderBy("t.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/**
 * Every transfer of a student away from the school, as it is once whoever answers one at this moment is done. Before the student is
 * locked, as whoever lets a student go does.
 */
export function lockTransfersOf(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("transfers")
    .selectAll()
    .where("from_school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** A transfer away from the school, locked against whoever answers it at this moment. */
export function lockTransferFrom(tx: ScopeTx, { schoolId, transferId }: OfTransfer) {
  return tx
    .selectFrom("transfers")
    .selectAll()
    .where("from_school_id", "=", schoolId)
    .where("id", "=", transferId)
    .forUpdate()
    .executeTakeFirst();
}

/** A transfer to the school, locked against whoever answers it or takes it back at this moment. */
export function lockTransferTo(tx: ScopeTx, { schoolId, transferId }: OfTransfer) {
  return tx
    .selectFrom("transfers")
    .selectAll()
    .where("to_school_id", "=", schoolId)
    .where("id", "=", transferId)
    .forUpdate()
    .executeTakeFirst();
}

export type Transfer = NonNullable<Awaited<ReturnType<typeof lockTransferTo>>>;

/** A transfer that the school is one of the two sides of, or undefined. */
export function findTransfer(tx: ScopeTx, { schoolId, transferId }: OfTransfer) {
  return tx
    .selectFrom("transfers")
    .selectAll()
    .where((eb) => eb.or([eb("from_school_id", "=", schoolId), eb("to_school_id", "=", schoolId)]))
    .where("id", "=", transferId)
    .executeTakeFirst();
}

/** Who is announced to the school and waits to be received, the first day first, with whom to call at the old school. */
export function listArrivals(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return tx
    .selectFrom("transfers as t")
    .innerJoin("schools as s", "s.id", "t.from_school_id")
    .select(["t.id", "t.student_name", "t.first_day", "t.asks_first"])
    .select(["s.name as from_school", "s.help_name", "s.help_phone"])
    .where("t.to_school_id", "=", schoolId)
    .where(isStanding)
    .orderBy("t.first_day")
    .orderBy("t.student_name")
    .orderBy("t.id")
    .execute();
}

const COLUMNS = {
  taken_back: "taken_back_at",
  received: "received_at",
  refused: "refused_at",
  lapsed: "lapsed_at",
} as const;

interface ToldWith {
  /** Why the new school refuses. */
  refusal: string;
  /** Who of the new school the student is. */
  receivedAs: string;
}

/** Writes down what became of a transfer; false where something had. The name is not needed any more, and goes. */
export async function answerTransfer(
  tx: ScopeTx,
  { schoolId, transferId, ...asked }: OfTransfer & { answer: TransferAnswer; now: Date } & Partial<ToldWith>,
): Promise<boolean> {
  const row = await tx
    .updateTable("transfers")
    .set({ [COLUMNS[asked.answer]]: asked.now.toISOString(), student_name: "" })
    .$if(asked.refusal !== undefined, (update) => update.set({ refusal: asked.refusal ?? "" }))
    .$if(asked.receivedAs !== undefined, (update) => update.set({ received_as: asked.receivedAs ?? null }))
    .where((eb) => eb.or([eb("from_school_id", "=", schoolId), eb("to_school_id", "=", schoolId)]))
    .where("id", "=", transferId)
    .where(isStanding)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The old school has let the student go; it does so once. */
export async function markStudentGone(tx: ScopeTx, { schoolId, transferId, now }: OfTransfer & { now: Date }) {
  await tx
    .updateTable("transfers")
    .set({ left_at: now.toISOString() })
    .where("from_school_id", "=", schoolId)
    .where("id", "=", transferId)
    .where("left_at", "is", null)
    .execute();
}

/** Transfers away from the school whose last day is over and whose student is still there; not those that came to nothing. */
export function listDueTransfers(tx: ScopeTx, { schoolId, on }: { schoolId: string; on: string }) {
  return tx
    .selectFrom("transfers")
    .select(["id", "student_id", "last_day"])
    .where("from_school_id", "=", schoolId)
    .where("left_at", "is", null)
    .where("taken_back_at", "is", null)
    .where("refused_at", "is", null)
    .where("last_day", "<", on)
    .orderBy("id")
    .execute();
}

/** Transfers to the school that wait since before a day. */
export function listUnansweredTransfers(tx: ScopeTx, { schoolId, before }: { schoolId: string; before: string }) {
  return tx
    .selectFrom("transfers")
    .select("id")
    .where("to_school_id", "=", schoolId)
    .where(isStanding)
    .where("first_day", "<", sql<string>`${before}::date`)
    .orderBy("id")
    .execute();
}

/** Whoever is announced to another school is known there by the name of now. */
export async function renameInTransfers(
  tx: ScopeTx,
  { schoolId, studentId, name }: { schoolId: string; studentId: string; name: string },
): Promise<void> {
  await tx
    .updateTable("transfers")
    .set({ student_name: name })
    .where("from_school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where(isStanding)
    .execute();
}
