import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { listSchoolWords } from "~db/school-words.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** The words a school has added to interests. */
export async function openWords(wiring: Wiring, actor: Actor) {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => {
    const rows = await listSchoolWords(tx, actor.schoolId);
    return done({
      timeZone: (await getSchool(tx, actor.schoolId)).time_zone,
      words: rows.map((row) => ({
        wordId: row.id,
        interestId: row.interest_id,
        word: row.word,
        addedAt: row.added_at,
        addedBy: row.added_by_name,
        isInUse: row.taken_back_at === null,
      })),
    });
  });
}
