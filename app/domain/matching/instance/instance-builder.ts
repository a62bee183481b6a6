import { LARGEST_WEIGHT } from "../solver/graph";
import type { InstanceFault, PairOfIds, Ranking } from "./instance";
import { type IntColumn, intColumn, pushInt } from "./int-column";

export const SECTIONS = ["students", "placements", "pairs", "locks", "forbids"] as const;
export type Section = (typeof SECTIONS)[number];

/** An instance on its way in: elements one by one, sections in any order, so a file need not fit into memory as objects. */
export interface InstanceBuilder {
  seen: Set<Section>;
  students: Names;
  placements: Names;
  seats: number[];
  /** Ids of pairs as numbers, because a pair may come before its student. */
  pairIds: Map<string, number>;
  pairStudent: IntColumn;
  pairPlace: IntColumn;
  pairWeight: IntColumn;
  locks: PairOfIds[];
  forbids: PairOfIds[];
}

export interface Names {
  ids: string[];
  positions: Map<string, number>;
  rankings: (Ranking | null)[];
}

const LARGEST_SEATS = 1_000_000;

export function newInstanceBuilder(): InstanceBuilder {
  const names = (): Names => ({ ids: [], positions: new Map(), rankings: [] });
  return {
    seen: new Set(),
    students: names(),
    placements: names(),
    seats: [],
    pairIds: new Map(),
    pairStudent: intColumn(),
    pairPlace: intColumn(),
    pairWeight: intColumn(),
    locks: [],
    forbids: [],
  };
}

/** Opens a section; a second one of the same name is a fault. */
export function openSection(builder: InstanceBuilder, name: string): InstanceFault | null {
  const section = SECTIONS.find((known) => known === name);
  if (!section) return { pointer: `/${escapePointer(name)}`, problem: `is not one of ${SECTIONS.join(", ")}` };
  if (builder.seen.has(section)) return { pointer: `/${section}`, problem: "stands twice" };
  builder.seen.add(section);
  return null;
}

/** Takes the next element of a section. What it refers to is checked at the end. */
export function addElement(
  builder: InstanceBuilder,
  element: { section: Section; at: number; value: unknown },
): InstanceFault | null {
  const { section, at, value } = element;
  const here = `/${section}/${at}`;
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return { pointer: here, problem: "has to be an object" };
  const fields = value as Record<string, unknown>;
  const unknown = Object.keys(fields).find((name) => !FIELDS[section].includes(name));
  if (unknown !== undefined)
    return { pointer: `${here}/${escapePointer(unknown)}`, problem: `is not one of ${FIELDS[section].join(", ")}` };
  if (section === "students") return addNamed(builder.students, fields, here);
  if (section === "placements") return addPlacement(builder, fields, here);
  return addPair(builder, { section, fields, here });
}

const FIELDS: Readonly<Record<Section, readonly string[]>> = {
  students: ["id", "ranking"],
  placements: ["id", "seats", "ranking"],
  pairs: ["student", "placement", "weight"],
  locks: ["student", "placement"],
  forbids: ["student", "placement"],
};

function addNamed(names: Names, { id, ranking }: Record<string, unknown>, here: string): InstanceFault | null {
  if (!isId(id)) return { pointer: `${here}/id`, problem: missingOr(id, "has to be a text that is not empty") };
  if (names.positions.has(id)) return { pointer: `${here}/id`, problem: `stands twice: ${JSON.stringify(id)}` };
  const fault = ranking === undefined ? null : rankingFault(ranking, `${here}/ranking`);
  if (fault) return fault;
  names.positions.set(id, names.ids.length);
  names.ids.push(id);
  names.rankings.push((ranking as Ranking | undefined) ?? null);
  return null;
}

function addPlacement(builder: InstanceBuilder, fields: Record<string, unknown>, here: string): InstanceFault | null {
  const fault = addNamed(builder.placements, fields, here);
  if (fault) return fault;
  const { seats } = fields;
  if (!Number.isInteger(seats) || (seats as number) < 0 || (seats as number) > LARGEST_SEATS)
    return {
      pointer: `${here}/seats`,
      problem: missingOr(seats, `has to be a whole number from 0 to ${LARGEST_SEATS}`),
    };
  builder.seats.push(seats as number);
  return null;
}

function addPair(
  builder: InstanceBuilder,
  { section, fields, here }: { section: "pairs" | "locks" | "forbids"; fields: Record<string, unknown>; here: string },
): InstanceFault | null {
  const { student, placement, weight } = fields;
  if (!isId(student)) return { pointer: `${here}/student`, problem: missingOr(student, "has to be an id") };
  if (!isId(placement)) return { pointer: `${here}/placement`, problem: missingOr(placement, "has to be an id") };
  if (section !== "pairs") {
    builder[section].push({ student, placement });
    return null;
  }
  if (!Number.isInteger(weight) || Math.abs(weight as number) > LARGEST_WEIGHT)
    return {
      pointer: `${here}/weight`,
      problem: missingOr(weight, `has to be a whole number from -${LARGEST_WEIGHT} to ${LARGEST_WEIGHT}`),
    };
  pushInt(builder.pairStudent, numberOf(builder, student));
  pushInt(builder.pairPlace, numberOf(builder, placement));
  pushInt(builder.pairWeight, weight as number);
  return null;
}

function rankingFault(ranking: unknown, here: string): InstanceFault | null {
  if (!Array.isArray(ranking)) return { pointer: here, problem: "has to be a list" };
  for (const [at, entry] of ranking.entries()) {
    if (isId(entry)) continue;
    if (!Array.isArray(entry) || entry.length === 0)
      return { pointer: `${here}/${at}`, problem: "has to be an id or a list of tied ids" };
    const wrong = entry.findIndex((id) => !isId(id));
    if (wrong >= 0) return { pointer: `${here}/${at}/${wrong}`, problem: "has to be an id" };
  }
  return null;
}

function numberOf({ pairIds }: InstanceBuilder, id: string): number {
  const known = pairIds.get(id);
  if (known !== undefined) return known;
  pairIds.set(id, pairIds.size);
  return pairIds.size - 1;
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function missingOr(value: unknown, problem: string): string {
  return value === undefined ? "is missing" : problem;
}

/** One step of a JSON pointer (RFC 6901, section 3). */
export function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
