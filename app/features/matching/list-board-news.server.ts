import type { Actor, StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listMatchActs, listPauseActs, listRequestActs } from "~db/board-news.server";
import { findNewestRun } from "~db/matches.server";
import { listRulingsSince } from "~db/pair-rulings.server";
import { type ScopeTx, withScope } from "~db/scope.server";

/** What counts as news to a page that opens now: its rows show it already, and it is not told again. */
const RECENT_MS = 2 * 60 * 1000;
/** A decision is written a moment after its time was taken; whoever asks again is told of that moment twice, by the same key. */
const OVERLAP_MS = 15_000;
/** More than anybody reads at once. */
const MOST_SAID = 50;
/** A page that slept longer shows everything when it is read again, and nobody reads a list of so much. */
const OLDEST_MS = 24 * 60 * 60 * 1000;

export interface BoardNews {
  /** The moment up to which this is all there is; the page asks since then the next time. */
  at: string;
  /** The newest run and its state: another one means another plan. */
  run: string;
  /** What others decided, the newest first; `key` tells news from news that was told before. About a place alone, `student` is empty. */
  items: NewsItem[];
  /** The keys of what is older than those: more than anybody reads, so that it is only counted. */
  olderKeys: string[];
}

interface NewsItem {
  key: string;
  at: string;
  what: string;
  by: string | null;
  student: string;
  title: string;
}

/** What other coordinators decided on the board since a page asked last, for pages that are open. */
export async function listBoardNews(
  wiring: Wiring,
  actor: Actor,
  { since }: { since: Date | null },
): Promise<Outcome<BoardNews, "not_permitted">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const now = wiring.clock.now();
  const asked = since ? since.getTime() - OVERLAP_MS : now.getTime() - RECENT_MS;
  const from = new Date(Math.max(asked, now.getTime() - OLDEST_MS));
  return withScope(wiring, actor, async (tx) => done(await newsSince(tx, actor, { now, from })));
}

/** News to a page that opens now, within a transaction. */
export function newsOf(tx: ScopeTx, actor: StaffActor, now: Date): Promise<BoardNews> {
  return newsSince(tx, actor, { now, from: new Date(now.getTime() - RECENT_MS) });
}

async function newsSince(
  tx: ScopeTx,
  { schoolId, personId }: StaffActor,
  { now, from: since }: { now: Date; from: Date },
): Promise<BoardNews> {
  const newest = await findNewestRun(tx, { schoolId });
  const rulings = (await listRulingsSince(tx, { schoolId, since })).filter((row) => row.ruled_by !== personId);
  const isOthers = (act: { actor_id: string | null }) => act.actor_id !== personId;
  const acts = (await listMatchActs(tx, { schoolId, since })).filter(isOthers);
  const pauses = (await listPauseActs(tx, { schoolId, since })).filter(isOthers);
  const requests = (await listRequestActs(tx, { schoolId, since }))
    .filter(isOthers)
    .map((act) => ({ ...act, transition: `${act.transition}_request` }));
  const items: NewsItem[] = [
    ...rulings.map((row) => ({
      key: `${row.student_id} ${row.listing_id} ${row.revision}`,
      at: row.ruled_at,
      what: row.ruling,
      by: row.ruled_by_name,
      student: row.student_full_name,
      title: row.title,
    })),
    ...[...acts, ...requests, ...pauses.map((act) => ({ ...act, student_full_name: "" }))].map((act) => ({
      key: act.id,
      at: act.at,
      what: act.transition,
      by: act.by_name,
      student: act.student_full_name,
      title: act.title,
    })),
  ];
  items.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return {
    at: now.toISOString(),
    run: newest ? `${newest.id} ${newest.state}` : "",
    items: items.slice(0, MOST_SAID),
    olderKeys: items.slice(MOST_SAID).map(({ key }) => key),
  };
}
