import { sql } from "kysely";
import type { Step } from "~/domain/outreach/sequence";
import type { SequenceState } from "~/domain/outreach/sequence-lifecycle";
import type { ScopeTx } from "./scope.server";

interface OfSequence {
  schoolId: string;
  sequenceId: string;
}

export interface SequenceRow {
  id: string;
  name: string;
  state: SequenceState;
  language: string;
  writerId: string | null;
  writer: string | null;
  /** Civil date at the school; null before the start. */
  startsOn: string | null;
  revision: number;
}

export interface NewSequence extends OfSequence {
  districtId: string;
  name: string;
  language: string;
  writerId: string;
  now: Date;
}

/** Adds a sequence; answers false when the form was sent before. */
export async function insertSequence(tx: ScopeTx, sequence: NewSequence): Promise<boolean> {
  const result = await tx
    .insertInto("sequences")
    .values({
      school_id: sequence.schoolId,
      district_id: sequence.districtId,
      id: sequence.sequenceId,
      name: sequence.name,
      language: sequence.language,
      writer_id: sequence.writerId,
      created_at: sequence.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "id"]).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The sequences of a school, the newest first, each with how many contacts are in it. */
export async function listSequences(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  const rows = await selectSequences(tx, schoolId)
    .select((eb) =>
      eb
        .selectFrom("sequence_contacts as c")
        .select(eb.fn.countAll<string>().as("count"))
        .whereRef("c.school_id", "=", "s.school_id")
        .whereRef("c.sequence_id", "=", "s.id")
        .as("contacts"),
    )
    .orderBy("s.created_at", "desc")
    .orderBy("s.id")
    .execute();
  return rows.map((row) => ({ ...toSequence(row), contacts: Number(row.contacts) }));
}

export async function findSequence(
  tx: ScopeTx,
  { schoolId, sequenceId }: OfSequence,
): Promise<SequenceRow | undefined> {
  const row = await selectSequences(tx, schoolId).where("s.id", "=", sequenceId).executeTakeFirst();
  return row && toSequence(row);
}

/** The same, locked until the transaction ends: whoever pauses it waits for whoever writes, and then nobody writes. */
export async function lockSequence(
  tx: ScopeTx,
  { schoolId, sequenceId }: OfSequence,
): Promise<SequenceRow | undefined> {
  await tx
    .selectFrom("sequences")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("id", "=", sequenceId)
    .forUpdate()
    .execute();
  return findSequence(tx, { schoolId, sequenceId });
}

function selectSequences(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("sequences as s")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "s.school_id").onRef("p.id", "=", "s.writer_id"))
    .select(["s.id", "s.name", "s.state", "s.language", "s.writer_id", "s.starts_on", "s.revision"])
    .select("p.full_name as writer")
    .where("s.school_id", "=", schoolId);
}

function toSequence(row: Awaited<ReturnType<ReturnType<typeof selectSequences>["executeTakeFirstOrThrow"]>>) {
  return {
    id: row.id,
    name: row.name,
    state: row.state as SequenceState,
    language: row.language,
    writerId: row.writer_id,
    writer: row.writer,
    startsOn: row.starts_on,
    revision: row.revision,
  };
}

/** The steps of a sequence in their order. */
export async function listSteps(tx: ScopeTx, { schoolId, sequenceId }: OfSequence): Promise<Step[]> {
  const rows = await tx
    .selectFrom("sequence_steps")
    .select(["wait_days", "subject", "body"])
    .where("school_id", "=", schoolId)
    .where("sequence_id", "=", sequenceId)
    .orderBy("position")
    .execute();
  return rows.map(({ wait_days: waitDays, subject, body }) => ({ waitDays, subject, body }));
}

/** Other steps take the place of those that stand, in a sequence that the transaction has locked. */
export async function replaceSteps(
  tx: ScopeTx,
  { schoolId, sequenceId, steps }: OfSequence & { steps: readonly Step[] },
): Promise<void> {
  await tx
    .deleteFrom("sequence_steps")
    .where("school_id", "=", schoolId)
    .where("sequence_id", "=", sequenceId)
    .execute();
  for (const [place, { waitDays, subject, body }] of steps.entries())
    await tx
      .insertInto("sequence_steps")
      .values({
        ...{ school_id: schoolId, sequence_id: sequenceId, position: place + 1, wait_days: waitDays },
        ...{ subject, body },
      })
      .execute();
  await tx
    .updateTable("sequences")
    .set({ revision: sql`revision + 1` })
    .where("school_id", "=", schoolId)
    .where("id", "=", sequenceId)
    .execute();
}
