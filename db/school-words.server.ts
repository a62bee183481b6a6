import type { ScopeTx } from "./scope.server";

/** Words a school has added to interests, the newest first, those that were taken back among them. */
export function listSchoolWords(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("school_words as w")
    .leftJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "w.school_id").onRef("pe.id", "=", "w.added_by"),
    )
    .select([
      "w.id",
      "w.interest_id",
      "w.word",
      "w.added_at",
      "w.taken_back_at",
      "w.merged_into",
      "w.source",
      "pe.full_name as added_by_name",
    ])
    .where("w.school_id", "=", schoolId)
    .orderBy("w.added_at", "desc")
    .orderBy("w.id")
    .execute();
}

/** What the school has by interest and word, whether it counts or was taken back. */
export async function listWordKeys(tx: ScopeTx, schoolId: string): Promise<{ interestId: string; word: string }[]> {
  const rows = await tx
    .selectFrom("school_words")
    .select(["interest_id", "word"])
    .where("school_id", "=", schoolId)
    .execute();
  return rows.map(({ interest_id: interestId, word }) => ({ interestId, word }));
}

/** Those that count now. */
export async function listWordsInUse(tx: ScopeTx, schoolId: string): Promise<{ interestId: string; word: string }[]> {
  return wordsInUse(tx, schoolId).execute();
}

/** The same as a piece of a larger query. */
export function wordsInUse(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("school_words")
    .select(["interest_id as interestId", "word"])
    .where("school_id", "=", schoolId)
    .where("taken_back_at", "is", null)
    .orderBy("word")
    .orderBy("interest_id");
}

/** Adds a word; answers its id, or undefined when the interest has it already. */
export async function insertSchoolWord(
  tx: ScopeTx,
  added: {
    schoolId: string;
    interestId: string;
    word: string;
    addedBy: string | null;
    source: "school" | "onet";
    now: Date;
  },
): Promise<string | undefined> {
  const row = await tx
    .insertInto("school_words")
    .values({
      school_id: added.schoolId,
      interest_id: added.interestId,
      word: added.word,
      source: added.source,
      added_by: added.addedBy,
      added_at: added.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(["school_id", "interest_id", "word"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Takes a word back at a moment, or with null brings it back; false where that is how it stands, or it is not there. */
export async function setWordTakenBack(
  tx: ScopeTx,
  { schoolId, wordId, takenBackAt }: { schoolId: string; wordId: string; takenBackAt: Date | null },
): Promise<boolean> {
  const result = await tx
    .updateTable("school_words")
    .set({ taken_back_at: takenBackAt?.toISOString() ?? null, merged_into: null })
    .where("school_id", "=", schoolId)
    .where("id", "=", wordId)
    .where("taken_back_at", takenBackAt ? "is" : "is not", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Those that count, held until the transaction ends, so that two merges cannot take each other's word back. */
export function lockWordsInUse(tx: ScopeTx, schoolId: string): Promise<{ id: string; word: string }[]> {
  return tx
    .selectFrom("school_words")
    .select(["id", "word"])
    .where("school_id", "=", schoolId)
    .where("taken_back_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Takes words back in favour of one that says the same. */
export async function mergeWordsInto(
  tx: ScopeTx,
  { schoolId, wordId, others, now }: { schoolId: string; wordId: string; others: readonly string[]; now: Date },
): Promise<void> {
  await tx
    .updateTable("school_words")
    .set({ taken_back_at: now.toISOString(), merged_into: wordId })
    .where("school_id", "=", schoolId)
    .where("id", "in", [...others])
    .execute();
}

/** Brings back what was merged into a word; answers how many. */
export async function splitMergedWords(
  tx: ScopeTx,
  { schoolId, wordId }: { schoolId: string; wordId: string },
): Promise<number> {
  const result = await tx
    .updateTable("school_words")
    .set({ taken_back_at: null, merged_into: null })
    .where("school_id", "=", schoolId)
    .where("merged_into", "=", wordId)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
