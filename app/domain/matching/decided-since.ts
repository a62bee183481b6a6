import type { PairIds } from "./evidence";
import { locksThatHold } from "./locks-that-hold";
import { type PlaceInView, standingIn } from "./places-in-view";
import { placesSince, withoutTaken, withPlaces } from "./places-since";
import { isSamePair } from "./plan-locks";
import type { Lock, PlanInput, Standing } from "./plan-types";
import { compareIds } from "./rank";
import { suggestionsIn } from "./suggestions-left";

/** What is settled about pairs and listings now, whoever settled it. */
export interface Decided {
  locks: readonly Lock[];
  forbids: readonly PairIds[];
  inView: readonly PlaceInView[];
  /** Approvals among them that wait for their undo window: the request that one answers is not over yet. */
  waiting: readonly PairIds[];
  /** Listings that plans may use. */
  openListingIds: readonly string[];
  weightsVersion: number;
  /** Students who are at the school and look for a place. */
  lookingIds: readonly string[];
}

interface Since {
  decided: Decided;
  /** Locks of then that the plan could not keep. */
  resting: readonly PairIds[];
}

/** Decisions made since a plan: those a question can count in, and those that only a new plan can. */
export interface SinceThePlan {
  counted: number;
  left: number;
}

/**
 * The question of a plan with what was decided since it was made, as a plan made now from the same evidence would be given
 * it: locks and forbids of now, pairs that were approved where they are, no seat that is taken or left out, whoever took it,
 * and nothing for students who stopped looking or left.
 * What needs evidence that the plan has not seen is only numbered.
 */
export function countIn(input: PlanInput, given: Since): { input: PlanInput; since: SinceThePlan } {
  const since = sinceThePlan(input, given);
  if (since.counted === 0) return { input, since };
  const { decided } = given;
  const places = placesSince(input, decided.inView);
  const open = new Set(decided.openListingIds);
  const stopped = stoppedSince(input, decided);
  const over = decided.inView.filter((pair) => !decided.waiting.some((one) => isSamePair(one, pair)));
  const seen: PlanInput = {
    ...input,
    students: input.students.map((student) => withPlaces(student, { taken: places.taken, over })),
    placements: withoutTaken(input, places).filter(({ listingId }) => open.has(listingId)),
    locks: decided.locks,
    forbids: decided.forbids,
    ...(input.suggestionsLeft && { suggestionsLeft: leftAfter(input, places.taken) }),
    ...(input.standing && { standing: standingNow(input.standing, { decided, stopped, inView: places.inView }) }),
  };
  const { approved, settledIds } = standingIn(places.inView, seen);
  const after = {
    ...seen,
    approved: approved.sort((a, b) => compareIds(a.studentId, b.studentId) || compareIds(a.listingId, b.listingId)),
    optedOutStudentIds: [...new Set([...(input.optedOutStudentIds ?? []), ...settledIds, ...stopped])],
  };
  // A lock of a pair that the plan does not know rests, as it would in any plan of this evidence.
  const { held } = locksThatHold(after, { inView: new Set(after.optedOutStudentIds) });
  return { input: { ...after, locks: held }, since };
}

/** How much was decided since a plan was made. Judges no pair, so that a page can say it while it is read. */
export function sinceThePlan(input: PlanInput, given: Since): SinceThePlan {
  const { decided } = given;
  const rulings = ruledSince(input, given);
  const places = placesSince(input, decided.inView);
  const open = new Set(decided.openListingIds);
  const shut = input.placements.filter(({ listingId }) => !open.has(listingId));
  const stopped = stoppedSince(input, decided);
  return {
    counted: rulings.counted + places.taken.length + places.seated.length + shut.length + stopped.length,
    left:
      rulings.left +
      freedIn(input, decided) +
      listedSince(input, decided) +
      soughtSince(input, decided) +
      otherWeights(input, decided),
  };
}

/**
 * What is settled, without what a plan foresaw: that a pair it proposes is approved or locked by now, and everybody else stays
 * where they are.
 */
