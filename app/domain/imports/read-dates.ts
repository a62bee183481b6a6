import { readDate } from "./read-date";
import { noteAbout, type RowNote, type WarningCode } from "./row-note";

interface Span {
  startsOn: string | null;
  endsOn: string | null;
}

interface Dates extends Span {
  writtenDates: Span;
}

const OPEN: Span = { startsOn: null, endsOn: null };

/**
 * The dates of a placement. Past dates never end it: old files are imported because the hosts are still there, so dates
 * before `today` are left open with a warning, and the review asks whether the offer still stands.
 */
export function readDates(
  cells: { startsOn: string; endsOn: string },
  today: string,
  warn: (note: RowNote<WarningCode>) => void,
): Dates {
  const [startsOn, endsOn] = [cells.startsOn, cells.endsOn].map((cell) => {
    const date = cell ? readDate(cell.slice(0, 100)) : null;
    if (cell && !date) warn(noteAbout("date_not_understood", cell));
    return date;
  }) as [string | null, string | null];
  const writtenDates = { startsOn, endsOn };
  if (startsOn && endsOn && endsOn < startsOn) {
    warn({ code: "dates_reversed", detail: { from: startsOn, to: endsOn } });
    return { ...OPEN, writtenDates };
  }
  const last = endsOn ?? startsOn;
  if (!last || last >= today) return { startsOn, endsOn, writtenDates };
  warn({ code: "dates_past", detail: { value: last } });
  return { ...OPEN, writtenDates };
}
