import type { CallOutcome } from "~/domain/first-call/outcome";
import type { ScopeTx } from "./scope.server";

interface OfPursuit {
  schoolId: string;
  pursuitId: string;
}

interface NewFirstCall extends OfPursuit {
  callId: string;
  outcome: CallOutcome;
  /** A civil date; only for one that is to be called again. */
  callBackOn: string | null;
  note: string;
  now: Date;
}

/** Keeps what came of a call; one with the key of another call is left out. */
export async function insertFirstCall(tx: ScopeTx, call: NewFirstCall): Promise<void> {
  await tx
    .insertInto("first_calls")
    .values({
      school_id: call.schoolId,
      id: call.callId,
      pursuit_id: call.pursuitId,
      outcome: call.outcome,
      call_back_on: call.callBackOn,
      note: call.note,
      logged_at: call.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "id"]).doNothing())
    .execute();
}

/** Whether a call of a pursuit has been noted already. */
export async function findFirstCall(
  tx: ScopeTx,
  { schoolId, pursuitId, callId }: OfPursuit & { callId: string },
): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom("first_calls")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .where("id", "=", callId)
    .executeTakeFirst();
}

export async function countFirstCalls(tx: ScopeTx, { schoolId, pursuitId }: OfPursuit): Promise<number> {
  const { count } = await tx
    .selectFrom("first_calls")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What the student noted of their calls about a pursuit, newest first. */
export async function listFirstCalls(tx: ScopeTx, { schoolId, pursuitId }: OfPursuit) {
  const rows = await tx
    .selectFrom("first_calls")
    .select(["id", "outcome", "call_back_on", "note", "logged_at"])
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "=", pursuitId)
    .orderBy("logged_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as CallOutcome }));
}

/** Of each pursuit that was called about the last call, without the student's words. */
export async function listLastCalls(
  tx: ScopeTx,
  { schoolId, pursuitIds }: { schoolId: string; pursuitIds: readonly string[] },
) {
  if (pursuitIds.length === 0) return [];
  const rows = await tx
    .selectFrom("first_calls")
    .select(["pursuit_id", "outcome", "logged_at"])
    .distinctOn("pursuit_id")
    .where("school_id", "=", schoolId)
    .where("pursuit_id", "in", [...pursuitIds])
    .orderBy("pursuit_id")
    .orderBy("logged_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as CallOutcome }));
}
