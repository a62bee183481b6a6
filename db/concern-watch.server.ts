import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface OfConcern {
  schoolId: string;
  concernId: string;
}

interface Reader {
  schoolId: string;
  personId: string;
}

/** What becomes of the reports that the reader may open, without a word of what they say; `was_told` is of the reader. */
function watchOf(tx: ScopeTx, { schoolId, personId }: Reader) {
  return tx
    .selectFrom("concern_watch as w")
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "w.school_id").onRef("pe.id", "=", "w.acknowledged_by"),
    )
    .select([
      "w.concern_id",
      "w.number",
      "w.raised_at",
      "w.not_for",
      "w.acknowledged_at",
      "w.acknowledged_by",
      "pe.full_name as taken_by",
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("concern_told as t")
            .select("t.person_id")
            .whereRef("t.school_id", "=", "w.school_id")
            .whereRef("t.concern_id", "=", "w.concern_id")
            .where("t.person_id", "=", personId),
        )
        .$castTo<boolean>()
        .as("was_told"),
    )
    .where("w.school_id", "=", schoolId);
}

/** The reports that the reader may open, those that nobody took on first; nothing of what they say. */
export function listWatchedConcerns(tx: ScopeTx, reader: Reader) {
  return watchOf(tx, reader)
    .orderBy((eb) => eb("w.acknowledged_at", "is not", null))
    .orderBy("w.raised_at", "desc")
    .orderBy("w.concern_id")
    .limit(200)
    .execute();
}

/** One of them, with the people whom it names; undefined for everybody who may not read it. */
export function findWatchedConcern(tx: ScopeTx, { concernId, ...reader }: Reader & { concernId: string }) {
  return watchOf(tx, reader).where("w.concern_id", "=", concernId).executeTakeFirst();
}

/** A report that nobody took on, locked, as the job that watches over it sees it: without a word of what it says. */
export function lockWaitingConcern(tx: ScopeTx, { schoolId, concernId }: OfConcern) {
  return tx
    .selectFrom("concern_watch")
    .select(["stage", "turn", "not_for", "raised_at", "waits_since"])
    .where("school_id", "=", schoolId)
    .where("concern_id", "=", concernId)
    .where("acknowledged_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Who has been told of a report since a moment. */
export async function listTold(
  tx: ScopeTx,
  { schoolId, concernId, since }: OfConcern & { since: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("concern_told")
    .select("person_id")
    .where("school_id", "=", schoolId)
    .where("concern_id", "=", concernId)
    .where("told_at", ">=", since)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Notes whom a call told, how far it went, and that the next one is another. */
export async function writeConcernCall(
  tx: ScopeTx,
  call: OfConcern & { stage: number; personIds: readonly string[]; now: Date },
): Promise<void> {
  const { schoolId, concernId, stage, personIds } = call;
  const told_at = call.now.toISOString();
  if (personIds.length > 0)
    await tx
      .insertInto("concern_told")
      .values(personIds.map((person_id) => ({ school_id: schoolId, concern_id: concernId, person_id, told_at })))
      .onConflict((conflict) => conflict.columns(["school_id", "concern_id", "person_id"]).doUpdateSet({ told_at }))
      .execute();
  await tx
    .updateTable("concern_watch")
    .set({ stage, turn: sql`turn + 1` })
    .where("school_id", "=", schoolId)
    .where("concern_id", "=", concernId)
    .execute();
}

/** Notes who looks after a report, unless somebody does already. */
export async function takeConcernOn(tx: ScopeTx, taken: OfConcern & { personId: string; now: Date }): Promise<void> {
  await tx
    .updateTable("concern_watch")
    .set({ acknowledged_at: taken.now.toISOString(), acknowledged_by: taken.personId })
    .where("school_id", "=", taken.schoolId)
    .where("concern_id", "=", taken.concernId)
    .where("acknowledged_at", "is", null)
    .execute();
}

/** A report waits again that somebody looked after; answers the number of its next call, or undefined when they did not. */
export async function letConcernWait(
  tx: ScopeTx,
  { schoolId, concernId, takenBy, now }: OfConcern & { takenBy: string; now: Date },
): Promise<number | undefined> {
  const row = await tx
    .updateTable("concern_watch")
    .set({ acknowledged_at: null, acknowledged_by: null, waits_since: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("concern_id", "=", concernId)
    .where("acknowledged_by", "=", takenBy)
    .returning("turn")
    .executeTakeFirst();
  return row?.turn;
}

/** Reports whose reader is none of these any more. */
export function listConcernsTakenByOthers(
  tx: ScopeTx,
  { schoolId, readers }: { schoolId: string; readers: readonly string[] },
) {
  return tx
    .selectFrom("concern_watch")
    .select(["concern_id", "acknowledged_by"])
    .where("school_id", "=", schoolId)
    .where(
      sql<boolean>`(acknowledged_by <> all (${[...readers]}::uuid[]) or not_for && app.went_into(acknowledged_by))`,
    )
    .execute();
}
