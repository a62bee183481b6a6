import { momentOf, runningOn } from "~search/placement-document";
import type { Filter, Point, Question } from "~search/port";

export const SORTS = ["best", "near", "new", "soon"] as const;
export type Sort = (typeof SORTS)[number];

/** What somebody looks for; every list may be empty. Values that nothing carries find nothing and break nothing. */
export interface SearchWish {
  text: string;
  kinds: readonly string[];
  weekdays: readonly number[];
  hours: readonly string[];
  withinKm: number | null;
  areas: readonly string[];
  interests: readonly string[];
  languages: readonly string[];
  organisations: readonly string[];
  /** What is typed to find an organisation among those to choose from; it limits nothing. */
  organisationName?: string | undefined;
  /** The one the reader reads, for the forms of what was typed. */
  readIn?: string | undefined;
  /** So many students at least can still go after it; 0 takes full ones too. */
  openSeats: number;
  sort: Sort;
  /** Counted from 1. */
  page: number;
}

export type Limit =
  | "kind"
  | "weekday"
  | "hours"
  | "distance"
  | "area"
  | "interest"
  | "language"
  | "organisation"
  | "open";

/** What a reader can give up when nothing is found: one limit, one word, all words, or all limits. */
export type Widening = Limit | "word" | "text" | "limits";

/** Facets with their counts, each under the limit that narrows it. */
export const FACETS = {
  kind: "kind",
  weekday: "weekday",
  hours: "hours",
  area: "area",
  interest: "interest",
  language: "language",
  organisation: "organisation",
  openAt: "open",
} as const;

interface Place {
  schoolId: string;
  /** The school's day. */
  on: string;
  /** From where distances are measured. */
  origin: Point | null;
}

/** The filters of a wish by the facet they stand under, so that a facet is counted without its own. */
export function filtersOf(wish: SearchWish, { schoolId, on, origin }: Place): Record<string, Filter> {
  const filters: Record<string, Filter> = runningOn(on);
  if (wish.kinds.length > 0) filters.kind = { field: "kind", in: wish.kinds };
  if (wish.weekdays.length > 0) filters.weekday = { field: "weekday", in: wish.weekdays };
  if (wish.hours.length > 0) filters.hours = { field: "hours", in: wish.hours };
  if (wish.areas.length > 0) filters.area = { field: "area", in: wish.areas };
  if (wish.interests.length > 0) filters.interest = { field: "interest", in: wish.interests };
  if (wish.languages.length > 0) filters.language = { field: "language", in: wish.languages };
  if (wish.organisations.length > 0) filters.organisation = { field: "organisation", in: wish.organisations };
  // Both stand under the facet of open places: what is open is counted without either.
  if (wish.openSeats === 1) filters.openAt = { field: "openAt", in: [schoolId] };
  if (wish.openSeats > 1) filters.openAt = { field: "openSeats", atLeast: wish.openSeats };
  if (wish.withinKm !== null && origin) filters.distance = { near: origin, withinMetres: wish.withinKm * 1000 };
  return filters;
}

/** What a wish asks of distances, which cannot be measured where no place is known to measure from. */
export const measuresOf = ({ withinKm, sort }: SearchWish): ("distance" | "sort")[] => [
  ...(withinKm === null ? [] : (["distance"] as const)),
  ...(sort === "near" ? (["sort"] as const) : []),
];

/** The same without distances. */
export const withoutDistances = (wish: SearchWish): SearchWish => ({
  ...wish,
  withinKm: null,
  sort: wish.sort === "near" ? "best" : wish.sort,
});

/** The limits a wish sets, in the order in which people give them up. */
export function limitsOf(wish: SearchWish): Limit[] {
  const set: [Limit, boolean][] = [
    ["distance", wish.withinKm !== null],
    ["area", wish.areas.length > 0],
    ["weekday", wish.weekdays.length > 0],
    ["hours", wish.hours.length > 0],
    ["open", wish.openSeats > 0],
    ["language", wish.languages.length > 0],
    ["organisation", wish.organisations.length > 0],
    ["kind", wish.kinds.length > 0],
    ["interest", wish.interests.length > 0],
  ];
  return set.filter(([, isSet]) => isSet).map(([limit]) => limit);
}

/** Neither words nor limits, on the first page: whoever asks so looks around. */
export const isBare = (wish: SearchWish): boolean =>
  wish.page === 1 && wish.text.trim() === "" && limitsOf(wish).length === 0;

/** Soonest is what begins from today on; behind it stands what has begun, the latest first, then what names no day. */
export function sortOf({ sort }: SearchWish, { origin, on }: Omit<Place, "schoolId">): Question["sort"] {
  if (sort === "near" && origin) return { nearest: origin };
  if (sort === "new") return { field: "publishedAt", descending: true };
  if (sort === "soon") return { field: "startsAt", from: momentOf(on) };
  return undefined;
}
