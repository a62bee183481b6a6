import { type Act, recordAct, recordActs } from "~db/audit.server";
import type { ScopeTx } from "~db/scope.server";
import { lockState, lockStates, type StatefulTable, writeState, writeStates } from "~db/states.server";
import type { SchoolActor } from "./domain/actor";
import { agreementLifecycle } from "./domain/agreement/lifecycle";
import { consentLifecycle } from "./domain/consent/lifecycle";
import { messageLifecycle } from "./domain/conversation/message-lifecycle";
import { engagementLifecycle } from "./domain/engagement/lifecycle";
import { allocationLifecycle } from "./domain/fund/allocation-lifecycle";
import { ltiDayLifecycle } from "./domain/hours/lifecycle";
import { importLifecycle } from "./domain/imports/lifecycle";
import { introductionLifecycle } from "./domain/introduction/lifecycle";
import { type MoveRefusal, move, type Transition } from "./domain/lifecycle";
import { listingLifecycle } from "./domain/listing/lifecycle";
import { matchLifecycle } from "./domain/matching/lifecycle";
import { meetingLifecycle } from "./domain/meeting/lifecycle";
import { done, type Outcome, refused } from "./domain/outcome";
import { sequenceLifecycle } from "./domain/outreach/sequence-lifecycle";
import { pursuitLifecycle } from "./domain/pursuit/lifecycle";
import { roleOf } from "./domain/role";
import { visitLifecycle } from "./domain/visit/lifecycle";
import { visitorOfferLifecycle } from "./domain/visitor-offer/lifecycle";

const LIFECYCLES = {
  listing: listingLifecycle,
  pursuit: pursuitLifecycle,
  consent: consentLifecycle,
  introduction: introductionLifecycle,
  visit: visitLifecycle,
  engagement: engagementLifecycle,
  agreement: agreementLifecycle,
  lti_day: ltiDayLifecycle,
  match: matchLifecycle,
  import: importLifecycle,
  message: messageLifecycle,
  allocation: allocationLifecycle,
  visitor_offer: visitorOfferLifecycle,
  sequence: sequenceLifecycle,
  meeting: meetingLifecycle,
} as const;

const TABLES: Record<keyof typeof LIFECYCLES, StatefulTable> = {
  listing: "listings",
  pursuit: "pursuits",
  consent: "consents",
  introduction: "introductions",
  visit: "visits",
  engagement: "engagements",
  agreement: "agreements",
  lti_day: "lti_days",
  match: "matches",
  import: "imports",
  message: "messages",
  allocation: "fund_allocations",
  visitor_offer: "visitor_offers",
  sequence: "sequences",
  meeting: "meetings",
};

export type Noun = keyof typeof LIFECYCLES;
type Table<N extends Noun> = (typeof LIFECYCLES)[N];
type Row<N extends Noun, M extends keyof Table<N>> = Table<N>[M];
type NoticeOf<R> = R extends { notifies: readonly (infer Name extends string)[] } ? Name : never;
type NeedOf<R> = R extends { needs: readonly (infer Name extends string)[] } ? Name : never;

/** For whom and how an answer came that somebody else takes down. */
export type HowItCame = Partial<Pick<Act, "channel" | "onBehalfOf" | "language" | "interpreter" | "evidence">>;

export interface Advance<N extends Noun, M extends keyof Table<N>> {
  actor: SchoolActor;
  noun: N;
  id: string;
  move: M;
  /** The needs of this move that hold now; one that is missing refuses the move. */
  met: readonly NeedOf<Row<N, M>>[];
  /** One sender for each notice the table promises; leaving one out does not compile. */
  notices: Record<NoticeOf<Row<N, M>>, () => Promise<void>>;
  /** Columns that change with the state. */
  set?: Readonly<Record<string, unknown>>;
  act?: (HowItCame & { reason?: string }) | undefined;
  now: Date;
}

export type AdvanceRefusal = MoveRefusal | "not_found";

/**
 * The only way a state changes: lock the row, ask the table, write state and audit row, send what the table promises,
 * all in the caller's transaction.
 */
export async function advance<N extends Noun, M extends keyof Table<N> & string>(
  tx: ScopeTx,
  wish: Advance<N, M>,
): Promise<Outcome<{ from: string; to: string }, AdvanceRefusal>> {
  const row = { table: TABLES[wish.noun], schoolId: wish.actor.schoolId, id: wish.id };
  const from = await lockState(tx, row);
  if (from === undefined) return refused("not_found");
  const transition = LIFECYCLES[wish.noun][wish.move] as unknown as Transition<string, string, string, string>;
  const moved = move(transition, { state: from, role: roleOf(wish.actor), met: wish.met });
  if (!moved.ok) return moved;
  await writeState(tx, { ...row, state: moved.to, set: wish.set ?? {} });
  await recordAct(tx, {
    actor: wish.actor,
    noun: wish.noun,
    nounId: wish.id,
    transition: wish.move,
    from,
    to: moved.to,
    now: wish.now,
    ...wish.act,
  });
  for (const notice of moved.notifies) await wish.notices[notice as NoticeOf<Row<N, M>>]();
  return done({ from, to: moved.to });
}

/**
 * One move of many rows that tells nobody and needs nothing, each with its audit row. Rows that the table does not let move
 * stay as they are; answers how many moved.
 */
export async function advanceAll<N extends Noun, M extends keyof Table<N> & string>(
  tx: ScopeTx,
  wish: Pick<Advance<N, M>, "actor" | "noun" | "move" | "now"> & { ids: readonly string[] },
): Promise<number> {
  const { actor, noun, move: name, now } = wish;
  const rows = { table: TABLES[noun], schoolId: actor.schoolId };
  const transition = LIFECYCLES[noun][name] as unknown as Transition<string, string, string, string>;
  const role = roleOf(actor);
  const moving = (await lockStates(tx, { ...rows, ids: wish.ids })).filter(
    ({ state }) => move(transition, { state, role, met: [] }).ok,
  );
  await writeStates(tx, { ...rows, ids: moving.map(({ id }) => id), state: transition.to });
  const act = { actor, noun, transition: name, to: transition.to, now };
  await recordActs(
    tx,
    moving.map(({ id, state }) => ({ ...act, nounId: id, from: state })),
  );
  return moving.length;
}
