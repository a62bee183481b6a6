import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { demandOf, type InterestDemand, type ToldDemand, toldDemandOf } from "~/domain/interest/demand";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { askSearch } from "~/steps/ask-search.server";
import type { Wiring } from "~/wiring";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listAreas, listListingsForSearch } from "~db/search-rows.server";
import { INTERESTS } from "~search/interest-document";
import { placesOf } from "./listing-places";

/** Exact for the school's own use, or as it may be told to others. */
export const AUDIENCES = ["school", "others"] as const;
export type Audience = (typeof AUDIENCES)[number];

export type Demand = ({ audience: "school"; rows: InterestDemand[] } | { audience: "others"; rows: ToldDemand[] }) & {
  /** Where a mail that looks for hosts could look. */
  areas: { id: string; name: string }[];
  degraded: boolean;
};

/** What the school's students like, counted by the index, against the open seats that offer it. */
export async function openDemand(
  wiring: Wiring,
  actor: Actor,
  { audience }: { audience: Audience },
): Promise<Outcome<Demand, "not_permitted" | "search_away">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const facets = ["likes", "keen"];
  const asked = await askSearch(wiring, () =>
    wiring.search.search(INTERESTS, { scope: { schoolId }, parts: [], facets, offset: 0, limit: 0 }),
  );
  if (!asked.ok) return asked;
  const { likes = {}, keen = {} } = asked.value.facets;
  const { seats, areas } = await withScope(wiring, actor, async (tx) => ({
    seats: await countOpenSeats(tx, { schoolId, now: wiring.clock.now() }),
    areas: (await listAreas(tx, districtId)).filter(
      ({ latitude, longitude }) => latitude !== null && longitude !== null,
    ),
  }));
  const rows = demandOf({ likes, keen, seats });
  return done({
    ...(audience === "school" ? { audience, rows } : { audience, rows: toldDemandOf(rows) }),
    areas: areas.map(({ id, name }) => ({ id, name })),
    degraded: asked.value.degraded,
  });
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
