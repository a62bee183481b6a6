import type { StudentEvidence } from "../evidence";
import { bitSetOf, listBits, removeBit } from "./bit-set";
import { dayColumn, openColumn, type PlacementColumns } from "./placement-columns";
import { columnFor } from "./remembered";
import type { TravelColumn } from "./travel-columns";

/** The placements a student may be matched with, in rising position; returns how many. Says the same as `eligibilityOf`. */
export function listOpenPlaces(
  columns: PlacementColumns,
  student: StudentEvidence,
  { way, wayKey, limitMinutes, into }: { way: TravelColumn; wayKey: string; limitMinutes: number; into: Int32Array },
): number {
  const { minutes, lenient } = way;
  const open = openColumn(columns, student);
  const fits = dayColumn(columns, student).fits;
  const reach = columnFor(columns.reach, `${limitMinutes} ${wayKey}`, () =>
    bitSetOf(minutes.length, (p) => lenient[p] === 1 || (minutes[p] as number) <= limitMinutes),
  );
  const bits = columns.room;
  for (let word = 0; word < bits.length; word += 1)
    bits[word] = (open[word] as number) & (fits[word] as number) & (reach[word] as number);
  for (const id of student.currentSeatListingIds) for (const p of columns.listed.get(id) ?? []) removeBit(bits, p);
  for (const id of student.familyForbiddenMentorIds) for (const p of columns.ledBy.get(id) ?? []) removeBit(bits, p);
  return listBits(bits, into);
}
