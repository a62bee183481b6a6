import type { InstanceFault, InstanceTable } from "./instance";

/**
 * The first lock that cannot be kept: one more than a student may have placements, also forbidden, not a pair, or beyond the
 * seats.
 */
export function lockFault(table: InstanceTable, perStudent: number): InstanceFault | null {
  const { locks, forbids, seats, placements } = table;
  if (locks.length === 0) return null;
  const width = placements.ids.length;
  const forbidden = new Set(forbids.map(({ student, place }) => student * width + place));
  const eligible = isPair(table);
  const locksOf = new Map<number, number>();
  const taken = new Int32Array(width);
  for (const [at, { student, place }] of locks.entries()) {
    const before = locksOf.get(student) ?? 0;
    if (before >= perStudent)
      return {
        pointer: `/locks/${at}/student`,
        problem: before === 1 ? "has a lock already" : `has ${before} locks already`,
      };
    locksOf.set(student, before + 1);
    if (forbidden.has(student * width + place)) return { pointer: `/locks/${at}`, problem: "is forbidden as well" };
    if (!eligible(student, place)) return { pointer: `/locks/${at}`, problem: "is not a pair" };
    taken[place] = (taken[place] as number) + 1;
    if ((taken[place] as number) > (seats[place] as number))
      return { pointer: `/locks/${at}/placement`, problem: `has ${seats[place]} seats, and more locks` };
  }
  return null;
}

function isPair({ pairs, students, placements, locks }: InstanceTable): (student: number, place: number) => boolean {
  if (!pairs)
    return (student, place) =>
      (students.rankings[student] ?? []).some((tier) => tier.includes(place)) &&
      (placements.rankings[place] ?? []).some((tier) => tier.includes(student));
  const width = placements.ids.length;
  const wanted = new Set(locks.map(({ student, place }) => student * width + place));
  const found = new Set<number>();
  for (let at = 0; at < pairs.student.length; at += 1) {
    const key = (pairs.student[at] as number) * width + (pairs.place[at] as number);
    if (wanted.has(key)) found.add(key);
  }
  return (student, place) => found.has(student * width + place);
}
