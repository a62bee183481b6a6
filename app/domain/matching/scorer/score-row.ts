import type { StudentEvidence } from "../evidence";
import { continuityShare, NEUTRAL, unwishedShare, wishShare } from "../shares";
import { addInterests } from "./add-interests";
import { likesOf, newTagAnswers, type TagAnswers } from "./likes";
import { listOpenPlaces } from "./open-places";
import { dayColumn, languageColumn, type PlacementColumns, wayShare, wayShares } from "./placement-columns";
import { indexIn, newRow, type Row } from "./row";
import { NO_WAY_NEEDED, wayColumn, wayKey } from "./travel-columns";

/** Placements compiled, and the room in which one student after the other is scored. */
export interface Scorer {
  columns: PlacementColumns;
  row: Row;
  answers: TagAnswers;
}

export function newScorer(columns: PlacementColumns): Scorer {
  const count = columns.placements.length;
  return { columns, row: newRow(count), answers: newTagAnswers(columns.tags.idf.length, count) };
}

/**
 * Both scores of a student with every placement they may be matched with: the same as `judgePair` on each, in a few
 * nanoseconds for each. The row is the scorer's own and is overwritten by the next one.
 */
export function scoreRow(scorer: Scorer, student: StudentEvidence): Row {
  const { columns, row, answers } = scorer;
  const { context, travel } = columns;
  const limitMinutes = student.travelLimitMinutes ?? context.travelLimitMinutes;
  const key = wayKey(travel, student);
  const way = wayColumn(travel, key, student);
  row.count = listOpenPlaces(columns, student, { way, wayKey: key, limitMinutes, into: row.place });
  addPlainParts(columns, row, { student, minutes: way.minutes, limitMinutes });
  addOwnWords(columns, row, student);
  addInterests(columns, row, likesOf(student, { columns: columns.tags, answers, context }));
  return row;
}

/** Parts that need one look at a column each: the way, days, language, and what listings count that nobody starred. */
function addPlainParts(
  columns: PlacementColumns,
  { count, place, forStudent, forPlacement }: Row,
  given: { student: StudentEvidence; minutes: Int32Array; limitMinutes: number },
): void {
  const { experience, context } = columns;
  const { student: own, placement: theirs } = context.weights;
  const days = dayColumn(columns, given.student).share;
  const language = languageColumn(columns, given.student);
  const { minutes } = given;
  const listed = wayShares(columns, given.limitMinutes);
  const same = own.wish * unwishedShare(given.student).share + own.continuity * NEUTRAL;
  for (let at = 0; at < count; at += 1) {
    const p = place[at] as number;
    const taken = minutes[p] as number;
    const slot = taken - NO_WAY_NEEDED;
    const travel = slot < listed.length ? (listed[slot] as number) : wayShare(taken, given.limitMinutes);
    const day = days[p] as number;
    forStudent[at] = same + own.travel * travel + own.days * day + own.language * (language[p] as number);
    forPlacement[at] = theirs.experience * (experience[p] as number) + theirs.days * day;
  }
}

/** What the student starred, asked for, or knows from a visit: few, so they are put right one by one. */
function addOwnWords(columns: PlacementColumns, row: Row, student: StudentEvidence): void {
  const { context, placements, listed, ledBy } = columns;
  const { wish, continuity } = context.weights.student;
  const plain = unwishedShare(student).share;
  for (const id of new Set([...student.requestedListingIds, ...student.wishedListingIds]))
    for (const p of listed.get(id) ?? []) {
      const at = indexIn(row, p);
      if (at < 0) continue;
      const { share } = wishShare(student, { listingId: id }, context);
      row.forStudent[at] = (row.forStudent[at] as number) + wish * (share - plain);
    }
  for (const id of new Set(student.metMentorIds))
    for (const p of ledBy.get(id) ?? []) {
      const at = indexIn(row, p);
      const placement = placements[p];
      if (at < 0 || !placement) continue;
      const { share } = continuityShare(student, placement);
      row.forStudent[at] = (row.forStudent[at] as number) + continuity * (share - NEUTRAL);
    }
}
