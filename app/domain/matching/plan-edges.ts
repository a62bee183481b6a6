import { instantMs } from "../time";
import { eligibilityOf, factsOf } from "./eligibility";
import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import { placementsEach } from "./mode";
import { ownRanks, planWeight } from "./own-choice";
import type { PlanInput, UnmatchedStudent } from "./plan-types";
import { compareIds } from "./rank";
import { type PlacementColumns, placementColumnsOf } from "./scorer/placement-columns";
import type { Row } from "./scorer/row";
import { newScorer, type Scorer, scoreRow } from "./scorer/score-row";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";
import { tieKey } from "./tie-key";

/** A student's ways into the plan: eligible listings, by id. */
export interface StudentWays {
  student: StudentEvidence;
  edges: ListingEdge[];
}

/** The same, or what rules out every one. */
export interface StudentEdges extends StudentWays {
  /** Empty for a student who has a way. */
  failing: UnmatchedStudent["failing"];
}

export interface ListingEdge {
  listingId: string;
  weight: number;
  forStudent: number;
  forPlacement: number;
  /** Whether the pair was in the plan before. */
  kept: boolean;
  /** The only round of a slate in which that counts; absent where it counts in any. */
  keptIn?: number;
}

/** Whether an edge counts as kept in a round of a slate, from 1. */
export function isKeptIn({ kept, keptIn }: Pick<ListingEdge, "kept" | "keptIn">, round: number): boolean {
  return kept && (keptIn === undefined || keptIn === round);
}

/** Seats a plan may fill: open seats for which a pursuit place is open; in a slate pursuit places; none while unpublished. */
export function capacityOf(
  { published, openSeats, openPursuitPlaces }: PlacementEvidence,
  mode: PlanInput["mode"] = "balanced",
): number {
  if (!published) return 0;
  if (mode === "slate") return openSeats > 0 ? Math.max(0, openPursuitPlaces) : 0;
  return Math.max(0, Math.min(openSeats, openPursuitPlaces));
}

/** How many placements a student may have in this plan. */
export function mostEach({ mode, perStudent }: Pick<PlanInput, "mode" | "perStudent">): number {
  return mode === "slate" ? (perStudent ?? placementsEach(mode)) : 1;
}

/** Students who have been at the school longer come first, then by the seeded key, then by id. */
export function inTieOrder(students: readonly StudentEvidence[], seed: number): StudentEvidence[] {
  return students
    .map((student) => ({ student, since: instantMs(student.waitingSince), key: tieKey(seed, student.id) }))
    .sort((a, b) => a.since - b.since || a.key - b.key || compareIds(a.student.id, b.student.id))
    .map(({ student }) => student);
}

/** Lowest weight of the pairs that stay, infinite without. */
export function ceilingOf(staying: readonly { weight: number | null }[]): number {
  return staying.reduce((least, { weight }) => Math.min(least, weight ?? least), Number.POSITIVE_INFINITY);
}

/** How many placements each student has by locks and approvals. */
export function fixedCounts({ locks, approved }: PlanInput): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { studentId } of [...(approved ?? []), ...(locks ?? [])])
    counts.set(studentId, (counts.get(studentId) ?? 0) + 1);
  return counts;
}

/** Students for whom the plan looks: looking now, and not held by as many locks and approvals as they may have placements. */
function studentsToPlace(input: PlanInput): StudentEvidence[] {
  const fixed = fixedCounts(input);
  const most = mostEach(input);
  const optedOut = new Set(input.optedOutStudentIds ?? []);
  return input.students.filter(({ id }) => (fixed.get(id) ?? 0) < most && !optedOut.has(id));
}

/** Seats that locks leave, by listing. Approved pairs are not among the open seats any more. */
export function seatsLeft({ placements, locks, mode }: PlanInput): Map<string, number> {
  const seats = new Map(placements.map((placement) => [placement.listingId, capacityOf(placement, mode)]));
  for (const { listingId } of locks ?? []) seats.set(listingId, (seats.get(listingId) ?? 0) - 1);
  return seats;
}

/** The rows of everybody the plan looks for, in the order in which ties are broken. */
export function rowsOf(input: PlanInput): StudentEdges[] {
  const standing = standingIn(input);
  const columns = placementColumnsOf(input.placements, input.context);
  return waysIn(input, { columns, standing }).map(({ student, edges }) => ({
    student,
    edges,
    failing: edges.length === 0 ? failingOf(student, input, standing(student)) : {},
  }));
}

