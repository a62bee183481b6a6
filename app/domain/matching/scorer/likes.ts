import type { MatchContext } from "../context";
import type { StudentEvidence } from "../evidence";
import { BEST_BY_STRENGTH, DISLIKE_BY_STRENGTH, type Tastes, tastesOf } from "../interest-fit";
import { columnFor } from "./remembered";
import { type InterestColumn, interestColumn, type TagColumns } from "./tag-columns";

export interface Like {
  column: InterestColumn;
  /** What an answer is worth at the best, and the weight in the coverage. */
  best: number;
  weight: number;
}

/** A student's tastes against the tags of the run. */
export interface Likes {
  liked: readonly Like[];
  /** Weights of the likes, summed. */
  weight: number;
  goals: readonly InterestColumn[];
  tags: TagAnswers;
  isDisliking: boolean;
}

/** Typed arrays that every student's tastes are written into. */
export interface TagAnswers {
  /** By tag: how well the likes answer it, and that times its idf. A disliked tag is answered by nothing. */
  answer: Int32Array;
  weighted: Float64Array;
  /** By tag: what disliking it counts, 0 for not disliked. By placement: the sum over its tags. */
  disliked: Int32Array;
  tainted: Int32Array;
}

export function newTagAnswers(tags: number, placements: number): TagAnswers {
  return {
    answer: new Int32Array(tags),
    weighted: new Float64Array(tags),
    disliked: new Int32Array(tags),
    tainted: new Int32Array(placements),
  };
}

/** Sets the answers up for a student, and forgets those of the one before. */
export function likesOf(
  student: StudentEvidence,
  { columns, answers, context }: { columns: TagColumns; answers: TagAnswers; context: MatchContext },
): Likes {
  const tastes = tastesOf(student);
  const columnOf = (id: string) => columnFor(columns.interests, id, () => interestColumn(columns, id, context));
  const liked = tastes.liked.map(({ interestId, strength }) => {
    const column = columnOf(interestId);
    return { column, best: BEST_BY_STRENGTH[strength], weight: strength * column.idf };
  });
  taint(columns, answers, tastes);
  answerTags(columns, answers, liked);
  return {
    liked,
    weight: liked.reduce((sum, { weight }) => sum + weight, 0),
    goals: (student.goalInterestIds ?? []).map(columnOf),
    tags: answers,
    isDisliking: tastes.disliked.size > 0,
  };
}

function taint({ carriers, numberOf }: TagColumns, { disliked, tainted }: TagAnswers, tastes: Tastes): void {
  disliked.forEach((before, tag) => {
    if (before === 0) return;
    disliked[tag] = 0;
    for (const p of carriers[tag] as readonly number[]) tainted[p] = 0;
  });
  for (const [id, strength] of tastes.disliked) {
    const tag = numberOf.get(id);
    if (tag === undefined) continue;
    const counts = DISLIKE_BY_STRENGTH[strength] ?? 0;
    disliked[tag] = counts;
    for (const p of carriers[tag] as readonly number[]) tainted[p] = (tainted[p] as number) + counts;
  }
}

function answerTags({ idf }: TagColumns, { answer, weighted, disliked }: TagAnswers, liked: readonly Like[]): void {
  answer.fill(0);
  for (const { column } of liked)
    for (let tag = 0; tag < answer.length; tag += 1)
      if ((column.counted[tag] as number) > (answer[tag] as number)) answer[tag] = column.counted[tag] as number;
  for (let tag = 0; tag < answer.length; tag += 1) {
    if (disliked[tag]) answer[tag] = 0;
    weighted[tag] = (answer[tag] as number) * (idf[tag] as number);
  }
}
