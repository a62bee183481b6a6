import { addDays, type CivilDate } from "../time";
import { askedFor, type Clearance, countingChecks } from "./cleared";

/** Days before its end from which somebody sees to a new check: the first of the reminders at 60, 30 and 7 days. */
export const SOON_DAYS = 60;

/** How the checks of one mentor stand on a day, the most urgent first. */
export const CHECK_STATES = ["not_clear", "expired", "missing", "pending", "ending", "valid"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface CheckStanding {
  state: CheckState;
  /** The day on which it ended or will end; null where nothing ends. */
  endsOn: CivilDate | null;
}

/**
 * How a mentor stands at a school on a day, over every kind that the school asks for and every other one that failed: the most
 * urgent of them, of two the one that ends first. A renewal that is not finished leaves it at the check before.
 */
export function checkStanding(
  own: readonly Clearance[],
  { types, on }: { types: readonly string[]; on: CivilDate },
): CheckStanding {
  const counting = new Map(countingChecks(askedFor(own, types), on).map((row) => [row.type, row]));
  const [first] = [...new Set([...types, ...counting.keys()])]
    .map((type) => standingOf(counting.get(type), on))
    .sort(compareStandings);
  return first ?? { state: "missing", endsOn: null };
}

/** Orders by what has to be seen to next. */
export function compareStandings(a: CheckStanding, b: CheckStanding): number {
  const gap = CHECK_STATES.indexOf(a.state) - CHECK_STATES.indexOf(b.state);
  if (gap !== 0) return gap;
  if (a.endsOn === b.endsOn) return 0;
  return (a.endsOn ?? NEVER) < (b.endsOn ?? NEVER) ? -1 : 1;
}

const NEVER = "9999-12-31";

function standingOf(counting: Clearance | undefined, on: CivilDate): CheckStanding {
  if (!counting) return { state: "missing", endsOn: null };
  if (counting.result !== "clear")
    return { state: counting.result === "not_clear" ? "not_clear" : "pending", endsOn: null };
  const endsOn = counting.expiresOn;
  if (endsOn === null) return { state: "valid", endsOn };
  if (endsOn < on) return { state: "expired", endsOn };
  return { state: endsOn <= addDays(on, SOON_DAYS) ? "ending" : "valid", endsOn };
}
