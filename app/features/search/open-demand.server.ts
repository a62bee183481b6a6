import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { demandOf, type InterestDemand, type ToldDemand, toldDemandOf } from "~/domain/interest/demand";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";
import { INTERESTS } from "~search/interest-document";
import { placesOf } from "./listing-places";

/** Exact for the school's own use, or as it may be told to others. */
export const AUDIENCES = ["school", "others"] as const;
export type Audience = (typeof AUDIENCES)[number];

export type Demand = { audience: "school"; rows: InterestDemand[] } | { audience: "others"; rows: ToldDemand[] };

/** What the school's students like, counted by the index, against the open seats that offer it. */
export async function openDemand(
  wiring: Wiring,
  actor: Actor,
  { audience }: { audience: Audience },
): Promise<Outcome<Demand, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const { facets } = await wiring.search.search(INTERESTS, {
    scope: { schoolId },
    parts: [],
    facets: ["likes", "keen"],
    offset: 0,
    limit: 0,
  });
  const seats = await withScope(wiring, actor, (tx) => countOpenSeats(tx, { schoolId, now: wiring.clock.now() }));
  const rows = demandOf({ likes: facets.likes ?? {}, keen: facets.keen ?? {}, seats });
  return done(audience === "school" ? { audience, rows } : { audience, rows: toldDemandOf(rows) });
}

/** Open seats of published listings by interest; a seat that offers three interests counts for each. */
async function countOpenSeats(
  tx: ScopeTx,
  { schoolId, now }: { schoolId: string; now: Date },
): Promise<Record<string, number>> {
  const { time_zone: timeZone } = await getSchool(tx, schoolId);
  const settings = await getSettings(tx, schoolId);
  const seats: Record<string, number> = {};
  for (const listing of await listListingsForSearch(tx, { schoolId, on: civilDate(now, timeZone) })) {
    if (listing.state !== "published") continue;
    const { openSeats } = placesOf(listing, settings);
    for (const interestId of listing.interests ?? []) seats[interestId] = (seats[interestId] ?? 0) + openSeats;
  }
  return seats;
}
