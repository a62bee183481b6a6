import { civilDate, daysLater } from "~/clock";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { askForParticipation } from "~/steps/ask-for-participation.server";
import { findFreeSeat, holdSeat, offerOf, refreshSearch, type SeatWish } from "~/steps/places.server";
import { closeWanted } from "~/steps/reach-lead.server";
import { tellCoordinators, tellStudent } from "~/steps/tell.server";
import { tellFamily } from "~/steps/tell-family.server";
import type { Wiring } from "~/wiring";
import { lockListing } from "~db/listings.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { Answering } from "./answering";
import { doesLeadWait, type LeadWaits } from "./does-lead-wait.server";

export type OfferRefusal = AdvanceRefusal | LeadWaits | "no_seat";

/**
 * The host offers the place: the seat itself is taken, for the placement's days and dates. Not while its lead is suspended, kept
 * apart from the student or not yet read by the school.
 */
export async function makeOfferInScope(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, came }: Answering,
): Promise<Outcome<{ state: string }, OfferRefusal>> {
  if (pursuit.mentor_suspended_at !== null) return refused("still_needed", { missing: "host_reachable" });
  const now = wiring.clock.now();
  if (await doesLeadWait(tx, { pursuit, news: "wants_offer", now })) return refused("lead_waits");
  const wish = await seatWishOf(tx, pursuit, now);
  if (!wish) return refused("not_found");
  const seatNo = await findFreeSeat(tx, wish);
  const { approvalDays } = await getSettings(tx, actor.schoolId);
  const news = { wiring, pursuit, event: "offered", now } as const;
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuit.pursuit_id,
    move: "offer",
    met: seatNo === null ? [] : ["free_seat"],
    notices: {
      student: () => tellStudent(tx, news),
      family: () => tellFamily(tx, news),
      coordinators: () => tellCoordinators(tx, news),
    },
    set: { updated_at: now.toISOString(), expires_at: daysLater(now, approvalDays).toISOString() },
    act: came,
    now,
  });
  if (!moved.ok) return moved.reason === "still_needed" ? refused("no_seat", { seats: wish.seats }) : moved;
  if (seatNo !== null) await holdSeat(tx, { ...wish, seatNo });
  await closeWanted(tx, { pursuit, wanted: ["wants_offer"], note: "The host offers the place.", now });
  await refreshSearch(tx, pursuit);
  await askForParticipation(tx, wiring, { actor, pursuit, before: "start", now });
  return done({ state: moved.value.to });
}

/** The seat an offer needs: the placement's days and dates from today on. */
async function seatWishOf(tx: ScopeTx, pursuit: PursuitFacts, now: Date): Promise<SeatWish | undefined> {
  const { school_id: schoolId } = pursuit;
  const listing = await lockListing(tx, { schoolId, listingId: pursuit.listing_id });
  if (!listing) return undefined;
  const { time_zone } = await getSchool(tx, schoolId);
  const today = civilDate(now, time_zone);
  const { seats, weekdays } = await offerOf(tx, listing);
  const startsOn = pursuit.starts_on && pursuit.starts_on > today ? pursuit.starts_on : today;
  return {
    schoolId,
    listingId: listing.id,
    pursuitId: pursuit.pursuit_id,
    seats,
    weekdays: weekdays.length > 0 ? weekdays : [1, 2, 3, 4, 5, 6, 7],
    startsOn,
    endsOn: pursuit.ends_on && pursuit.ends_on >= startsOn ? pursuit.ends_on : null,
  };
}
