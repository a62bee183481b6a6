import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { tellMentorLeaving } from "~/steps/tell-mentor-leaving.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { listAffiliationsOf, writeLastDayOfMemberships } from "~db/departure-places.server";
import { lockDeparture, markUndone } from "~db/departures.server";
import { throughIdentity, withScope } from "~db/scope.server";
import { maySayLeaving, todayOf } from "./say-mentor-leaves.server";

export type UndoRefusal = "not_permitted" | "not_found" | "other_school" | "is_over";

/**
 * The mentor stays after all, which can be said until what they led was handed on. What a school said, that school takes back; what the
 * mentor said, the mentor or a school with a place there. Within the hour it is off the lists of staff who were told.
 */
export async function undoMentorLeaves(
  wiring: Wiring,
  actor: Actor,
  { departureId }: { departureId: string },
): Promise<Outcome<null, UndoRefusal>> {
  if (actor.kind !== "staff" && actor.kind !== "mentor") return refused("not_permitted");
  const { districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx): Promise<Outcome<null, UndoRefusal>> => {
    const departure = await lockDeparture(tx, { districtId, departureId });
    if (!departure) return refused("not_found");
    const { organisation_id: organisationId, mentor_id: mentorId, said_by_school_id: saidBy } = departure;
    if (!maySayLeaving(actor, { mentorId, organisationId })) return refused("not_permitted");
    const on = await todayOf(tx, actor, now);
    const ties = await listAffiliationsOf(tx, { districtId, mentorId, on, schoolId: actor.schoolId ?? null });
    if (departure.undone_at !== null) return done(null);
    if (departure.handed_on_at !== null) return refused("is_over");
    if (!ties.some((tie) => tie.organisation_id === organisationId)) return refused("not_found");
    if (saidBy !== null && saidBy !== actor.schoolId) return refused("other_school");
    await markUndone(tx, { districtId, departureId, now });
    const stays = { districtId, organisationId, mentorId, from: departure.last_day, to: null };
    await throughIdentity(tx, (identity) => writeLastDayOfMemberships(identity, stays));
    const act = { actor, noun: "mentor", nounId: mentorId, transition: "undo_leaving", now };
    await recordAct(tx, { ...act, from: departure.last_day, reason: organisationId });
    if (actor.kind === "staff") {
      const told = { actor, departureId, mentorId, organisationId, lastDay: departure.last_day, now };
      await tellMentorLeaving(tx, wiring, { ...told, event: "taken_back" });
    }
    return done(null);
  });
}
