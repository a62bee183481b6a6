import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { HeldTurn } from "~/domain/conversation/held-turn";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listHeldThreads } from "~db/held-turns.server";
import { listDeciders } from "~db/memberships.server";
import { findPursuit } from "~db/pursuits.server";
import { getSchool, getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";

/** More come when these are decided. */
const SHOWN = 50;

/** A conversation in which something waits for the school. */
export interface HeldLine {
  pursuitId: string;
  student: string;
  title: string;
  organisation: string;
  messages: number;
  since: string;
  turn: HeldTurn;
  until: string;
  isLate: boolean;
}

export interface HeldPage {
  waiting: HeldLine[];
  /** Coordinators and admins of today, one of whom may be named to read first. */
  deciders: { personId: string; fullName: string }[];
  /** Empty where nobody is named, or who was named may not decide any more. */
  readerId: string;
  readerName: string;
  hours: number;
  timeZone: string;
}

/** What waits for the school in conversations, whose turn it is and until when, and how the school wants it read. */
export async function openHeld(wiring: Wiring, actor: Actor): Promise<Outcome<HeldPage, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const { heldReaderId, heldHours } = await getSettings(tx, schoolId);
    const deciders = await listDeciders(tx, { schoolId, on: civilDate(now, timeZone) });
    const reader = deciders.find(({ personId }) => personId === heldReaderId);
    const waiting: HeldLine[] = [];
    for (const row of await listHeldThreads(tx, { schoolId, limit: SHOWN })) {
      const pursuit = await findPursuit(tx, { schoolId, pursuitId: row.pursuit_id });
      if (!pursuit) continue;
      const until = row.held_until ?? row.since;
      waiting.push({
        ...{ pursuitId: row.pursuit_id, student: pursuit.student_full_name, title: pursuit.title },
        ...{ organisation: pursuit.organisation_name, messages: row.messages, since: row.since },
        ...{ turn: (row.held_turn ?? "coordinators") as HeldTurn, until, isLate: new Date(until) <= now },
      });
    }
    return done({
      waiting,
      deciders: deciders.map(({ personId, fullName }) => ({ personId, fullName })),
      ...{ readerId: reader?.personId ?? "", readerName: reader?.fullName ?? "" },
      ...{ hours: heldHours, timeZone },
    });
  });
}
