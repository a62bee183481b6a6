import { z } from "zod";
import { MOST_POSTED_SEATS } from "~/domain/placement/post";
import { type SearchWish, SORTS } from "./search-wish";

const MOST_VALUES = 20;
const words = z.array(z.string().max(60)).max(MOST_VALUES).catch([]);

/** A wish as `saved_searches.wish` holds it. What an older or a newer build wrote is read as far as it is understood. */
const Kept = z.object({
  text: z.string().max(200).catch(""),
  kinds: words,
  hours: words,
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).catch([]),
  withinKm: z.number().positive().nullable().catch(null),
  areas: words,
  interests: words,
  languages: words,
  organisations: words,
  openOnly: z.boolean().catch(false),
  openSeats: z.number().int().min(0).max(MOST_POSTED_SEATS).optional().catch(undefined),
  sort: z.enum(SORTS).catch("best"),
});

/** Without what did not exist when the first searches were kept, where it says nothing. */
type KeptWish = Omit<z.infer<typeof Kept>, "organisations" | "hours" | "openSeats"> & {
  organisations?: string[];
  hours?: string[];
  openSeats?: number;
};

/** What is kept of a wish: all but the page, with every list in one order, so that the same wish is kept alike. */
export function keepWish({ text, ...wish }: SearchWish): KeptWish {
  const {
    kinds,
    weekdays,
    hours,
    areas,
    interests,
    languages,
    organisations,
    openSeats = 0,
    ...rest
  } = Kept.parse({
    ...wish,
    openOnly: wish.openSeats > 0,
    text: text.trim().slice(0, 200).toWellFormed(),
  });
  return {
    ...rest,
    kinds: kinds.toSorted(),
    weekdays: weekdays.toSorted(),
    areas: areas.toSorted(),
    interests: interests.toSorted(),
    languages: languages.toSorted(),
    ...(organisations.length > 0 && { organisations: organisations.toSorted() }),
    ...(hours.length > 0 && { hours: hours.toSorted() }),
    ...(openSeats > 1 && { openSeats }),
  };
}

/** The wish that was kept, at its first page. */
export function readKeptWish(kept: unknown): SearchWish {
  const { openOnly, openSeats, ...wish } = Kept.parse(kept ?? {});
  return { ...wish, openSeats: openSeats ?? (openOnly ? 1 : 0), page: 1 };
}
