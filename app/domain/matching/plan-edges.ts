import { instantMs } from "../time";
import { eligibilityOf, factsOf } from "./eligibility";
import type { PairIds, PlacementEvidence, StudentEvidence } from "./evidence";
import { placementsEach } from "./mode";
import type { PlanInput, UnmatchedStudent } from "./plan-types";
import { compareIds } from "./rank";
import { planWeight } from "./score";
import { placementColumnsOf } from "./scorer/placement-columns";
import { newScorer, type Scorer, scoreRow } from "./scorer/score-row";
import { isSuggestion, suggestionsLeft } from "./suggestions-left";
import { tieKey } from "./tie-key";

/** A student's way into the plan: eligible listings, or what rules out every one. */
export interface StudentEdges {
  student: StudentEvidence;
  edges: ListingEdge[];
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

/** Students who wait longer come first, then by the seeded key, then by id. */
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
export function studentsToPlace(input: PlanInput): StudentEvidence[] {
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
  const said = saidOfPairs(input);
  const scorer = newScorer(placementColumnsOf(input.placements, input.context));
  return inTieOrder(studentsToPlace(input), input.seed).map((student) => {
    const hasMost = suggestionsLeft(input, student) <= 0;
    const own = { ...(said.get(student.id) ?? NOTHING_SAID), hasMost };
    const edges = edgesOf(scorer, student, own);
    return { student, edges, failing: edges.length === 0 ? failingOf(student, input, own) : {} };
  });
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
function edgesOf(scorer: Scorer, student: StudentEvidence, said: Standing): StudentEdges["edges"] {
  const { placements, rank } = scorer.columns;
  const row = scoreRow(scorer, student);
  const edges: (ListingEdge & { rank: number })[] = [];
  for (let at = 0; at < row.count; at += 1) {
    const p = row.place[at] as number;
    const listingId = placements[p]?.listingId as string;
    if (said.fixed.has(listingId) || said.forbidden.has(listingId)) continue;
    if (said.hasMost && isSuggestion(student, listingId)) continue;
    const scores = { forStudent: row.forStudent[at] as number, forPlacement: row.forPlacement[at] as number };
    const round = said.before.get(listingId);
    const kept = { kept: round !== undefined, ...(round && { keptIn: round }) };
    edges.push({ listingId, weight: planWeight(scores), ...scores, ...kept, rank: rank[p] as number });
  }
  edges.sort((a, b) => a.rank - b.rank);
  return edges.map(({ rank: _, ...edge }) => edge);
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
