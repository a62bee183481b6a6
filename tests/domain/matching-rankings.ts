import fc from "fast-check";
import type { PairOfIds, Ranking } from "~/domain/matching/instance/instance";

export interface RankedInstance {
  students: { id: string; ranking: Ranking }[];
  placements: { id: string; seats: number; ranking: Ranking }[];
}

/** Instances of rankings alone, seats 0 to 3, lists that leave some out. */
export function anyRanked(shape: {
  students: number;
  placements: number;
  ties: "ties" | "strict";
}): fc.Arbitrary<RankedInstance> {
  return fc
    .record({
      n: fc.integer({ min: 0, max: shape.students }),
      m: fc.integer({ min: 1, max: shape.placements }),
      seats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: shape.placements, maxLength: shape.placements }),
      draws: fc.infiniteStream(fc.nat(999_983)),
    })
    .map(({ n, m, seats, draws }) => {
      const draw = (below: number) => (draws.next().value ?? 0) % below;
      const ids = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
      const list = (others: string[]): Ranking => {
        const left = others.filter(() => draw(5) > 0);
        const order: string[][] = [];
        while (left.length > 0) {
          const next = left.splice(draw(left.length), 1);
          const last = order.at(-1);
          if (shape.ties === "ties" && last && draw(3) === 0) last.push(...next);
          else order.push(next);
        }
        return order.map((tier) => (tier.length === 1 ? (tier[0] as string) : tier));
      };
      return {
        students: ids("s", n).map((id) => ({ id, ranking: list(ids("p", m)) })),
        placements: ids("p", m).map((id, at) => ({ id, seats: seats[at] ?? 1, ranking: list(ids("s", n)) })),
      };
    });
}

/** The tier in which somebody stands; after the last for nobody in it. */
export function rankOf(ranking: Ranking, id: string): number {
  const at = ranking.findIndex((tier) => (typeof tier === "string" ? tier === id : tier.includes(id)));
  return at < 0 ? ranking.length : at;
}

export function placeOfStudent(pairs: readonly PairOfIds[], id: string): string | undefined {
  return pairs.find(({ student }) => student === id)?.placement;
}

/** Pairs of which both sides are strictly better off together: the definition, word for word. */
export function blockedBy({ students, placements }: RankedInstance, pairs: readonly PairOfIds[]): PairOfIds[] {
  return students.flatMap(({ id: student, ranking }) =>
    placements
      .filter(({ id: placement, seats, ranking: theirs }) => {
        if (rankOf(ranking, placement) === ranking.length || rankOf(theirs, student) === theirs.length) return false;
        const own = placeOfStudent(pairs, student);
        if (own !== undefined && rankOf(ranking, placement) >= rankOf(ranking, own)) return false;
        const held = pairs.filter((pair) => pair.placement === placement);
        return held.length < seats || held.some((pair) => rankOf(theirs, student) < rankOf(theirs, pair.student));
      })
      .map(({ id: placement }) => ({ student, placement })),
  );
}

/** Every stable plan, by trying all. */
export function allStable(instance: RankedInstance): PairOfIds[][] {
  const plans: PairOfIds[][] = [];
  const visit = (at: number, pairs: PairOfIds[]) => {
    const student = instance.students[at];
    if (!student) {
      if (blockedBy(instance, pairs).length === 0) plans.push(pairs);
      return;
    }
    visit(at + 1, pairs);
    for (const { id, seats, ranking } of instance.placements) {
      const isWanted = student.ranking.flat().includes(id) && ranking.flat().includes(student.id);
      if (isWanted && pairs.filter(({ placement }) => placement === id).length < seats)
        visit(at + 1, [...pairs, { student: student.id, placement: id }]);
    }
  };
  visit(0, []);
  return plans;
}

/** The same instance in which some give other lists. */
export function withLists(instance: RankedInstance, lists: Readonly<Record<string, Ranking>>): RankedInstance {
  const relist = <One extends { id: string; ranking: Ranking }>(one: One): One => ({
    ...one,
    ranking: lists[one.id] ?? one.ranking,
  });
  return { students: instance.students.map(relist), placements: instance.placements.map(relist) };
}
