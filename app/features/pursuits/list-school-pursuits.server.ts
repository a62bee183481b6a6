import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { LIVE_STATES, type PursuitState } from "~/domain/pursuit/lifecycle";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { countPursuitsByState, listPursuits } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export const PURSUITS_PER_PAGE = 50;

export interface QueuePage {
  states: readonly PursuitState[];
  /** Counted from 1; a page after the last one shows the last. */
  page: number;
}

/**
 * The coordinator's queue: one page of the school's pursuits in some states, and how many there are in each state. What still
 * moves comes longest waiting first, what has ended newest first.
 */
export async function listSchoolPursuits(wiring: Wiring, actor: Actor, { states, page }: QueuePage) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const counts = await countPursuitsByState(tx, { schoolId });
    const total = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
    const pages = Math.max(1, Math.ceil(total / PURSUITS_PER_PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const pursuits = await listPursuits(tx, {
      schoolId,
      states,
      order: states.some((state) => (LIVE_STATES as readonly string[]).includes(state)) ? "longest_waiting" : "newest",
      limit: PURSUITS_PER_PAGE,
      offset: (shown - 1) * PURSUITS_PER_PAGE,
    });
    const { advisorEndorses, firstCalls } = await getSettings(tx, schoolId);
    return done({ pursuits, advisorEndorses, firstCalls, counts, page: shown, pages, timeZone: school.time_zone });
  });
}
