import { CURRENCY_DIGITS, type Currency } from "~/domain/fund/money";
import { conventionsOf } from "~/i18n";

/** Formatters by what they are made of: to make one takes far longer than to use it, and a page writes hundreds of words. */
const made = new Map<string, unknown>();

function kept<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = made.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

const dates = (language: string, options: Intl.DateTimeFormatOptions) =>
  kept(`date ${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(language, options));

const numbers = (language: string, options: Intl.NumberFormatOptions = {}) =>
  kept(`number ${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(conventionsOf(language), options));

const lists = (language: string, type: "conjunction" | "disjunction") =>
  kept(`list ${language} ${type}`, () => new Intl.ListFormat(language, { type }));

/** A space at which no line breaks. */
const STAYS = "\u00a0";

/** How each language writes a day, from the parts its calendar names. */
const dayPatterns: Record<string, (day: Record<string, string>) => string> = {
  en: ({ weekday, day, month }) => `${weekday} ${day} ${month}`,
  es: ({ weekday, day, month }) => `${weekday} ${day} de ${month}`,
};

const yearPatterns: Record<string, (written: string, year: string) => string> = {
  en: (written, year) => `${written} ${year}`,
  es: (written, year) => `${written} de ${year}`,
};

/** How each language writes the halves of the day; languages that are not named count to 24. */
const halves: Record<string, { am: string; pm: string }> = {
  en: { am: "am", pm: "pm" },
  es: { am: `a.${STAYS}m.`, pm: `p.${STAYS}m.` },
};

/** A civil day ("2026-12-03") as people say it: "Thursday 3 December"; with the year where `withYear` asks for it. */
export function formatDay(day: string, language: string, options: { withYear?: boolean } = {}): string {
  const parts = partsOf(new Date(`${day.slice(0, 10)}T12:00:00Z`), language, "UTC");
  const pattern = dayPatterns[language];
  const written = pattern ? pattern(parts) : `${parts.weekday} ${parts.day} ${parts.month}`;
  if (!options.withYear) return written;
  return (yearPatterns[language] ?? ((text, year) => `${text} ${year}`))(written, parts.year ?? "");
}

/** A month ("2026-12") as people say it: "December 2026". */
export function formatMonth(month: string, language: string): string {
  const day = new Date(`${month}-15T12:00:00Z`);
  return dates(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(day);
}

/** A phone number that stays on one line. */
export function formatPhone(phone: string): string {
  return phone.replaceAll(" ", STAYS);
}

/** The name of a language (BCP 47 tag) in the reader's one: "Somali". What is no tag stands as it is. */
export function formatLanguage(code: string, language: string): string {
  try {
    return kept(`names ${language}`, () => new Intl.DisplayNames([language], { type: "language" })).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The name of a clock (IANA), summer and winter alike: "Pacific Time". */
export function formatTimeZone(zone: string, language: string): string {
  const parts = kept(
    `clock ${language} ${zone}`,
    () => new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "longGeneric" }),
  ).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** A span of civil days: "Monday 7 September – Friday 18 December 2026". */
export const formatDays = (from: string, to: string, language: string): string =>
  `${formatDay(from, language)} – ${formatDay(to, language, { withYear: true })}`;

/** A time of day ("09:15:00") as people say it: "9:15 am"; full hours without minutes. */
export function formatTime(time: string, language: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const minutes = String(minute).padStart(2, "0");
  const half = halves[language];
  if (!half) return `${String(hour).padStart(2, "0")}:${minutes}`;
  const clock = hour % 12 === 0 ? 12 : hour % 12;
  return `${clock}${minute === 0 ? "" : `:${minutes}`}${STAYS}${hour < 12 ? half.am : half.pm}`;
}

/** From one time of day to another: "9 am – 3 pm". */
export const formatTimes = (from: string, to: string, language: string): string =>
  `${formatTime(from, language)} – ${formatTime(to, language)}`;

/** A moment (ISO timestamp) in a school's time zone (IANA): "Thursday 3 December, 2:05 pm". */
export function formatMoment(moment: string, language: string, zone: string): string {
  const civil = civilOf(moment, zone);
  return `${formatDay(civil.day, language)}, ${formatTime(civil.time, language)}`;
}

/** From one moment to another of the same day, in a school's zone: "Thursday 22 October, 9 am – 3 pm". */
export function formatMomentSpan(
  from: string,
  to: string,
  { language, zone }: { language: string; zone: string },
): string {
  const [start, end] = [civilOf(from, zone), civilOf(to, zone)];
  return `${formatDay(start.day, language)}, ${formatTimes(start.time, end.time, language)}`;
}

/** The civil day of a moment in a zone, as people say it. */
export const formatDayOf = (moment: string, language: string, zone: string): string =>
  formatDay(civilOf(moment, zone).day, language);

/** The name of an ISO weekday (1 is Monday, 7 is Sunday). */
export function formatWeekday(weekday: number, language: string, length: "long" | "short" = "long"): string {
  const monday = Date.UTC(2024, 0, 1, 12);
  return dates(language, { weekday: length, timeZone: "UTC" }).format(monday + (weekday - 1) * 86_400_000);
}

/** ISO weekdays as a list: "Tuesday and Thursday". */
export const formatWeekdays = (weekdays: readonly number[], language: string): string =>
  formatNames(
    weekdays.map((weekday) => formatWeekday(weekday, language)),
    language,
  );

/** Names as a sentence holds them: "Ana, Ben and Cleo". */
export const formatNames = (names: readonly string[], language: string): string =>
  lists(language === "en" ? "en-GB" : language, "conjunction").format(names);

/**
 * Interests as a sentence holds them. Where a name says "and" itself, as "Cars and engines", another "and" before the last one
 * would read as part of it, so they are parted by semicolons.
 */
export const formatInterests = (labels: readonly string[], language: string): string =>
  labels.some((label) => HOLDS_AND.test(label)) ? labels.join("; ") : formatNames(labels, language);

const HOLDS_AND = / (and|y|e) /u;

/** Names of which one will do: "Tuesday or Thursday". */
export const formatChoices = (names: readonly string[], language: string): string =>
  lists(language, "disjunction").format(names);

export const formatNumber = (value: number, language: string): string => numbers(language).format(value);

/** A difference with its sign: "+120", "-340"; zero has none. */
export const formatDifference = (value: number, language: string): string =>
  numbers(language, { signDisplay: "exceptZero" }).format(value);

/** An amount in minor units as money: 2500 US cents are "$25". */
export function formatMoney(minor: number, currency: Currency, language: string): string {
  const digits = CURRENCY_DIGITS[currency];
  const amount = minor / 10 ** digits;
  const isWhole = Number.isInteger(amount);
  return numbers(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** Metres in miles, one decimal below ten: "1.2". The word comes from the catalogue. */
export const formatMiles = (metres: number, language: string): string => {
  const miles = metres / 1609.344;
  return numbers(language, { maximumFractionDigits: miles < 10 ? 1 : 0 }).format(miles);
};

function partsOf(moment: Date, language: string, timeZone: string): Record<string, string> {
  const format = dates(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  });
  return Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
}

/** Day and time that clocks in a zone show at a moment. */
function civilOf(moment: string, zone: string): { day: string; time: string } {
  const format = dates("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** How large a file is: "3.2 MB". */
export const formatMegabytes = (bytes: number, language: string): string =>
  numbers(language, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(bytes / 1_000_000);
