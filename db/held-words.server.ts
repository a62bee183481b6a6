import { plainPhrase, type WordChange } from "~/domain/conversation/school-words";
import type { ScopeTx } from "./scope.server";

interface OfSchool {
  schoolId: string;
}

/** What a school says of the words that are held, by phrase. */
export async function listWordChanges(tx: ScopeTx, { schoolId }: OfSchool): Promise<WordChange[]> {
  const rows = await tx
    .selectFrom("held_words")
    .select(["phrase", "language", "is_held"])
    .where("school_id", "=", schoolId)
    .orderBy("plain")
    .execute();
  return rows.map(({ phrase, language, is_held: isHeld }) => ({ phrase, language, isHeld }));
}

/** A school says of a phrase whether it is held; said twice, the last counts. */
export async function putWordChange(
  tx: ScopeTx,
  { schoolId, phrase, language, isHeld, now }: OfSchool & WordChange & { now: Date },
): Promise<void> {
  const said = { phrase, language, is_held: isHeld, changed_at: now.toISOString() };
  await tx
    .insertInto("held_words")
    .values({ school_id: schoolId, plain: plainPhrase(phrase), ...said })
    .onConflict((conflict) => conflict.columns(["school_id", "plain"]).doUpdateSet(said))
    .execute();
}

/** A school says nothing of a phrase any more: it is held where it is shipped. */
export async function deleteWordChange(
  tx: ScopeTx,
  { schoolId, phrase }: OfSchool & { phrase: string },
): Promise<void> {
  await tx
    .deleteFrom("held_words")
    .where("school_id", "=", schoolId)
    .where("plain", "=", plainPhrase(phrase))
    .execute();
}