export function unforeseen({ locks = [] }: PlanInput, decided: Decided, proposed: readonly PairIds[]): Decided {
  const foreseen = new Set(proposed.map(keyOf));
  const lockedThen = new Set(locks.map(keyOf));
  return {
    ...decided,
    inView: decided.inView.filter((pair) => !foreseen.has(keyOf(pair))),
    locks: decided.locks.filter((lock) => lockedThen.has(keyOf(lock)) || !foreseen.has(keyOf(lock))),
  };
}

/** Pairs of which something else is said than then. */
function ruledSince(
  { students, placements, locks = [], forbids = [] }: PlanInput,
  { decided, resting }: Since,
): SinceThePlan {
  const then = saidOf([...locks, ...resting], forbids);
  const now = saidOf(decided.locks, decided.forbids);
  const changed = [...new Map([...then, ...now])].filter(([key]) => then.get(key)?.said !== now.get(key)?.said);
  const isKnown = ({ studentId, listingId }: PairIds) =>
    students.some(({ id }) => id === studentId) && placements.some((one) => one.listingId === listingId);
  const counted = changed.filter(([, { pair }]) => isKnown(pair)).length;
  return { counted, left: changed.length - counted };
}

function saidOf(locks: readonly PairIds[], forbids: readonly PairIds[]) {
  const said = new Map<string, { said: "locked" | "forbidden"; pair: PairIds }>();
  for (const pair of locks) said.set(`${pair.studentId} ${pair.listingId}`, { said: "locked", pair });
  for (const pair of forbids) said.set(`${pair.studentId} ${pair.listingId}`, { said: "forbidden", pair });
  return said;
}

/** What was suggested since counts among the live pursuits of a student; a request that was approved did so before. */
function leftAfter({ students, suggestionsLeft = {} }: PlanInput, taken: readonly PairIds[]): Record<string, number> {
  const left = { ...suggestionsLeft };
  for (const student of students) {
    const limit = left[student.id];
    if (limit !== undefined) left[student.id] = Math.max(0, limit - suggestionsIn(student, taken).length);
  }
  return left;
}

/** Places that were in view then and are not any more: whose they were, the plan has not looked for. */
function freedIn({ students }: PlanInput, { inView }: Decided): number {
  const stillThere = new Set(inView.map(keyOf));
  return students.reduce((count, { id: studentId, currentSeatListingIds }) => {
    const freed = currentSeatListingIds.filter((listingId) => !stillThere.has(keyOf({ studentId, listingId })));
    return count + freed.length;
  }, 0);
}

const keyOf = ({ studentId, listingId }: PairIds) => `${studentId} ${listingId}`;

/** Students whom the plan looked for and who look for nothing any more, or are gone. */
function stoppedSince({ students, optedOutStudentIds }: PlanInput, { lookingIds }: Decided): string[] {
  const out = new Set([...(optedOutStudentIds ?? []), ...lookingIds]);
  return students.map(({ id }) => id).filter((id) => !out.has(id));
}

/** Students who look now and did not, or were not there. */
function soughtSince({ students, standing }: PlanInput, { lookingIds }: Decided): number {
  const rested = new Set(standing?.notLookingIds);
  const lookedFor = new Set(students.map(({ id }) => id).filter((id) => !rested.has(id)));
  return lookingIds.filter((id) => !lookedFor.has(id)).length;
}

function standingNow(
  then: Standing,
  { decided, stopped, inView }: { decided: Decided; stopped: readonly string[]; inView: readonly PlaceInView[] },
): Standing {
  return { ...then, inView, locks: decided.locks, notLookingIds: [...new Set([...then.notLookingIds, ...stopped])] };
}

function listedSince({ placements }: PlanInput, { openListingIds }: Decided): number {
  const seen = new Set(placements.map(({ listingId }) => listingId));
  return openListingIds.filter((id) => !seen.has(id)).length;
}

function otherWeights({ context }: PlanInput, { weightsVersion }: Decided): number {
  return context.weights.version === weightsVersion ? 0 : 1;
}
