import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/**
 * Transfers away from the school that the rights of a student's adults still matter to, all or of one student, locked: whom nobody has
 * answered, and whom the new school has received and this one not let go.
 */
export function lockWarnedTransfers(
  tx: ScopeTx,
  { schoolId, studentId }: { schoolId: string; studentId?: string | undefined },
) {
  return tx
    .selectFrom("transfers")
    .select(["id", "student_id", "to_school_id", "asks_first", "received_as"])
    .where("from_school_id", "=", schoolId)
    .$if(studentId !== undefined, (query) => query.where("student_id", "=", studentId ?? ""))
    .where(
      sql<boolean>`num_nonnulls(taken_back_at, refused_at, lapsed_at) = 0 and (received_at is null or left_at is null)`,
    )
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Whether the new school has to ask before it gives an adult of a student who comes a right. */
export async function updateAsksFirst(
  tx: ScopeTx,
  { schoolId, transferId, asksFirst }: { schoolId: string; transferId: string; asksFirst: boolean },
): Promise<void> {
  await tx
    .updateTable("transfers")
    .set({ asks_first: asksFirst })
    .where("from_school_id", "=", schoolId)
    .where("id", "=", transferId)
    .execute();
}

/** Whom to call at the old school before an adult of a student who came from there gets a right; undefined where nobody has to. */
export function findWhomToAsk(tx: ScopeTx, { schoolId, studentId }: { schoolId: string; studentId: string }) {
  return tx
    .selectFrom("transfers as t")
    .innerJoin("schools as s", "s.id", "t.from_school_id")
    .select(["s.name as school", "s.help_name as name", "s.help_phone as phone"])
    .where("t.to_school_id", "=", schoolId)
    .where("t.received_as", "=", studentId)
    .where("t.asks_first", "=", true)
    .orderBy("t.said_at", "desc")
    .limit(1)
    .executeTakeFirst();
}
