import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listMatchActs } from "~db/board-news.server";
import { findNewestRun } from "~db/matches.server";
import { listRulingsSince } from "~db/pair-rulings.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** Longer than a page waits between two looks, also one whose tab slept for a moment. */
const RECENT_MS = 2 * 60 * 1000;

export interface BoardNews {
  /** The newest run and its state: another one means another plan. */
  run: string;
  /** What others decided lately; `key` tells news from news that was told before. */
  items: { key: string; what: string; by: string | null; student: string; title: string }[];
}

/** What other coordinators decided on the board lately, for pages that are open. */
export async function listBoardNews(wiring: Wiring, actor: Actor): Promise<Outcome<BoardNews, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  return withScope(wiring, actor, async (tx) => done(await newsOf(tx, actor, wiring.clock.now())));
}

/** The same within a transaction. */
export async function newsOf(tx: ScopeTx, { schoolId, personId }: StaffActor, now: Date): Promise<BoardNews> {
  const since = new Date(now.getTime() - RECENT_MS);
  const newest = await findNewestRun(tx, { schoolId });
  const rulings = (await listRulingsSince(tx, { schoolId, since })).filter((row) => row.ruled_by !== personId);
  const acts = (await listMatchActs(tx, { schoolId, since })).filter((act) => act.actor_id !== personId);
  return {
    run: newest ? `${newest.id} ${newest.state}` : "",
    items: [
      ...rulings.map((row) => ({
        key: `${row.student_id} ${row.listing_id} ${row.revision}`,
        what: row.ruling,
        by: row.ruled_by_name,
        student: row.student_full_name,
        title: row.title,
      })),
      ...acts.map((act) => ({
        key: act.id,
        what: act.transition,
        by: act.by_name,
        student: act.student_full_name,
        title: act.title,
      })),
    ],
  };
}
