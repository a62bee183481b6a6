import { done, type Outcome, refused } from "../outcome";
import { seededOrder } from "./instance/seeded-order";
import { proposePlan } from "./plan";
import { capacityOf, ceilingOf, type StudentWays, seatsLeft, waysOf } from "./plan-edges";
import { ENGINES, type Plan, type PlanInput, type PlanRefusal } from "./plan-types";
import { type PlacementColumns, placementColumnsOf } from "./scorer/placement-columns";
import { certificateFaults } from "./solver/certificate";
import { LOWEST } from "./solver/floor";
import { graphOf } from "./solver/graph";
import type { RowEdge } from "./solver/rows";
import { type Warm, type Worth, warmUp, worthOf } from "./solver/warm";
import { isSuggestion, studentsWithMost } from "./suggestions-left";

/**
 * A balanced plan kept ready for questions: who may go where, with weights, and prices that prove it. It stays as it is
 * while questions are asked, and may be kept in memory as long as its input is true.
 */
export interface WarmPlan {
  input: PlanInput;
  plan: Plan;
  /** Every student with every eligible listing, also forbidden ones and those of fixed and resting students. */
  rows: ReadonlyMap<string, StudentWays>;
  /** The listings as the scorer reads them, for rows that are judged anew. */
  columns: PlacementColumns;
  studentAt: ReadonlyMap<string, number>;
  listingAt: ReadonlyMap<string, number>;
  studentIds: readonly string[];
  listingIds: readonly string[];
  /** Listing of each student in the plan. */
  listingOf: ReadonlyMap<string, string>;
  warm: Warm;
}

export type WarmRefusal = PlanRefusal | "not_balanced" | "plan_not_best";

/** Opens a plan for questions, the one given or the one its input makes. Refuses one that is not the best of its input. */
export function openWarmPlan(input: PlanInput, given?: Plan): Outcome<WarmPlan, WarmRefusal> {
  if ((input.mode ?? "balanced") !== "balanced" || (given && given.engine !== ENGINES.balanced))
    return refused("not_balanced");
  const proposed = given ? done(given) : proposePlan(input);
  if (!proposed.ok) return proposed;
  const plan = proposed.value;
  const columns = placementColumnsOf(input.placements, input.context);
  const rows = new Map(wideRows(input, columns).map((row) => [row.student.id, row]));
  const studentIds = [...rows.keys()];
  const left = seatsLeft(input);
  const { ids: listingIds } = seededOrder([...left.keys()], input.seed);
  const places = {
    input,
    plan,
    rows,
    columns,
    studentIds,
    studentAt: new Map(studentIds.map((id, at) => [id, at])),
    listingIds,
    listingAt: new Map(listingIds.map((id, at) => [id, at])),
    listingOf: new Map(plan.assignments.map(({ studentId, listingId }) => [studentId, listingId])),
  };
  const warm = warmOf(places, left);
  return certificateFaults(warm.standing).length > 0 ? refused("plan_not_best") : done({ ...places, warm });
}

/** Rows without regard to locks, approvals, rest, forbids and limits of students: what may be opened again. */
export function wideRows(input: PlanInput, columns?: PlacementColumns): StudentWays[] {
  const nothing = { locks: [], approved: [], optedOutStudentIds: [], forbids: [], previous: [], suggestionsLeft: {} };
  return waysOf({ ...input, ...nothing }, columns);
}

/** Which pairs a plan may use: whether a student is to be placed at all, and may go there. */
export function openPairs(input: PlanInput) {
  const waysOf = openWays(input);
  return (studentId: string, listingId: string) => waysOf(studentId)?.(listingId) ?? false;
}

/** The same of one student after the other: whether a listing is open to them, null where none is. */
export function openWays(input: PlanInput): (studentId: string) => ((listingId: string) => boolean) | null {
  const { locks = [], approved = [], optedOutStudentIds = [], forbids = [] } = input;
  const shut = new Set([...locks, ...approved].map(({ studentId }) => studentId));
  for (const id of optedOutStudentIds) shut.add(id);
  const forbidden = new Map<string, Set<string>>();
  for (const { studentId, listingId } of forbids)
    forbidden.set(studentId, (forbidden.get(studentId) ?? new Set()).add(listingId));
  const full = new Map(studentsWithMost(input).map((student) => [student.id, student]));
  return (studentId) => {
    if (shut.has(studentId)) return null;
    const [hasMost, out] = [full.get(studentId), forbidden.get(studentId)];
    return (listingId) => !(hasMost !== undefined && isSuggestion(hasMost, listingId)) && !out?.has(listingId);
  };
}

/** The open pairs of a student as the solver counts them. */
export function rowEdges(
  { student, edges }: StudentWays,
  from: Pick<WarmPlan, "listingAt" | "listingOf"> & { worth: Worth; isOpen: ReturnType<typeof openPairs> },
): RowEdge[] {
  const own = from.listingOf.get(student.id);
  const row: RowEdge[] = [];
  for (const { listingId, weight } of edges) {
    const place = from.listingAt.get(listingId);
    if (place === undefined || !from.isOpen(student.id, listingId)) continue;
    row.push({ place, weight, value: worthOf(from.worth, { weight, kept: listingId === own }) });
  }
  return row;
}

function warmOf(places: Omit<WarmPlan, "warm">, seats: ReadonlyMap<string, number>): Warm {
  const { input, plan, rows, listingAt, listingIds } = places;
  const isOpen = openPairs(input);
  const edges = [...rows.values()].flatMap(({ student, edges: own }, at) =>
    own.map(({ listingId, weight }) => ({
      student: at,
      place: listingAt.get(listingId) as number,
      weight: isOpen(student.id, listingId) ? weight : LOWEST,
    })),
  );
  const columns = {
    student: Int32Array.from(edges, ({ student }) => student),
    place: Int32Array.from(edges, ({ place }) => place),
    weight: Int32Array.from(edges, ({ weight }) => weight),
  };
  const proposed = plan.assignments.filter(({ origin }) => origin === "proposed");
  const placeOf = new Map(proposed.map(({ studentId, listingId }) => [studentId, listingAt.get(listingId) ?? -1]));
  return warmUp({
    graph: graphOf(columns, { students: rows.size, seats: Int32Array.from(listingIds, (id) => seats.get(id) ?? 0) }),
    places: Int32Array.from(rows.keys(), (id) => placeOf.get(id) ?? -1),
    placed: proposed.length,
    floor: plan.certificate?.floor ?? null,
    ceiling: ceilingOf(plan.assignments.filter(({ origin }) => origin !== "proposed")),
    stickiness: input.stickiness ?? 0,
  });
}

/** Whether a change of seats opens a listing to students who could not go there for want of one. */
export function opens(input: PlanInput, after: PlanInput, listingId: string): boolean {
  const has = ({ placements }: PlanInput) =>
    placements.some((one) => one.listingId === listingId && capacityOf(one) > 0);
  return !has(input) && has(after);
}
