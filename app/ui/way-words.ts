import type { Datum } from "~/domain/matching/findings";
import type { TravelMode } from "~/domain/matching/travel-modes";
import type { TextKey } from "~/locales/text-key";

/** Further than this is another city: nobody plans such a way by the minute. */
const FAR_AWAY_MINUTES = 180;

/**
 * What a sentence about a way is filled with: `way` says by what means, and the context (i18next `context`) `away` leaves the
 * minutes out, `about` is for minutes that are worked out from a distance and stand in no table of the school.
 */
export function wayWords(
  { minutes, mode, source }: Datum,
  text: (key: TextKey) => string,
): { way?: string; context?: "away" | "about" } {
  if (typeof minutes !== "number") return {};
  const way = mode === undefined ? "" : text(`matching:way.${mode as TravelMode}`);
  if (minutes > FAR_AWAY_MINUTES) return { way, context: "away" };
  return source === "distance" ? { way, context: "about" } : { way };
}
