import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { lockStudent } from "~db/pursuits.server";
import { findSameSearch, insertSavedSearch, listSavedSearches } from "~db/saved-searches.server";
import { withScope } from "~db/scope.server";
import { keepWish } from "./kept-wish";
import type { SearchWish } from "./search-wish";

/** More than this nobody looks through in a week. */
export const MOST_SAVED = 10;

interface SearchToSave {
  /** In the student's own words, 1 to 80 characters. */
  name: string;
  wish: SearchWish;
  mailsNews: boolean;
}

/**
 * A student keeps a search under a name. The same words and limits are kept once: saving them again, as by a double click,
 * changes nothing.
 */
export async function saveSearch(
  wiring: Wiring,
  actor: Actor,
  { name, wish, mailsNews }: SearchToSave,
): Promise<Outcome<{ searchId: string }, "not_permitted" | "too_many_searches">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const now = wiring.clock.now();
  const kept = keepWish(wish);
  return withScope(wiring, actor, async (tx) => {
    await lockStudent(tx, { schoolId, studentId });
    const same = await findSameSearch(tx, { schoolId, studentId, wish: kept });
    if (same) return done({ searchId: same.id });
    const saved = await listSavedSearches(tx, { schoolId, studentId });
    if (saved.length >= MOST_SAVED) return refused("too_many_searches", { most: MOST_SAVED });
    return done({ searchId: await insertSavedSearch(tx, { schoolId, studentId, name, wish: kept, mailsNews, now }) });
  });
}
