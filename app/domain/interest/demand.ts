import { SMALLEST_CELL } from "../matching/small-cells";

/** Students who like an interest, against the open seats that offer it. */
export interface InterestDemand {
  interestId: string;
  students: number;
  /** Of those, the keen and the committed. */
  keen: number;
  seats: number;
}

/**
 * The same as it may leave the school: at least so many, in tens; null where a count would point at fewer than ten. In tens,
 * because who reads the list again next week would learn from exact numbers who has come in between.
 */
export interface ToldDemand {
  interestId: string;
  students: number | null;
  keen: number | null;
  seats: number;
}

interface Counts {
  likes: Readonly<Record<string, number>>;
  keen: Readonly<Record<string, number>>;
  seats: Readonly<Record<string, number>>;
}

/** Every interest that somebody likes or a seat offers: where seats lack most first, then by name. */
export function demandOf({ likes, keen, seats }: Counts): InterestDemand[] {
  const ids = [...new Set([...Object.keys(likes), ...Object.keys(seats)])];
  return ids
    .map((interestId) => ({
      interestId,
      students: likes[interestId] ?? 0,
      keen: keen[interestId] ?? 0,
      seats: seats[interestId] ?? 0,
    }))
    .sort((a, b) => b.students - b.seats - (a.students - a.seats) || (a.interestId < b.interestId ? -1 : 1));
}

/** A count as it may leave the school, as "at least so many" in tens: none under ten does, not even that there is nobody. */
export const toldCount = (count: number): number | null =>
  count < SMALLEST_CELL ? null : Math.floor(count / SMALLEST_CELL) * SMALLEST_CELL;

/**
 * Demand as it may leave the school. An interest without a seat and with fewer than ten students is left out, whether
 * somebody likes it or nobody. The keen are part of the students: where so few are not keen that the difference would
 * point at them, their number stays at home too. Ordered by what is told, so that the order tells nothing more.
 */
export function toldDemandOf(demand: readonly InterestDemand[]): ToldDemand[] {
  return demand
    .map(({ interestId, students, keen, seats }) => {
      const told = toldCount(students);
      const others = students - keen;
      return {
        interestId,
        students: told,
        keen: told === null || (others > 0 && others < SMALLEST_CELL) ? null : toldCount(keen),
        seats,
      };
    })
    .filter(({ students, seats }) => students !== null || seats > 0)
    .sort(
      (a, b) => (b.students ?? 0) - b.seats - ((a.students ?? 0) - a.seats) || (a.interestId < b.interestId ? -1 : 1),
    );
}
