import { fold } from "./clean-text";

export interface PlacementDay {
  /** ISO weekday: 1 is Monday. */
  weekday: number;
  /** Clock times of the school, "HH:MM". */
  startsAt: string;
  endsAt: string;
}

const WEEKDAYS = [
  ["mon", "monday", "mondays", "lunes", "lun"],
  ["tue", "tues", "tuesday", "tuesdays", "martes"],
  ["wed", "wednesday", "wednesdays", "miercoles", "mie"],
  ["thu", "thur", "thurs", "thursday", "thursdays", "jueves", "jue"],
  ["fri", "friday", "fridays", "viernes", "vie"],
  ["sat", "saturday", "saturdays", "sabado", "sabados"],
  ["sun", "sunday", "sundays", "domingo", "domingos"],
];
const WEEKDAY_OF = new Map(WEEKDAYS.flatMap((names, place) => names.map((name) => [name, place + 1] as const)));
const SPANS: ReadonlySet<string> = new Set(["to", "through", "thru", "a", "al"]);
const TIMES =
  /(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?\s*(?:-|–|—|to|until|a|hasta)\s*(?:las\s+)?(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?(?:m\b\.?)?/i;

/**
 * Weekdays with hours out of one cell: "Tue & Thu 9-15", "Mon-Fri, 9:30 am to 3 pm", "martes y jueves 9:00 a 14:00".
 * The same hours hold for each day named; "9-3" ends in the afternoon. Null when days or hours are missing, or the end is
 * not after the start.
 */
export function readSchedule(cell: string): PlacementDay[] | null {
  const times = TIMES.exec(cell.slice(0, 200));
  if (!times) return null;
  const weekdays = readWeekdays(`${cell.slice(0, times.index)} ${cell.slice(times.index + times[0].length)}`);
  const [, fromHour = "", fromMinute = "00", fromHalf, toHour = "", toMinute = "00", toHalf] = times;
  const startsAt = clock(
    fromHour,
    fromMinute,
    fromHalf ?? (toHalf && Number(fromHour) < Number(toHour) ? toHalf : undefined),
  );
  const written = clock(toHour, toMinute, toHalf);
  const isAfternoon = !toHalf && !fromHalf && Number(toHour) < 12 && written !== null && written <= (startsAt ?? "");
  const endsAt = isAfternoon ? clock(toHour, toMinute, "p") : written;
  if (weekdays.length === 0 || !startsAt || !endsAt || endsAt <= startsAt) return null;
  return weekdays.map((weekday) => ({ weekday, startsAt, endsAt }));
}

function readWeekdays(text: string): number[] {
  const found = new Set<number>();
  let last: number | null = null;
  let spanning = false;
  for (const word of fold(text.replace(/[-–—]/g, " to ")).split(" ")) {
    const weekday = WEEKDAY_OF.get(word);
    if (weekday === undefined) spanning = last !== null && SPANS.has(word);
    else {
      for (let day = spanning && last ? last : weekday; day <= weekday; day += 1) found.add(day);
      last = weekday;
      spanning = false;
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** "HH:MM", or null outside the clock; `half` is "a" or "p". */
function clock(hourText: string, minute: string, half: string | undefined): string | null {
  const hour = Number(hourText);
  const isHalfDay = half !== undefined;
  if (hour > (isHalfDay ? 12 : 23) || (isHalfDay && hour === 0) || Number(minute) > 59) return null;
  const full = isHalfDay ? (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0) : hour;
  return `${String(full).padStart(2, "0")}:${minute}`;
}
