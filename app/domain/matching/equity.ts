import { groupBy } from "../group-by";
import { factsOf } from "./eligibility";
import type { PlacementEvidence, StudentEvidence } from "./evidence";
import type { OpenPlan } from "./open-plan";
import { fitOfWeight } from "./own-choice";
import { topChoicesIn } from "./plan-review";
import type { PlanInput, PlannedPair } from "./plan-types";
import { compareIds } from "./rank";
import { bestPairs } from "./run-figures";
import { rowsToHide, SMALLEST_CELL } from "./small-cells";

export const EQUITY_GROUPINGS = ["grade", "area", "language"] as const;
export type EquityGrouping = (typeof EQUITY_GROUPINGS)[number];
/** Groups of fewer than ten, put together. */
export const OTHERS = "others";
export const NOT_SAID = "not_said";

/** So many of so many; null where it would point at somebody. */
export type Rate = { count: number; of: number } | null;

export interface EquityRow {
  group: string;
  students: number;
  /** With a place in the plan. */
  placed: Rate;
  /** With the place dearest to them, of those the plan could give one. */
  topChoice: Rate;
  /**
   * Middle fit, as plans are compared by, and minutes one way of those with a place. Null under ten, and where a number
   * would say how many have a place although `placed` is hidden, or for how few of them it is not known.
   */
  medianFit: number | null;
  medianMinutes: number | null;
}

export interface Equity {
  /** Null when fewer than ten students are in the plan. */
  all: EquityRow | null;
  /** None when all together are the only group that may show. */
  groups: EquityRow[];
}

interface Member {
  group: string;
  placed: boolean;
  topChoice: boolean | null;
  fit: number | null;
  minutes: number | null;
}

/**
 * How a plan treats groups of the students it looked for. It looks back at a finished plan: nothing here is an input of any
 * score. No cell of one to nine people shows, nor can be found from the cells and totals that do.
 */
export function equityOf(plan: OpenPlan, by: EquityGrouping): Equity {
  const members = membersOf(plan, by);
  if (members.length < SMALLEST_CELL) return { all: null, groups: [] };
  const groups = withoutSmallGroups(members);
  const placed = ratesOf(groups, ({ placed }) => placed);
  const topChoice = ratesOf(
    groups,
    (member) => member.topChoice,
    ({ placed }) => placed,
  );
  const medianFit = mediansOf(groups, ({ fit }) => fit);
  const medianMinutes = mediansOf(groups, ({ minutes }) => minutes);
  const rowOf = (group: string, own: readonly Member[]): EquityRow => ({
    group,
    students: own.length,
    placed: placed(group),
    topChoice: placed(group) && topChoice(group),
    medianFit: placed(group) && medianFit(group, own),
    medianMinutes: placed(group) && medianMinutes(group, own),
  });
  return {
    all: rowOf(ALL, members),
    groups: groups.size < 2 ? [] : [...groups].map(([group, own]) => rowOf(group, own)),
  };
}

const ALL = "all";

function membersOf({ input, plan }: OpenPlan, by: EquityGrouping): Member[] {
  const resting = new Set(input.optedOutStudentIds);
  const topChoices = topChoicesIn(plan, input);
  const pairOf = bestPairs(plan.assignments);
  const placements = new Map(input.placements.map((placement) => [placement.listingId, placement]));
  return input.students
    .filter(({ id }) => !resting.has(id))
    .map((student) => ({
      group: groupOf(student, by),
      placed: pairOf.has(student.id),
      topChoice: topChoices.get(student.id) ?? null,
      fit: fitOf(pairOf.get(student.id)),
      minutes: minutesOf(student, { pair: pairOf.get(student.id), placements, context: input.context }),
    }));
}

function fitOf(pair: PlannedPair | undefined): number | null {
  return pair?.weight == null ? null : fitOfWeight(pair.weight);
}

/** Languages are those beside English; who speaks several is counted with the first of the alphabet, so that groups add up. */
function groupOf({ grade, areaId, languages }: StudentEvidence, by: EquityGrouping): string {
  if (by === "grade") return String(grade);
  if (by === "area") return areaId ?? NOT_SAID;
  return [...languages].sort().find((language) => language !== "en") ?? languages[0] ?? NOT_SAID;
}

function minutesOf(
  student: StudentEvidence,
  given: {
    pair: PlannedPair | undefined;
    placements: ReadonlyMap<string, PlacementEvidence>;
    context: PlanInput["context"];
  },
): number | null {
  const placement = given.pair && given.placements.get(given.pair.listingId);
  return (placement && factsOf(student, placement, given.context).travel?.minutes) ?? null;
}

/** Groups by name, those under ten put together; when they are too few even so, the smallest of the others joins them. */
function withoutSmallGroups(members: readonly Member[]): Map<string, Member[]> {
  const groups = [...groupBy(members, ({ group }) => group)].sort(
    ([a, own], [b, other]) => own.length - other.length || compareIds(a, b),
  );
  const others: Member[] = [];
  while (groups[0] && (groups[0][1].length < SMALLEST_CELL || (others.length > 0 && others.length < SMALLEST_CELL)))
    others.push(...(groups.shift()?.[1] ?? []));
  const shown = groups.sort(([a], [b]) => compareGroups(a, b));
  return new Map(others.length > 0 ? [...shown, [OTHERS, others]] : shown);
}

/** Grades by number, the rest by id. */
function compareGroups(a: string, b: string): number {
  return Number(a) - Number(b) || compareIds(a, b);
}

const ANSWERS: readonly (boolean | null)[] = [true, false, null];
type Question = (member: Member) => boolean | null;

/**
 * A rate of each group and of all: yes among those to whom the question applies. Its counts stand in one row with those of
 * `beside`, so a rate shows only where nobody is left of the two taken together, or ten: else one count less the other would
 * say how few have, for instance, a place that is not the dearest to them.
 */
function ratesOf(groups: ReadonlyMap<string, readonly Member[]>, ask: Question, beside: Question = () => null) {
  const partsOf = (own: readonly Member[]) =>
    ANSWERS.flatMap((answer) =>
      ANSWERS.map((other) => own.filter((one) => ask(one) === answer && beside(one) === other).length),
    );
  const { hidden, allHidden } = rowsToHide(new Map([...groups].map(([group, own]) => [group, partsOf(own)])));
  return (group: string): Rate => {
    if (group === ALL ? allHidden : hidden.has(group)) return null;
    const own = group === ALL ? [...groups.values()].flat() : (groups.get(group) ?? []);
    const count = own.filter((one) => ask(one) === true).length;
    return { count, of: count + own.filter((one) => ask(one) === false).length };
  };
}

/** The middle value of those with a place whose value is known; only where it may be told of how many of them it is known. */
function mediansOf(groups: ReadonlyMap<string, readonly Member[]>, read: (member: Member) => number | null) {
  const known = ratesOf(groups, (member) => (member.placed ? read(member) !== null : null));
  return (group: string, own: readonly Member[]): number | null => (known(group) ? medianOf(own.map(read)) : null);
}

/** Of an even number the lower one of the two; null for nobody. */
function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return known[Math.floor((known.length - 1) / 2)] ?? null;
}
