import { groupBy } from "~/domain/group-by";
import type { PairIds, PlacementEvidence, StudentEvidence } from "~/domain/matching/evidence";
import { type InputOfKind, inputOfKind, type SharedInput } from "~/domain/matching/input-of-kind";
import type { Mode } from "~/domain/matching/mode";
import type { PlaceInView } from "~/domain/matching/places-in-view";
import type { Plan, PlanInput, PreviousPair, Standing } from "~/domain/matching/plan-types";
import type { MatchWeights } from "~/domain/matching/weights";
import { gatherEvidence } from "~/steps/match-evidence.server";
import { type HeldMatch, listHeldMatches } from "~db/held-matches.server";
import { listPursuitRows } from "~db/match-evidence.server";
import { findMatchSnapshot } from "~db/match-snapshots.server";
import { findNewestRun, listMatchPairs } from "~db/matches.server";
import { listStandingRulings } from "~db/pair-rulings.server";
import { listPlanPauses } from "~db/plan-pauses.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { toPair } from "./ruled-pair.server";
import { standingLocks } from "./standing-locks.server";

/** The seed of a school's runs: the same seed and rows give the same plan. */
export const PLAN_SEED = 1;

export interface GatheredPlan extends InputOfKind {
  /** The weights the school judges by now. */
  weights: MatchWeights;
}

interface Asked {
  schoolId: string;
  districtId: string;
  now: Date;
  /** Other weights than those of now. */
  weights?: MatchWeights;
  seed?: number;
  /** The kind of plan; absent for balanced. */
  mode?: Mode;
}

/**
 * What a plan of a school is made of: its students and listings, the pairs that are approved, what coordinators settled about
 * pairs and listings, and the plan on the board, whose pairs are kept among equally good ones. A slate gives each student as
 * many as the school lets them pursue at once. Whoever makes a plan of it reads it `withOneMoment`: an approval between two of
 * these reads would be in view while its place still counted as open.
 */
export async function gatherPlan(tx: ScopeTx, asked: Asked): Promise<GatheredPlan> {
  const { schoolId, mode = "balanced" } = asked;
  const evidence = await gatherEvidence(tx, asked);
  const held = await listHeldMatches(tx, { schoolId });
  const rulings = await listStandingRulings(tx, { schoolId });
  const paused = new Set((await listPlanPauses(tx, { schoolId })).map(({ listing_id }) => listing_id));
  const placements = evidence.placements
    .filter(({ listingId }) => !paused.has(listingId))
    .map((placement) => withoutPlaces(placement, held.filter(isAt(placement)).length));
  const { livePursuitLimit, placesPerSeat } = await getSettings(tx, schoolId);
  const { students } = evidence;
  const known = new Set(students.map(({ id }) => id));
  const standing: Standing = {
    notLookingIds: evidence.restingIds,
    inView: (await placesBeside(tx, { schoolId, held })).filter(({ studentId }) => known.has(studentId)),
    // Why somebody who is not here was locked is none of this plan's business, and would outlive them in it.
    locks: (await standingLocks(tx, { schoolId, rulings })).map((lock) =>
      known.has(lock.studentId) ? lock : { studentId: lock.studentId, listingId: lock.listingId },
    ),
    livePursuitLimit,
  };
  const shared: SharedInput = {
    students: students.map((student) => withWaiting(student, held)),
    placements,
    context: { ...evidence.context, weights: asked.weights ?? evidence.context.weights },
    seed: asked.seed ?? PLAN_SEED,
    forbids: rulings.filter(({ ruling }) => ruling === "forbidden").map(toPair),
    previous: await previousPairs(tx, { schoolId, students, mode }),
    placesPerSeat,
    suggestionsLeft: await leftToSuggest(tx, { schoolId, students, held, most: livePursuitLimit }),
    standing,
  };
  return { ...inputOfKind(shared, mode), weights: evidence.context.weights };
}

const isAt =
  ({ listingId }: PlacementEvidence) =>
  (match: { listing_id: string }) =>
    match.listing_id === listingId;

