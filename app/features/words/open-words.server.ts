import type { Actor } from "~/domain/actor";
import { duplicatesAmong } from "~/domain/interest/same-words";
import { shippedInterestsOf } from "~/domain/interest/school-word";
import { done, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { listSchoolWords } from "~db/school-words.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The words a school has added to interests, which of those that count say the same, and which every school has anyway. */
export async function openWords(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const rows = await listSchoolWords(tx, actor.schoolId);
    const wordOf = new Map(rows.map(({ id, word }) => [id, word]));
    const merging = new Set(rows.flatMap(({ merged_into: kept }) => kept ?? []));
    const words = rows.map((row) => ({
      wordId: row.id,
      interestId: row.interest_id,
      word: row.word,
      addedAt: row.added_at,
      addedBy: row.added_by_name,
      source: row.source as "school" | "onet",
      isInUse: row.taken_back_at === null,
      /** The word that is kept instead. */
      mergedInto: (row.merged_into && wordOf.get(row.merged_into)) || null,
      /** Others were merged into it, and the merge can be undone. */
      hasMerged: row.taken_back_at === null && merging.has(row.id),
    }));
    const duplicates = duplicatesAmong(words.filter(({ isInUse }) => isInUse)).map((group) =>
      group.map(({ wordId, word, interestId }) => ({ wordId, word, interestId })),
    );
    const shippedToo = words.flatMap(({ wordId, word, interestId, source, isInUse }) => {
      if (!isInUse) return [];
      const shippedFor = shippedInterestsOf(word);
      // What an import adds to a word that means something else, too, is meant so.
      const isSaid = shippedFor.includes(interestId) || (source === "school" && shippedFor.length > 0);
      return isSaid ? [{ wordId, word, interestId, shippedFor }] : [];
    });
    return done({ timeZone: (await getSchool(tx, actor.schoolId)).time_zone, words, duplicates, shippedToo });
  });
}
