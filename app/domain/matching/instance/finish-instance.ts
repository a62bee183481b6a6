import { type Mode, placementsEach } from "../mode";
import type { InstanceFault, InstanceTable, PairColumns, PairOfIds, Participants, Positions } from "./instance";
import type { InstanceBuilder, Names } from "./instance-builder";
import { intsOf } from "./int-column";
import { lockFault } from "./lock-fault";
import { tiersOf } from "./ranking-tiers";

export type Checked<Value> = { ok: true; value: Value } | { ok: false; fault: InstanceFault };

/**
 * Checks what an instance refers to, and that a plan of the mode can keep its locks, and returns it in columns; the first
 * fault otherwise. Nothing is guessed.
 */
export function finishInstance(builder: InstanceBuilder, mode: Mode): Checked<InstanceTable> {
  for (const section of ["students", "placements"] as const)
    if (!builder.seen.has(section)) return faulty({ pointer: `/${section}`, problem: "is missing" });
  const students = participantsOf(builder.students, { others: builder.placements, section: "students" });
  if (!students.ok) return students;
  const placements = participantsOf(builder.placements, { others: builder.students, section: "placements" });
  if (!placements.ok) return placements;
  const sides = { students: students.value, placements: placements.value };
  const pairs = builder.seen.has("pairs") ? pairColumnsOf(builder, sides) : withoutPairs(sides, mode);
  if (!pairs.ok) return pairs;
  const locks = positionsOf(builder.locks, sides, "locks");
  if (!locks.ok) return locks;
  const forbids = positionsOf(builder.forbids, sides, "forbids");
  if (!forbids.ok) return forbids;
  const table: InstanceTable = {
    ...sides,
    seats: Int32Array.from(builder.seats),
    pairs: pairs.value,
    locks: locks.value,
    forbids: forbids.value,
  };
  const fault = lockFault(table, placementsEach(mode));
  return fault ? faulty(fault) : { ok: true, value: table };
}

type Sides = Pick<InstanceTable, "students" | "placements">;

function faulty(fault: InstanceFault): { ok: false; fault: InstanceFault } {
  return { ok: false, fault };
}

function participantsOf(
  { ids, positions, rankings }: Names,
  { others, section }: { others: Names; section: "students" | "placements" },
): Checked<Participants> {
  const tiers: Participants["rankings"][number][] = [];
  for (const [at, ranking] of rankings.entries()) {
    const ranked = ranking && tiersOf(ranking, { positions: others.positions, pointer: `/${section}/${at}/ranking` });
    if (ranked && !ranked.ok) return ranked;
    tiers.push(ranked?.value ?? null);
  }
  return { ok: true, value: { ids, positions, rankings: tiers } };
}

/** Without pairs only rankings can say who may be paired, so everybody needs one; they say nothing to a mode that weighs. */
function withoutPairs({ students, placements }: Sides, mode: Mode): Checked<PairColumns | null> {
  if (mode !== "stable") {
    const isEmpty = students.ids.length === 0 || placements.ids.length === 0;
    return isEmpty
      ? { ok: true, value: NO_PAIRS }
      : faulty({ pointer: "/pairs", problem: `is missing: ${mode} needs weights` });
  }
  for (const [section, { rankings }] of Object.entries({ students, placements })) {
    const at = rankings.indexOf(null);
    if (at >= 0) return faulty({ pointer: `/${section}/${at}/ranking`, problem: "is missing, and there are no pairs" });
  }
  return { ok: true, value: null };
}

/** All that there can be where nobody is on one side. */
const NO_PAIRS: PairColumns = { student: new Int32Array(), place: new Int32Array(), weight: new Int32Array() };

function pairColumnsOf(builder: InstanceBuilder, { students, placements }: Sides): Checked<PairColumns> {
  const ids = [...builder.pairIds.keys()];
  const asStudent = Int32Array.from(ids, (id) => students.positions.get(id) ?? -1);
  const asPlace = Int32Array.from(ids, (id) => placements.positions.get(id) ?? -1);
  const student = intsOf(builder.pairStudent);
  const place = intsOf(builder.pairPlace);
  for (let at = 0; at < student.length; at += 1) {
    const s = asStudent[student[at] as number] as number;
    const p = asPlace[place[at] as number] as number;
    if (s < 0) return faulty(unknownId(`/pairs/${at}/student`, ids[student[at] as number]));
    if (p < 0) return faulty(unknownId(`/pairs/${at}/placement`, ids[place[at] as number]));
    student[at] = s;
    place[at] = p;
  }
  const twice = firstRepeat({ student, place }, { students: students.ids.length, placements: placements.ids.length });
  if (twice >= 0) return faulty({ pointer: `/pairs/${twice}`, problem: "stands twice" });
  return { ok: true, value: { student, place, weight: intsOf(builder.pairWeight) } };
}

/** The first pair that was there before, -1 for none; in time of the pairs. */
function firstRepeat(
  { student, place }: Pick<PairColumns, "student" | "place">,
  sizes: { students: number; placements: number },
): number {
  const last = new Int32Array(sizes.students).fill(-1);
  const before = new Int32Array(student.length);
  for (let at = 0; at < student.length; at += 1) {
    before[at] = last[student[at] as number] as number;
    last[student[at] as number] = at;
  }
  const seenAt = new Int32Array(sizes.placements).fill(-1);
  let first = -1;
  for (let s = 0; s < sizes.students; s += 1) {
    for (let at = last[s] as number; at >= 0; at = before[at] as number) {
      // From the last pair of the student to the first: the later of two is the one seen already.
      const p = place[at] as number;
      const later = seenAt[p] as number;
      if (later >= 0 && student[later] === s && (first < 0 || later < first)) first = later;
      seenAt[p] = at;
    }
  }
  return first;
}

function positionsOf(
  pairs: readonly PairOfIds[],
  { students, placements }: Sides,
  section: "locks" | "forbids",
): Checked<Positions[]> {
  const found: Positions[] = [];
  const seen = new Set<number>();
  for (const [at, pair] of pairs.entries()) {
    const student = students.positions.get(pair.student);
    const place = placements.positions.get(pair.placement);
    if (student === undefined) return faulty(unknownId(`/${section}/${at}/student`, pair.student));
    if (place === undefined) return faulty(unknownId(`/${section}/${at}/placement`, pair.placement));
    const key = student * placements.ids.length + place;
    if (seen.has(key)) return faulty({ pointer: `/${section}/${at}`, problem: "stands twice" });
    seen.add(key);
    found.push({ student, place });
  }
  return { ok: true, value: found };
}

function unknownId(pointer: string, id: string | undefined): InstanceFault {
  return { pointer, problem: `names nobody: ${JSON.stringify(id)}` };
}
