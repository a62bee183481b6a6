import type { Actor } from "~/domain/actor";
import { type Liking, likingOf } from "~/domain/interest/liking";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { askSearch } from "~/steps/ask-search.server";
import type { Wiring } from "~/wiring";
import { findListing, listPlacementDays } from "~db/listings.server";
import { listPlacementInterests } from "~db/placements.server";
import { withScope } from "~db/scope.server";
import { listStudentsByKeys } from "~db/student-index.server";
import { INTERESTS } from "~search/interest-document";
import type { Leaning, Question } from "~search/port";

/** Candidates taken from the index, and rows shown of them. */
const CANDIDATES = 100;
const SHOWN = 12;
/** How much it counts that an offered interest is liked at all, then that the student is keen, then committed. */
const STEP = 0.3;

export interface Shortlist {
  /** Everybody in the school who likes something of it and could come on one of its days. */
  total: number;
  /** Otherwise the engine has counted roughly. */
  totalIsExact: boolean;
  students: { studentId: string; name: string; grade: number; likes: { interestId: string; strength: number }[] }[];
  degraded: boolean;
}

/**
 * The students of the school who like what a listing offers and are free on one of its days: those who like it most first.
 * The index finds them; who they are is read under the coordinator's scope. It says nothing about what stands in the way:
 * the ranking of the matches does.
 */
export async function shortlistStudents(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<Shortlist, "not_permitted" | "not_found" | "search_away">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const offer = await withScope(wiring, actor, async (tx) => {
    const listing = await findListing(tx, { schoolId, listingId });
    if (!listing) return undefined;
    const key = { districtId: listing.district_id, placementId: listing.placement_id };
    const days = await listPlacementDays(tx, key);
    return {
      interests: await listPlacementInterests(tx, key),
      weekdays: days.filter(({ seats }) => seats > 0).map(({ weekday }) => weekday),
    };
  });
  if (!offer) return refused("not_found");
  if (offer.interests.length === 0) return done({ total: 0, totalIsExact: true, students: [], degraded: false });
  const asked = await askSearch(wiring, () => wiring.search.search(INTERESTS, questionOf(schoolId, offer)));
  if (!asked.ok) return asked;
  const { hits, degraded } = asked.value;
  // All that were found are here to be counted.
  const isAll = hits.length < CANDIDATES;
  const { total, totalIsExact } = isAll ? { total: hits.length, totalIsExact: true } : asked.value;
  if (hits.length === 0) return done({ total, totalIsExact, students: [], degraded });
  const rows = await withScope(wiring, actor, (tx) =>
    listStudentsByKeys(tx, { schoolId, keys: hits.map(({ id }) => id) }),
  );
  const students = rows
    .map((row) => ({ row, interests: (row.interests ?? []).map(toLiking) }))
    .map(({ row, interests }) => ({ row, interests, liking: likingOf(interests, offer.interests) }))
    .filter(({ liking }) => liking > 0)
    .sort((a, b) => b.liking - a.liking)
    .slice(0, SHOWN)
    .map(({ row, interests }) => ({
      studentId: row.id,
      name: row.full_name,
      grade: row.grade,
      likes: interests
        .filter(({ interestId, liked }) => liked && offer.interests.includes(interestId))
        .map(({ interestId, strength }) => ({ interestId, strength })),
    }));
  return done({ total, totalIsExact, students, degraded });
}

function questionOf(schoolId: string, offer: { interests: string[]; weekdays: number[] }): Question {
  const leanings = offer.interests.flatMap((value): Leaning[] => [
    ...["likes", "keen", "committed"].map((field) => ({ field, value, weight: STEP })),
    { field: "dislikes", value, weight: -STEP },
  ]);
  return {
    scope: { schoolId },
    parts: [],
    leanings,
    filters: {
      likes: { field: "likes", in: offer.interests },
      // Who has not said any day may be free on each.
      ...(offer.weekdays.length > 0 && {
        weekday: {
          any: [
            { field: "weekday", in: offer.weekdays },
            { field: "weekday", missing: true },
          ],
        },
      }),
    },
    offset: 0,
    limit: CANDIDATES,
  };
}

const toLiking = ({
  interest_id: interestId,
  strength,
  liked,
}: {
  interest_id: string;
  strength: number;
  liked: boolean;
}): Liking => ({
  interestId,
  strength,
  liked,
});
