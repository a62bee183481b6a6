import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { isCoordinator } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isPursued } from "~/domain/pursuit/gates";
import type { Wiring } from "~/wiring";
import { listAdvisoryStudents } from "~db/advisories.server";
import { findListing } from "~db/listings.server";
import { listStudentNames } from "~db/matches.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export interface Recording {
  title: string;
  organisation: string;
  /** Whether students ask for its kind themselves. */
  isPursued: boolean;
  /** For whom the actor may record something. */
  students: { id: string; name: string }[];
}

/** What it takes to record for a student that they would like a placement of the school. */
export async function openRecording(
  wiring: Wiring,
  actor: Actor,
  { listingId }: { listingId: string },
): Promise<Outcome<Recording, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const { schoolId, personId: staffId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const listing = await findListing(tx, { schoolId, listingId });
    if (listing?.state !== "published") return refused("not_found");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), timeZone);
    const students = isCoordinator(actor) ? await listAll(tx, schoolId) : await listOwn(tx, { schoolId, staffId, on });
    return done({
      title: listing.title,
      organisation: listing.organisation_name,
      isPursued: isPursued(listing.kind),
      students: students.sort((one, other) => one.name.localeCompare(other.name)),
    });
  });
}

async function listAll(tx: ScopeTx, schoolId: string) {
  const all = await listStudentNames(tx, schoolId);
  return all.filter(({ left_on }) => left_on === null).map(({ id, full_name: name }) => ({ id, name }));
}

async function listOwn(tx: ScopeTx, asked: { schoolId: string; staffId: string; on: string }) {
  const own = await listAdvisoryStudents(tx, asked);
  return own.map(({ student_id: id, full_name: name }) => ({ id, name }));
}
