import { civilDate, daysLater } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { isOver } from "~/domain/placement/is-over";
import { ENDORSEMENT } from "~/domain/pursuit/endorsement";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { arrangeSupport } from "~/steps/arrange-support.server";
import { type Asked, askForConsent } from "~/steps/ask-for-consent.server";
import { contactHostWhenReady } from "~/steps/contact-host.server";
import { meetGate, openGates } from "~/steps/gates.server";
import { findFreePlace, offerOf, refreshSearch, takePlace } from "~/steps/places.server";
import { tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { lockListing } from "~db/listings.server";
import { lockPursuit } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export type ApproveRefusal = AdvanceRefusal | "no_place" | "not_endorsed";
export interface ToApprove {
  pursuitId: string;
  /** Why it is approved though the advisor has not read it; of no use where they have. */
  note?: string | undefined;
}
export interface Approval {
  state: "approved" | "contacted";
  consent: Asked;
}

/**
 * A coordinator approves a student's request: it takes one of the listing's pursuit places, opens the gates, asks whoever
 * may consent, and makes the first contact at once where everything it needs is there. Two coordinators at the last place:
 * the listing's row is locked, so the second one finds none and is told `no_place`. A listing that is over or not published any
 * more answers `still_needed`. One that the advisor has not read yet answers `not_endorsed`, unless a note says why it goes on
 * without.
 */
export async function approvePursuit(
  wiring: Wiring,
  actor: Actor,
  input: ToApprove,
): Promise<Outcome<Approval, ApproveRefusal>> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, (tx) => approveInScope(tx, wiring, actor, input));
}

/** The same within a transaction, for verbs that do more than that in it. The caller has asked whether the actor may. */
export async function approveInScope(
  tx: ScopeTx,
  wiring: Wiring,
  actor: StaffActor,
  { pursuitId, note = "" }: ToApprove,
): Promise<Outcome<Approval, ApproveRefusal>> {
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const pursuit = await lockPursuit(tx, { schoolId, pursuitId });
  const listing = pursuit && (await lockListing(tx, { schoolId, listingId: pursuit.listing_id }));
  if (!pursuit || !listing) return refused("not_found");
  const settings = await getSettings(tx, schoolId);
  const { seats } = await offerOf(tx, listing);
  const { placesPerSeat } = settings;
  const place = await findFreePlace(tx, { schoolId, listingId: listing.id, seats, placesPerSeat });
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  const isOpen = listing.state === "published" && !isOver(pursuit, on);
  let consent: Asked = "asked";
  const moved = await advance(tx, {
    actor,
    noun: "pursuit",
    id: pursuitId,
    move: "approve",
    met: [
      ...(isOpen ? (["listing_open"] as const) : []),
      ...(place === null ? [] : (["free_place"] as const)),
      ...(pursuit.waits_for_advisor && note === "" ? [] : (["endorsed"] as const)),
    ],
    notices: {
      student: () => tellStudent(tx, { wiring, pursuit, event: "approved", now }),
      "guardian-request": async () => {
        await openGates(tx, { actor, pursuit, on, now });
        await arrangeSupport(tx, pursuit, now);
        consent = await askForConsent(tx, wiring, { actor, pursuit, purpose: "looking", now });
      },
    },
    set: {
      approved_at: now.toISOString(),
      expires_at: daysLater(now, settings.approvalDays).toISOString(),
      updated_at: now.toISOString(),
    },
    now,
  });
  if (!moved.ok) return refusalOf(moved, seats);
  if (pursuit.waits_for_advisor)
    await meetGate(tx, { actor, pursuitId, kind: ENDORSEMENT.kind, as: "waived", by: actor.personId, on, note, now });
  if (place !== null) await takePlace(tx, { schoolId, listingId: listing.id, placeNo: place, pursuitId });
  await refreshSearch(tx, pursuit);
  const contact = await contactHostWhenReady(tx, wiring, { actor, pursuitId, now });
  return done({ state: contact === "contacted" ? "contacted" : "approved", consent });
}

/** What is missing beside a place or the advisor's word no coordinator's press brings. */
function refusalOf(moved: Refused<AdvanceRefusal>, seats: number): Refused<ApproveRefusal> {
  const missing = moved.detail?.missing;
  if (missing === "free_place" || missing === "free_place,endorsed") return refused("no_place", { seats });
  return missing === "endorsed" ? refused("not_endorsed") : moved;
}
