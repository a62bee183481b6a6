import type { ScopeTx } from "~db/scope.server";
import * as open from "~db/still-open.server";
import type { Query } from "./queries";
import type { Theirs } from "./victim";

const LONG_AGO = new Date("2020-01-01T00:00:00Z");
const LATER = new Date("2100-01-01T00:00:00Z");

/** One of their listings, as it is found by who may see it. */
async function theirOne(tx: ScopeTx, { schoolId }: Theirs) {
  const row = await tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", "p.id", "l.placement_id")
    .select(["l.id", "l.district_id", "l.organisation_id", "p.lead_mentor_id"])
    .where("l.school_id", "=", schoolId)
    .where("l.state", "=", "published")
    .where("p.lead_mentor_id", "is not", null)
    .orderBy("l.id")
    .limit(1)
    .executeTakeFirst();
  return row;
}

const quiet = ({ schoolId }: Theirs) => ({ schoolId, quietSince: LATER, on: "2000-01-01" });

/** The same after its host was asked. */
async function asked(tx: ScopeTx, their: Theirs) {
  const one = await theirOne(tx, their);
  if (one) await open.updateStillOpenAsked(tx, { schoolId: their.schoolId, listingIds: [one.id], now: LATER });
  return one;
}

/** The queries of the question whether a listing is still open. */
export const STILL_OPEN_CALLS: Record<string, Query> = {
  "still-open/listMentorsToAsk": (tx, their) => open.listMentorsToAsk(tx, quiet(their)),
  "still-open/lockListingsToAsk": async (tx, their) => {
    const [mentorId] = await open.listMentorsToAsk(tx, quiet(their));
    return mentorId === undefined ? [] : open.lockListingsToAsk(tx, { ...quiet(their), mentorId });
  },
  "still-open/listUnansweredListings": async (tx, their) => {
    await asked(tx, their);
    return open.listUnansweredListings(tx, { schoolId: their.schoolId, askedBy: LATER, on: "2000-01-01" });
  },
  "still-open/listAskedListings": async (tx, their) => {
    const mentorId = (await asked(tx, their))?.lead_mentor_id;
    return mentorId ? open.listAskedListings(tx, { schoolId: their.schoolId, mentorId }) : [];
  },
  "still-open/listAskedOfOrganisation": async (tx, their) => {
    const one = await asked(tx, their);
    const { district_id: districtId, organisation_id: organisationId } = one ?? {
      district_id: "",
      organisation_id: "",
    };
    return one ? open.listAskedOfOrganisation(tx, { districtId, organisationId }) : [];
  },
  "still-open/findStillOpenAsked": async (tx, their) => {
    const one = await asked(tx, their);
    return one ? open.findStillOpenAsked(tx, { schoolId: their.schoolId, listingId: one.id }) : [];
  },
  "still-open/updateStillOpenAsked": (tx, { schoolId, listingId }) =>
    open.updateStillOpenAsked(tx, { schoolId, listingIds: [listingId], now: LONG_AGO }),
  "still-open/updateStillOpen": (tx, { schoolId, listingId }) =>
    open.updateStillOpen(tx, { schoolId, listingId, now: LONG_AGO }),
};
