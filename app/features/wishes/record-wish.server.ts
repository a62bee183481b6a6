import { civilDate } from "~/clock";
import { cameFrom, type HowItWasSaid } from "~/domain/acting/how-it-was-said";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isOver } from "~/domain/placement/is-over";
import { lockStudentToActFor } from "~/steps/act-for-student.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findListing } from "~db/listings.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { insertWish } from "~db/wishes.server";

export interface RecordedWish extends Omit<HowItWasSaid, "scan"> {
  listingId: string;
  studentId: string;
}

export type RecordWishRefusal = "not_permitted" | "not_found" | "not_open" | "evidence_missing";

/** Staff put a placement on the list of a student without a screen, who reads there who did. One that is on it already stays as it is. */
export async function recordWish(
  wiring: Wiring,
  actor: Actor,
  input: RecordedWish,
): Promise<Outcome<null, RecordWishRefusal>> {
  if (actor.kind !== "staff") return refused("not_permitted");
  const now = wiring.clock.now();
  const { listingId, studentId } = input;
  const { schoolId, personId: recordedBy } = actor;
  return withScope(wiring, actor, async (tx) => {
    const student = await lockStudentToActFor(tx, { actor, studentId, now });
    const listing = await findListing(tx, { schoolId, listingId });
    if (!student || listing?.state !== "published") return refused("not_found");
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    if (isOver(listing, civilDate(now, timeZone))) return refused("not_open");
    if (input.evidence.trim() === "") return refused("evidence_missing");
    const isNew = await insertWish(tx, { schoolId, studentId, listingId, recordedBy });
    const came = cameFrom({ id: studentId, language: student.language }, input);
    if (isNew) await recordAct(tx, { actor, noun: "wish", nounId: listingId, transition: "save", ...came, now });
    return done(null);
  });
}
