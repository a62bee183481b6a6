import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mondayOf } from "~/domain/time";
import type { Wiring } from "~/wiring";
import { withKeptPlans } from "~db/scope.server";
import { listListingsForSearch, listPlacementIdsBeside } from "~db/search-rows.server";
import { readKeptIdf } from "./kept-idf.server";
import { resultsOf } from "./results-of.server";
import { type Reading, readBy } from "./search-reader.server";
import type { SearchResult } from "./search-result";

/** As many as one looks at beside what one came for. */
const SHOWN = 3;
/** Of these some are full, on other days or too far; the first few are mostly enough. */
const CANDIDATES = 40;
const FIRST_CANDIDATES = 10;

/**
 * A few placements that a student would not have looked for: none of their interests, liked or disliked, is in them, and
 * nothing stands in their way. The same for the same student all week of the school; each about something else where
 * there is enough. Empty for who has told no interest: nothing is expected yet.
 */
export async function listUnexpected(
  wiring: Wiring,
  actor: Actor,
  { reading }: { reading?: Reading } = {},
): Promise<Outcome<SearchResult[], "not_permitted">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  const reader = await readBy({ wiring, actor, reading });
  const { on } = reader;
  const interestIds = (reader.student?.interests ?? []).map(({ interestId }) => interestId);
  if (interestIds.length === 0) return done([]);
  return withKeptPlans(wiring, actor, async (tx) => {
    const seed = `${studentId} ${mondayOf(on)}`;
    const placementIds = await listPlacementIdsBeside(tx, { schoolId, interestIds, seed, limit: CANDIDATES });
    if (placementIds.length === 0) return done([]);
    const idf = await readKeptIdf(tx, wiring, schoolId);
    const judge = async (ids: readonly string[]) => {
      const listings = await listListingsForSearch(tx, { schoolId, placementIds: ids, on });
      const hits = ids.map((id) => ({ id, score: 0, texts: {}, highlights: {} }));
      return divide(await resultsOf(tx, { actor, reader, idf, hits, listings }));
    };
    const first = await judge(placementIds.slice(0, FIRST_CANDIDATES));
    // What comes behind cannot go before as many that differ.
    if (first.different.length >= SHOWN) return done(first.different.slice(0, SHOWN));
    const { different, others } = await judge(placementIds);
    return done([...different, ...others].slice(0, SHOWN));
  });
}

/** Eligible ones that the student has not asked for: those that share no interest with the ones before, and the others. */
function divide(results: readonly SearchResult[]): Record<"different" | "others", SearchResult[]> {
  const possible = results.filter(({ fit, isOpen, pursuit }) => isOpen && !pursuit && fit?.word != null);
  const seen = new Set<string>();
  const different: SearchResult[] = [];
  const others: SearchResult[] = [];
  for (const result of possible) {
    const isNew = result.interests.every((interest) => !seen.has(interest));
    (isNew ? different : others).push(result);
    for (const interest of result.interests) seen.add(interest);
  }
  return { different, others };
}
