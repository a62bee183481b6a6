import { sql } from "kysely";
import { LIVE_STATES } from "~/domain/pursuit/lifecycle";
import type { ScopeTx } from "./scope.server";

/** The last moment at which somebody wrote, read or moved it. */
const lastLife = sql<string>`greatest(coalesce(l.published_at, l.created_at), l.updated_at, p.updated_at)`;
/** Its host was asked, and since then nobody has touched it, nor has any student's way there moved. */
const isAsked = sql<boolean>`(coalesce(l.still_open_asked_at >= ${lastLife}, false) and not exists (
  select from pursuits w where w.school_id = l.school_id and w.listing_id = l.id and w.updated_at > l.still_open_asked_at))`;
const isNotAsked = sql<boolean>`not ${isAsked}`;

/** Published listings that a mentor of ours leads, with nobody under way there and a day left. An import keeps its own rows fresh. */
function quietListings(tx: ScopeTx, { schoolId, quietSince, on }: { schoolId: string; quietSince: Date; on: string }) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .innerJoin("mentors as m", (join) =>
      join.onRef("m.district_id", "=", "p.district_id").onRef("m.id", "=", "p.lead_mentor_id"),
    )
    .where("l.school_id", "=", schoolId)
    .where("l.state", "=", "published")
    .where("p.source", "is", null)
    .where("p.erased_at", "is", null)
    .where("m.suspended_at", "is", null)
    .where((is) => is.or([is("p.ends_on", "is", null), is("p.ends_on", ">=", on)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("pursuits as u")
            .select("u.id")
            .whereRef("u.school_id", "=", "l.school_id")
            .whereRef("u.listing_id", "=", "l.id")
            .where((at) =>
              at.or([at("u.state", "in", LIVE_STATES), at("u.updated_at", ">", quietSince.toISOString())]),
            ),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("pursuit_places as t")
            .select("t.pursuit_id")
            .whereRef("t.school_id", "=", "l.school_id")
            .whereRef("t.listing_id", "=", "l.id"),
        ),
      ),
    );
}

interface Quiet {
  schoolId: string;
  /** Nothing happened since. */
  quietSince: Date;
  /** The school's civil date. */
  on: string;
}

/** Who leads something that nobody has touched since a moment, nor been asked about. */
export async function listMentorsToAsk(tx: ScopeTx, quiet: Quiet): Promise<string[]> {
  const rows = await quietListings(tx, quiet)
    .select("m.id")
    .distinct()
    .where(lastLife, "<=", quiet.quietSince.toISOString())
    .where(isNotAsked)
    .orderBy("m.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** What of a mentor's nobody has touched since a moment, nor been asked about, by title. Locks it: two who ask at once ask once. */
export function lockListingsToAsk(
  tx: ScopeTx,
  { mentorId, ...quiet }: Quiet & { mentorId: string },
): Promise<{ id: string; title: string }[]> {
  return quietListings(tx, quiet)
    .select(["l.id", "p.title"])
    .where("m.id", "=", mentorId)
    .where(lastLife, "<=", quiet.quietSince.toISOString())
    .where(isNotAsked)
    .orderBy("p.title")
    .orderBy("l.id")
    .forNoKeyUpdate("l")
    .execute();
}

/** What was asked about by a moment and stands as it stood then; of one listing, locked, where it is named. */
export function listUnansweredListings(
  tx: ScopeTx,
  asked: { schoolId: string; askedBy: Date; on: string; listingId?: string },
): Promise<{ id: string; placementId: string }[]> {
  const { schoolId, askedBy, on, listingId } = asked;
  return quietListings(tx, { schoolId, quietSince: askedBy, on })
    .select(["l.id", "l.placement_id as placementId"])
    .where("l.still_open_asked_at", "<=", askedBy.toISOString())
    .where(isAsked)
    .$if(listingId !== undefined, (query) => query.where("l.id", "=", listingId ?? "").forNoKeyUpdate("l"))
    .orderBy("l.id")
    .execute();
}

/**
 * What a mentor leads at the school and was asked about, with no answer since: shown to students, or put away meanwhile. In the order
 * in which they read it.
 */
export function listAskedListings(tx: ScopeTx, { schoolId, mentorId }: { schoolId: string; mentorId: string }) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select(["l.id", "l.placement_id", "l.state", "p.title"])
    .where("l.school_id", "=", schoolId)
    .where("p.lead_mentor_id", "=", mentorId)
    .where("p.erased_at", "is", null)
    .where("l.still_open_asked_at", "is not", null)
    .where((is) => is.or([is("l.state", "=", "archived"), is.and([is("l.state", "=", "published"), isAsked])]))
    .orderBy("p.title")
    .orderBy("l.id")
    .execute();
}

/** What an organisation offers and was asked about, shown to students until the school hears; the longest asked first. */
export function listAskedOfOrganisation(
  tx: ScopeTx,
  { districtId, organisationId }: { districtId: string; organisationId: string },
) {
  return tx
    .selectFrom("listings as l")
    .innerJoin("schools as s", "s.id", "l.school_id")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select(["l.id", "l.placement_id", "p.title", "s.name as school_name", "s.time_zone"])
    .select((pick) => pick.ref("l.still_open_asked_at").$notNull().as("asked_at"))
    .where("l.district_id", "=", districtId)
    .where("l.organisation_id", "=", organisationId)
    .where("l.state", "=", "published")
    .where("p.erased_at", "is", null)
    .where(isAsked)
    .orderBy("l.still_open_asked_at")
    .orderBy("l.id")
    .execute();
}

/** When the host of a published listing was asked (ISO instant); undefined where nobody waits for an answer. */
export async function findStillOpenAsked(
  tx: ScopeTx,
  { schoolId, listingId }: { schoolId: string; listingId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("listings as l")
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .select((pick) => pick.ref("l.still_open_asked_at").$notNull().as("asked_at"))
    .where("l.school_id", "=", schoolId)
    .where("l.id", "=", listingId)
    .where("l.state", "=", "published")
    .where(isAsked)
    .executeTakeFirst();
  return row && new Date(row.asked_at).toISOString();
}

/** Writes down that their host is asked now. */
export async function updateStillOpenAsked(
  tx: ScopeTx,
  { schoolId, listingIds, now }: { schoolId: string; listingIds: readonly string[]; now: Date },
): Promise<void> {
  if (listingIds.length === 0) return;
  await tx
    .updateTable("listings")
    .set({ still_open_asked_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "in", [...listingIds])
    .execute();
}

/** Writes down that a published listing is still open; false where it is not shown any more. */
export async function updateStillOpen(
  tx: ScopeTx,
  { schoolId, listingId, now }: { schoolId: string; listingId: string; now: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable("listings")
    .set({ still_open_asked_at: null, updated_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", listingId)
    .where("state", "=", "published")
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
