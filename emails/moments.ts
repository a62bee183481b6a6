import { conventionsOf } from "~/i18n";

/** A stretch of one day where the school is, as the language writes it: "Thursday, October 22, 2026, 9:00 AM – 3:00 PM". */
export function writeStretch(
  { startsAt, endsAt, timeZone }: { startsAt: string; endsAt: string; timeZone: string },
  language: string,
): string {
  const format = new Intl.DateTimeFormat(conventionsOf(language), { dateStyle: "full", timeStyle: "short", timeZone });
  return format.formatRange(new Date(startsAt), new Date(endsAt));
}

/** A moment where the school is: "Wednesday, October 14, 2026 at 10:40 PM". */
export function writeMoment({ at, timeZone }: { at: string; timeZone: string }, language: string): string {
  const format = new Intl.DateTimeFormat(conventionsOf(language), { dateStyle: "full", timeStyle: "short", timeZone });
  return format.format(new Date(at));
}

/** A day: "Saturday, October 17, 2026". */
export function writeDay(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(conventionsOf(language), { dateStyle: "full", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
