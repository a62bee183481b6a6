import { daysLater } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { gatesFor, type PlacementKind } from "~/domain/pursuit/gates";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { advance, type AdvanceRefusal } from "~/lifecycle.server";
import { askForConsent } from "~/steps/ask-for-consent.server";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { findFreePlace, takePlace } from "~/steps/places.server";
import { tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { lockListing } from "~db/listings.server";
import { findPursuit, insertGates, type PursuitFacts } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type ApproveRefusal = AdvanceRefusal | "no_place";
export interface Approval {
  state: "approved" | "contacted";
  consent: "standing" | "asked" | "nobody_to_ask";
}

/**
 * A coordinator approves a student's request: it takes one of the listing's pursuit places, opens the gates, asks the
 * guardians, and makes the first contact at once where everything it needs is there. Two coordinators at the last place:
 * the listing's row is locked, so the second one finds none and is told `no_place`.
 */
export async function approvePursuit(wiring: Wiring, actor: Actor, input: { pursuitId: string }): Promise<Outcome<Approval, ApproveRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, (tx) => approveInScope(tx, wiring, actor, input.pursuitId));
}

async function approveInScope(tx: ScopeTx, wiring: Wiring, actor: StaffActor, pursuitId: string): Promise<Outcome<Approval, ApproveRefusal>> {
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const pursuit = await findPursuit(tx, { schoolId, pursuitId });
  if (!pursuit) return refused("not_found");
  const listing = await lockListing(tx, { schoolId, listingId: pursuit.listing_id });
  if (!listing) return refused("not_found");
  const settings = await getSettings(tx, schoolId);
  const place = await findFreePlace(tx, { schoolId, listingId: listing.id, seats: listing.seats, placesPerSeat: settings.placesPerSeat });
  let consent: Approval["consent"] = "asked";
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuitId,
    move: "approve",
    met: place === null ? [] : ["free_place"],
    notices: {
      student: () => tellStudent(tx, { wiring, pursuit, event: "approved", now }),
      "guardian-request": async () => {
        consent = await openGatesAndAsk(tx, wiring, { actor, pursuit, now });
      },
    },
    set: { approved_at: now.toISOString(), expires_at: daysLater(now, settings.approvalDays).toISOString(), updated_at: now.toISOString() },
    now,
  });
  if (!moved.ok) return moved.reason === "still_needed" ? refused("no_place", { seats: listing.seats }) : moved;
  if (place !== null) await takePlace(tx, { schoolId, listingId: listing.id, placeNo: place, pursuitId });
  const contact = await contactHostWhenReady(tx, wiring, { actor, pursuitId, now });
  return done({ state: contact === "contacted" ? "contacted" : "approved", consent });
}

/** Opens the gates of the placement's kind and asks for the `looking` consent, and for `participate` where a gate wants it. */
export async function openGatesAndAsk(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, pursuit, now }: { actor: StaffActor | Extract<Actor, { kind: "student" }>; pursuit: PursuitFacts; now: Date },
): Promise<Approval["consent"]> {
  const { schoolId } = actor;
  const settings = await getSettings(tx, schoolId);
  const mode = (pursuit.site_mode ?? "on_site") as "on_site" | "remote" | "private_home";
  const gates = gatesFor(pursuit.kind as PlacementKind, mode, settings);
  await insertGates(tx, { schoolId, pursuitId: pursuit.pursuit_id, gates });
  const about = { actor, studentId: pursuit.student_id, studentName: pursuit.student_name, now };
  return askForConsent(tx, wiring, { ...about, purpose: "looking", pursuitId: null });
}
