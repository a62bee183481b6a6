import { PARTS_OF_DAY } from "~/domain/placement/part-of-day";
import { PLACEMENT_KINDS } from "~/domain/placement/post";
import { type Limit, type SearchWish, SORTS, type Sort } from "~/features/search/search-wish";

/** The distances a reader chooses from, in kilometres. */
export const DISTANCES_KM = [2, 5, 10, 20];
/** The numbers of open seats a reader chooses from: for oneself, for friends, for a group. */
export const OPEN_SEATS = [1, 2, 5, 10];
/** Longer questions are no questions. */
const LONGEST_TEXT = 200;
const MOST_VALUES = 20;
const LONGEST_VALUE = 60;
const WEEKDAY = /^[1-7]$/;

/** The names under which the address keeps each limit. */
export const PARAMETERS: Record<Limit, string> = {
  kind: "kind",
  weekday: "day",
  hours: "hours",
  distance: "km",
  area: "area",
  interest: "interest",
  language: "language",
  organisation: "org",
  open: "open",
};

/** The name under which the address keeps what narrows the list of organisations. */
export const ORGANISATION_NAME = "orgname";

/** The first characters of what was typed, without half of one where it is cut. */
const firstOf = (typed: string | null, most: number) => (typed ?? "").slice(0, most).toWellFormed();

/** What an address asks for. Any address will do: what cannot be meant is left out. */
export function readWish(search: URLSearchParams): SearchWish {
  const list = (limit: Limit) =>
    [...new Set(search.getAll(PARAMETERS[limit]))]
      .filter((value) => value !== "" && value.length <= LONGEST_VALUE)
      .slice(0, MOST_VALUES);
  const km = Number(search.get(PARAMETERS.distance));
  const seats = Number(search.get(PARAMETERS.open));
  const sort = search.get("sort");
  const page = Number(search.get("page") ?? 1);
  return {
    text: firstOf(search.get("q"), LONGEST_TEXT),
    kinds: list("kind").filter((kind) => (PLACEMENT_KINDS as readonly string[]).includes(kind)),
    weekdays: list("weekday")
      .filter((day) => WEEKDAY.test(day))
      .map(Number),
    hours: list("hours").filter((part) => (PARTS_OF_DAY as readonly string[]).includes(part)),
    withinKm: DISTANCES_KM.includes(km) ? km : null,
    areas: list("area"),
    interests: list("interest"),
    languages: list("language"),
    organisations: list("organisation"),
    organisationName: firstOf(search.get(ORGANISATION_NAME), LONGEST_VALUE),
    openSeats: OPEN_SEATS.includes(seats) ? seats : 0,
    sort: SORTS.includes(sort as Sort) ? (sort as Sort) : "best",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

export type Unread = Limit | "sort";

/** An address with what can be meant alone, and where it said something that cannot: a page shows what it asks for. */
export function readAddress(search: URLSearchParams): { asked: URLSearchParams; unread: Unread[] } {
  const wish = readWish(search);
  const asked = new URLSearchParams(addressOf(wish));
  const name = search.get(ORGANISATION_NAME);
  if (name !== null) asked.set(ORGANISATION_NAME, name);
  const limits = (Object.keys(PARAMETERS) as Limit[]).filter((limit) => {
    const kept = chosenValues(asked, limit);
    return chosenValues(search, limit).some((value) => !kept.includes(value));
  });
  const isSorted = [null, "", wish.sort].includes(search.get("sort"));
  return { asked, unread: isSorted ? limits : [...limits, "sort"] };
}

/** The address of another page of the same. */
export function addressOfPage(search: URLSearchParams, page: number): string {
  const next = new URLSearchParams(search);
  next.set("page", String(page));
  return `?${next}`;
}

/** The shortest address that asks for a wish: `readWish` of it is the wish. */
export function addressOf(wish: SearchWish): string {
  const lists: [Limit, readonly (string | number)[]][] = [
    ["kind", wish.kinds],
    ["weekday", wish.weekdays],
    ["hours", wish.hours],
    ["distance", wish.withinKm === null ? [] : [wish.withinKm]],
    ["area", wish.areas],
    ["interest", wish.interests],
    ["language", wish.languages],
    ["organisation", wish.organisations],
    ["open", wish.openSeats === 0 ? [] : [wish.openSeats]],
  ];
  const search = new URLSearchParams();
  if (wish.text.trim() !== "") search.set("q", wish.text);
  for (const [limit, values] of lists) for (const value of values) search.append(PARAMETERS[limit], String(value));
  if (wish.sort !== "best") search.set("sort", wish.sort);
  if (wish.page > 1) search.set("page", String(wish.page));
  return search.size === 0 ? "" : `?${search}`;
}

/** The address without one value of a limit, or without the whole limit; it begins at the first page again. */
export function addressWithout(search: URLSearchParams, limit: Limit, value?: string): string {
  const next = new URLSearchParams(search);
  const kept = value === undefined ? [] : search.getAll(PARAMETERS[limit]).filter((other) => other !== value);
  next.delete(PARAMETERS[limit]);
  for (const other of kept) next.append(PARAMETERS[limit], other);
  next.delete("page");
  return `?${next}`;
}

/** The address without what can only be measured from a place: a distance, and the order by it. */
export function addressWithoutDistances(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(PARAMETERS.distance);
  if (next.get("sort") === "near") next.delete("sort");
  return next;
}

/** The address with the words alone. */
export function addressWithoutLimits(search: URLSearchParams): string {
  const words = search.get("q");
  return `?${new URLSearchParams(words ? { q: words } : {})}`;
}

/** The address with the limits alone. */
export function addressWithoutText(search: URLSearchParams): string {
  const next = new URLSearchParams(search);
  next.delete("q");
  next.delete("page");
  return `?${next}`;
}

/** The address with the same limits and all words but one; those that stay are finished, as they were when they were counted. */
export function addressWithoutWord(search: URLSearchParams, word: string): string {
  const next = new URLSearchParams(search);
  const kept = (search.get("q") ?? "")
    .trim()
    .split(/\s+/)
    .filter((other) => other !== word);
  next.set("q", `${kept.join(" ")} `);
  next.delete("page");
  return `?${next}`;
}

/** What the address keeps of each limit, as the checkboxes have it. */
export function chosenValues(search: URLSearchParams, limit: Limit): string[] {
  return search.getAll(PARAMETERS[limit]).filter((value) => value !== "");
}
