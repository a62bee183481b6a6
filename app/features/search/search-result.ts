import type { ListingForSearch } from "~db/search-rows.server";
import type { Hit, Point, Range } from "~search/port";
import { STOP_WORDS } from "~search/stop-words";
import { fold } from "~search/words";
import type { Fit } from "./fit";
import type { ListingPlaces } from "./listing-places";
import { shownPoint } from "./placement-facts";

/** More lines than these are no reason, but a text. */
const MOST_ANSWERING = 3;

/** One placement as a page of results shows it. */
export interface SearchResult {
  listingId: string;
  title: string;
  /** Stretches of the title that answer what was typed. */
  titleMarks: readonly Range[];
  /** Other names of the work, and skills, that answer what was typed: they say why it was found. */
  aliases: MarkedLine[];
  skills: MarkedLine[];
  organisation: string;
  kind: string;
  days: { weekday: number; startsAt: string; endsAt: string }[];
  mode: string;
  area: string | null;
  interests: string[];
  /** As many more students can go after it. */
  openSeats: number;
  isOpen: boolean;
  metres: number | null;
  /** Where it is on the map; coarse for a private home, null for what is nowhere in particular. */
  point: Point | null;
  fit: Fit | null;
  wished: boolean;
  pursuit: { pursuitId: string; state: string } | null;
}

export interface MarkedLine {
  text: string;
  marks: readonly Range[];
}

interface Found {
  hit: Hit;
  listing: ListingForSearch;
  places: ListingPlaces;
  fit: Fit | null;
  wished: boolean;
  pursuit: SearchResult["pursuit"];
}

export function toResult({ hit, listing, places, fit, wished, pursuit }: Found): SearchResult {
  // Taken once: an engine may work the marks out when they are asked for, and then those of all fields.
  const { texts, highlights } = hit;
  // Marks belong to the text that was indexed; a title that has changed since is shown without.
  const isSameTitle = texts.title?.[0] === listing.title;
  return {
    listingId: listing.listing_id,
    title: listing.title,
    titleMarks: isSameTitle ? (highlights.title?.[0] ?? []) : [],
    aliases: answering(listing.aliases, { indexed: texts.aliases, highlights: highlights.aliases }),
    skills: answering(listing.skills, { indexed: texts.skills, highlights: highlights.skills }),
    organisation: listing.organisation_name,
    kind: listing.kind,
    days: (listing.days ?? []).map((day) => ({ weekday: day.weekday, startsAt: day.starts_at, endsAt: day.ends_at })),
    mode: listing.site_mode ?? "on_site",
    area: listing.area_name ?? listing.city ?? null,
    interests: listing.interests ?? [],
    openSeats: places.room,
    isOpen: places.isOpen,
    metres: hit.metres ?? null,
    point: shownPoint(listing),
    fit,
    wished,
    pursuit,
  };
}

interface IndexedLines {
  indexed: readonly string[] | undefined;
  highlights: readonly (readonly Range[])[] | undefined;
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(STOP_WORDS);

/** Lines of the row in which a word of the question was found that says something; what has changed since it was indexed is left out. */
function answering(lines: readonly string[], { indexed = [], highlights = [] }: IndexedLines): MarkedLine[] {
  return lines
    .map((text) => ({ text, marks: highlights[indexed.indexOf(text)] ?? [] }))
    .filter(({ text, marks }) => marks.some(([start, end]) => !SAYS_NOTHING.has(fold(text.slice(start, end)))))
    .slice(0, MOST_ANSWERING);
}
