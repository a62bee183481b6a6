import type { Actor } from "~/domain/actor";
import type { ListingState } from "~/domain/listing/lifecycle";
import { done, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import type { Wiring } from "~/wiring";
import { countListingsByState, listListings } from "~db/listing-desk.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export const LISTINGS_PER_PAGE = 50;

export interface DeskPage {
  state: ListingState;
  /** Part of a title or of an organisation's name. */
  words: string;
  /** Counted from 1; a page after the last one shows the last. */
  page: number;
}

/** The coordinator's desk: one page of the school's listings in a state, and how many there are in each. */
export async function listSchoolListings(wiring: Wiring, actor: Actor, { state, words, page }: DeskPage) {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const counts = await countListingsByState(tx, { schoolId, words });
    const pages = Math.max(1, Math.ceil(counts[state] / LISTINGS_PER_PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const offset = (shown - 1) * LISTINGS_PER_PAGE;
    const rows = await listListings(tx, { schoolId, words, state, limit: LISTINGS_PER_PAGE, offset });
    const school = await getSchool(tx, schoolId);
    return done({ rows, counts, page: shown, pages, timeZone: school.time_zone });
  });
}
