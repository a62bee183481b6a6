import type { MatchContext } from "~/domain/matching/context";
import type { StudentEvidence } from "~/domain/matching/evidence";
import { BEST_BY_STRENGTH, DISLIKE_BY_STRENGTH, tastesOf } from "~/domain/matching/interest-fit";
import { type BitSet, listBits } from "~/domain/matching/scorer/bit-set";
import {
  dayColumn,
  languageColumn,
  openColumn,
  type PlacementColumns,
} from "~/domain/matching/scorer/placement-columns";
import { interestColumn } from "~/domain/matching/scorer/tag-columns";
import { SLOTS, type TagRows, tagsOf } from "~/domain/matching/scorer/tag-rows";
import { wayColumn, wayKey } from "~/domain/matching/scorer/travel-columns";
import { wishShare } from "~/domain/matching/shares";

/** Each different column once; students name theirs by its number. */
class Numbered {
  readonly columns: unknown[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(key: string, make: () => unknown): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.columns.length);
    return this.columns.push(make()) - 1;
  }
}

/**
 * What a score is made of, as plain arrays for a peer: the columns that many students share are ours and cost the peer
 * nothing. Placements are positions.
 */
export function scoreInput(
  columns: PlacementColumns,
  { students, context, kept }: { students: readonly StudentEvidence[]; context: MatchContext; kept: number },
): object {
  const { placements, tags, travel } = columns;
  const [open, days, fits] = [new Numbered(), new Numbered(), new Numbered()];
  const [languages, minutes, lenient] = [new Numbered(), new Numbered(), new Numbered()];
  const interests = [
    ...new Set(students.flatMap((s) => [...s.interests.map((i) => i.interestId), ...(s.goalInterestIds ?? [])])),
  ];
  const ofInterest = new Map(interests.map((id, at) => [id, at]));
  const about = interests.map((id) => interestColumn(tags, id, context));
  const flags = (bits: BitSet) => {
    const at = new Int32Array(placements.length);
    const set = new Set(at.subarray(0, listBits(bits, at)));
    return placements.map((_, p) => (set.has(p) ? 1 : 0));
  };
  const list = (numbers: ArrayLike<number>) => Array.from(numbers);
  const tagTable = (rows: TagRows) =>
    placements.map((_, p) => Array.from({ length: SLOTS }, (_, nth) => tagsOf(rows, p)[nth] ?? 0));
  return {
    kept,
    weights: context.weights,
    students: students.map((student) => {
      const key = wayKey(travel, student);
      const way = wayColumn(travel, key, student);
      const weekdays = student.weekdays.join();
      const tastes = tastesOf(student);
      lenient.numberOf(key, () => list(way.lenient));
      fits.numberOf(weekdays, () => flags(dayColumn(columns, student).fits));
      return {
        way: minutes.numberOf(key, () => list(way.minutes)),
        limit: student.travelLimitMinutes ?? context.travelLimitMinutes,
        days: days.numberOf(weekdays, () => list(dayColumn(columns, student).share)),
        languages: languages.numberOf(student.languages.join(), () => list(languageColumn(columns, student))),
        open: open.numberOf(`${student.grade} ${student.ageYears}`, () => flags(openColumn(columns, student))),
        liked: tastes.liked.map(({ interestId, strength }) => [
          ofInterest.get(interestId),
          strength,
          BEST_BY_STRENGTH[strength],
        ]),
        disliked: [...tastes.disliked].flatMap(([id, strength]) => {
          const tag = tags.numberOf.get(id);
          return tag === undefined ? [] : [[tag, DISLIKE_BY_STRENGTH[strength]]];
        }),
        goals: (student.goalInterestIds ?? []).map((id) => ofInterest.get(id)),
        isSilent: student.wishedListingIds.length === 0,
        wished: [...new Set(student.wishedListingIds)].flatMap((listingId) =>
          (columns.listed.get(listingId) ?? []).map((p) => [p, wishShare(student, { listingId }, context).share]),
        ),
      };
    }),
    open: open.columns,
    days: days.columns,
    fits: fits.columns,
    languages: languages.columns,
    minutes: minutes.columns,
    lenient: lenient.columns,
    experience: list(columns.experience),
    similar: about.map(({ similar }) => list(similar)),
    counted: about.map(({ counted }) => list(counted)),
    interestIdf: about.map(({ idf }) => idf),
    tagIdf: list(tags.idf),
    ownTags: tagTable(tags.ofPlacement),
    mentorTags: tagTable(tags.ofMentor),
  };
}