/** An approval that waits for its undo window will take a place; a plan must not give it to somebody else. */
function withoutPlaces(placement: PlacementEvidence, count: number): PlacementEvidence {
  return { ...placement, openPursuitPlaces: placement.openPursuitPlaces - count };
}

/** Nor a second one to the student who has it: the pair is as good as pursued. */
function withWaiting(
  student: StudentEvidence,
  held: readonly { student_id: string; listing_id: string }[],
): StudentEvidence {
  const own = held.flatMap((match) => (match.student_id === student.id ? match.listing_id : []));
  if (own.length === 0) return student;
  return { ...student, currentSeatListingIds: [...new Set([...student.currentSeatListingIds, ...own])] };
}

/** What each student with anything live may still be suggested, counted as an approval counts it when it is given. */
async function leftToSuggest(
  tx: ScopeTx,
  given: { schoolId: string; students: readonly StudentEvidence[]; held: readonly HeldMatch[]; most: number },
): Promise<Record<string, number>> {
  const { schoolId, students, held, most } = given;
  const live = (await listPursuitRows(tx, { schoolId })).filter(({ state }) => state !== "accepted");
  const waiting = held.filter(({ held_as }) => held_as === "suggested");
  const counts = groupBy([...live, ...waiting], ({ student_id }) => student_id);
  return Object.fromEntries(
    students.flatMap(({ id }) => {
      const count = counts.get(id)?.length ?? 0;
      return count > 0 ? [[id, Math.max(0, most - count)]] : [];
    }),
  );
}

/** States of a pursuit in which a seat is held, not just a place. */
const SEATED = ["offered", "accepted"];

/** Live pursuits past the request, and approvals that wait for their undo window. */
export async function placesInView(tx: ScopeTx, schoolId: string): Promise<PlaceInView[]> {
  return placesBeside(tx, { schoolId, held: await listHeldMatches(tx, { schoolId }) });
}

/** The same beside approvals that were read before. */
async function placesBeside(
  tx: ScopeTx,
  { schoolId, held }: { schoolId: string; held: readonly HeldMatch[] },
): Promise<PlaceInView[]> {
  const pursued = (await listPursuitRows(tx, { schoolId }))
    .filter(({ state }) => state !== "requested")
    .map((row) => ({ ...toPair(row), seated: SEATED.includes(row.state) }));
  const keys = new Set(pursued.map(({ studentId, listingId }) => `${studentId} ${listingId}`));
  const waiting = held.filter((row) => !keys.has(`${row.student_id} ${row.listing_id}`));
  return [...pursued, ...waiting.map((row) => ({ ...toPair(row), seated: false }))];
}

/** The pairs of the plan on the board, of students who are here; for a slate with their rounds, while what the plan was is kept. */
async function previousPairs(
  tx: ScopeTx,
  { schoolId, students, mode }: { schoolId: string; students: PlanInput["students"]; mode: Mode },
): Promise<PreviousPair[]> {
  const finished = await findNewestRun(tx, { schoolId, state: "finished" });
  if (!finished) return [];
  const here = new Set(students.map(({ id }) => id));
  const pairs = await listMatchPairs(tx, { schoolId, runId: finished.id });
  const previous = pairs.filter(({ student_id }) => here.has(student_id)).map(toPair);
  return mode === "slate" ? withRounds(tx, previous, { schoolId, runId: finished.id }) : previous;
}

async function withRounds(
  tx: ScopeTx,
  pairs: readonly PairIds[],
  run: { schoolId: string; runId: string },
): Promise<PreviousPair[]> {
  const snapshot = await findMatchSnapshot(tx, run);
  const { assignments } = snapshot ? (JSON.parse(snapshot.plan) as Plan) : { assignments: [] };
  const rounds = new Map(assignments.map(({ studentId, listingId, round }) => [`${studentId} ${listingId}`, round]));
  return pairs.map((pair) => {
    const round = rounds.get(`${pair.studentId} ${pair.listingId}`);
    return { ...pair, ...(round !== undefined && { round }) };
  });
}