/**
 * The same without what rules out whom, which takes longer to say than the ways themselves. Columns are those of the input's
 * placements and context; whoever asks of the same ones again may hand them on.
 */
export function waysOf(input: PlanInput, columns = placementColumnsOf(input.placements, input.context)): StudentWays[] {
  return waysIn(input, { columns, standing: standingIn(input) });
}

interface Judging {
  columns: PlacementColumns;
  standing: (student: StudentEvidence) => Standing;
}

function waysIn(input: PlanInput, { columns, standing }: Judging): StudentWays[] {
  const scorer = newScorer(columns);
  return inTieOrder(studentsToPlace(input), input.seed).map((student) => ({
    student,
    edges: edgesOf(scorer, student, standing(student)),
  }));
}

/** The listings that the input names for one student. */
interface Said {
  forbidden: Set<string>;
  /** With the round, 0 where none is known. */
  before: Map<string, number>;
  fixed: Set<string>;
}

/** With whether the student may get nothing that they have not asked for. */
interface Standing extends Said {
  hasMost: boolean;
}

function standingIn(input: PlanInput): (student: StudentEvidence) => Standing {
  const said = saidOfPairs(input);
  return (student) => ({
    ...(said.get(student.id) ?? NOTHING_SAID),
    hasMost: suggestionsLeft(input, student) <= 0,
  });
}

const NOTHING_SAID = nothingSaid();

function nothingSaid(): Said {
  return { forbidden: new Set(), before: new Map(), fixed: new Set() };
}

function saidOfPairs({ forbids = [], previous = [], locks = [], approved = [] }: PlanInput): Map<string, Said> {
  const said = new Map<string, Said>();
  const ofStudent = ({ studentId }: PairIds) => {
    const own = said.get(studentId) ?? nothingSaid();
    said.set(studentId, own);
    return own;
  };
  for (const pair of forbids) ofStudent(pair).forbidden.add(pair.listingId);
  for (const pair of previous) ofStudent(pair).before.set(pair.listingId, pair.round ?? 0);
  for (const pair of [...locks, ...approved]) ofStudent(pair).fixed.add(pair.listingId);
  return said;
}

/** Scores a student with every listing that is not forbidden, may be theirs and is not so already, by listing id. */
function edgesOf(scorer: Scorer, student: StudentEvidence, said: Standing): ListingEdge[] {
  const { placements, rank, context } = scorer.columns;
  const ranks = ownRanks(student, context);
  const row = scoreRow(scorer, student);
  const edges: ListingEdge[] = [];
  for (const at of inRankOrder(row, rank)) {
    const listingId = placements[row.place[at] as number]?.listingId as string;
    if (said.fixed.has(listingId) || said.forbidden.has(listingId)) continue;
    if (said.hasMost && isSuggestion(student, listingId)) continue;
    const forStudent = row.forStudent[at] as number;
    const forPlacement = row.forPlacement[at] as number;
    const weight = planWeight({ forStudent, forPlacement }, ranks.get(listingId) ?? 0);
    const round = said.before.get(listingId);
    const edge: ListingEdge = { listingId, weight, forStudent, forPlacement, kept: round !== undefined };
    if (round) edge.keptIn = round;
    edges.push(edge);
  }
  return edges;
}

/** The positions of a row by the rank of their placements; nothing is sorted where the placements stand in it. */
function inRankOrder({ count, place }: Row, rank: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  const rankAt = (at: number) => rank[place[at] as number] as number;
  const isSorted = order.every((at) => at === 0 || rankAt(at - 1) < rankAt(at));
  return isSorted ? order : order.sort((a, b) => rankAt(a) - rankAt(b));
}

/** What rules out the listings of a student who has no way into the plan. */
function failingOf(
  student: StudentEvidence,
  { placements, context }: PlanInput,
  said: Standing,
): StudentEdges["failing"] {
  const failing: StudentEdges["failing"] = {};
  const fail = (code: keyof typeof failing) => {
    failing[code] = (failing[code] ?? 0) + 1;
  };
  for (const placement of placements) {
    if (said.fixed.has(placement.listingId)) continue;
    const { eligible, blockers } = eligibilityOf(student, placement, factsOf(student, placement, context));
    for (const { code } of blockers) fail(code);
    if (!eligible) continue;
    if (said.forbidden.has(placement.listingId)) fail("forbidden_by_staff");
    else if (said.hasMost) fail("has_most_live");
  }
  return failing;
}
