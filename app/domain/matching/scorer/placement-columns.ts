import type { MatchContext } from "../context";
import { hasDayLeft } from "../days-left";
import { commonLanguagesOf, daysOf, isOpenTo } from "../eligibility";
import type { PlacementEvidence, StudentEvidence } from "../evidence";
import { compareIds } from "../rank";
import { daysShare, experienceShare, languageShare, NEUTRAL, shareOfLimit } from "../shares";
import { WHOLE } from "../weights";
import { type BitSet, bitSetOf } from "./bit-set";
import { inReadingOrder } from "./placement-order";
import { columnFor, type Remembered, remembered } from "./remembered";
import { type TagColumns, tagColumnsOf } from "./tag-columns";
import { NO_WAY_NEEDED, type TravelColumns, travelColumnsOf, UNKNOWN_WAY } from "./travel-columns";

/** Placements and context of a run, compiled once: a column for every part of a score, by what of a student it needs. */
export interface PlacementColumns {
  /** In an order of their own. */
  placements: readonly PlacementEvidence[];
  context: MatchContext;
  /** Place of each position in the order of listing ids, and the other way round. */
  rank: Int32Array;
  byRank: Int32Array;
  /** Positions of a listing, and of all that a mentor leads. */
  listed: ReadonlyMap<string, readonly number[]>;
  ledBy: ReadonlyMap<string, readonly number[]>;
  tags: TagColumns;
  travel: TravelColumns;
  experience: Uint16Array;
  /** Where the placements open to one student are worked out. */
  room: BitSet;
  open: Remembered<BitSet>;
  reach: Remembered<BitSet>;
  days: Remembered<DayColumn>;
  languages: Remembered<Uint16Array>;
  /** Shares of a way by its minutes, by the limit. */
  wayShares: Remembered<Uint16Array>;
}

interface DayColumn {
  share: Uint16Array;
  /** Where there is a common day that still comes, or nobody said. */
  fits: BitSet;
}

export function placementColumnsOf(given: readonly PlacementEvidence[], context: MatchContext): PlacementColumns {
  const placements = inReadingOrder(given);
  const cells = placements.length;
  const byRank = Int32Array.from(placements, (_, p) => p).sort((a, b) =>
    compareIds(placements[a]?.listingId ?? "", placements[b]?.listingId ?? ""),
  );
  const rank = new Int32Array(cells);
  byRank.forEach((p, at) => {
    rank[p] = at;
  });
  return {
    placements,
    context,
    rank,
    byRank,
    listed: positionsBy(placements, ({ listingId }) => listingId),
    ledBy: positionsBy(placements, ({ leadMentor }) => leadMentor?.id),
    tags: tagColumnsOf(placements, context),
    travel: travelColumnsOf(placements, context),
    experience: Uint16Array.from(placements, (placement) => experienceShare(placement).share),
    room: bitSetOf(cells, () => false),
    open: remembered(cells / 32),
    reach: remembered(cells / 32),
    days: remembered(cells),
    languages: remembered(cells),
    wayShares: remembered(MINUTES_LISTED),
  };
}

const MINUTES_LISTED = 256;

/** The share of the way by its minutes, from "no way needed" on; for a limit of nothing all are as good as unknown. */
export function wayShares({ wayShares: known }: PlacementColumns, limitMinutes: number): Uint16Array {
  return columnFor(known, String(limitMinutes), () =>
    Uint16Array.from({ length: MINUTES_LISTED }, (_, slot) => wayShare(slot + NO_WAY_NEEDED, limitMinutes)),
  );
}

export function wayShare(minutes: number, limitMinutes: number): number {
  if (minutes === NO_WAY_NEEDED) return WHOLE;
  return minutes === UNKNOWN_WAY || limitMinutes <= 0 ? NEUTRAL : shareOfLimit(minutes, limitMinutes);
}

function positionsBy(
  placements: readonly PlacementEvidence[],
  idOf: (placement: PlacementEvidence) => string | undefined,
): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  placements.forEach((placement, p) => {
    const id = idOf(placement);
    if (id !== undefined) positions.set(id, [...(positions.get(id) ?? []), p]);
  });
  return positions;
}

/** Placements that are open to a grade and an age. */
export function openColumn({ placements, open }: PlacementColumns, student: StudentEvidence): BitSet {
  const { grade, ageYears } = student;
  return columnFor(open, `${grade} ${ageYears}`, () =>
    bitSetOf(placements.length, (p) => isOpenTo(student, placements[p] as PlacementEvidence)),
  );
}

export function dayColumn({ placements, days }: PlacementColumns, student: StudentEvidence): DayColumn {
  return columnFor(days, student.weekdays.join(), () => {
    const facts = placements.map((placement) => daysOf(student, placement));
    return {
      share: Uint16Array.from(placements, (placement, p) => daysShare(placement, facts[p] as (typeof facts)[0]).share),
      fits: bitSetOf(facts.length, (p) => {
        const own = facts[p] as (typeof facts)[0];
        const isShared = !own.daysKnown || own.commonDays.length > 0;
        return isShared && hasDayLeft(student, placements[p] as PlacementEvidence, own);
      }),
    };
  });
}

export function languageColumn({ placements, languages }: PlacementColumns, student: StudentEvidence): Uint16Array {
  return columnFor(languages, student.languages.join(), () =>
    Uint16Array.from(
      placements,
      (placement) =>
        languageShare(student, placement, { commonLanguages: commonLanguagesOf(student, placement) }).share,
    ),
  );
}
