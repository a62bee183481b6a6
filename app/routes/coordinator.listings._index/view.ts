import type { ListingState } from "~/domain/listing/lifecycle";

/** The tabs, in the order in which work arrives. */
export const STATES = ["in_review", "published", "paused", "archived"] as const satisfies readonly ListingState[];

export interface DeskView {
  state: ListingState;
  words: string;
  page: number;
}

const LONGEST_WORDS = 100;

/** What an address asks to see; whatever makes no sense in it counts as not said. */
export function readView(url: string): DeskView {
  const search = new URL(url).searchParams;
  const asked = search.get("show");
  const page = Number(search.get("page"));
  const words = (search.get("q") ?? "").replaceAll(/[\0\p{Surrogate}]/gu, "").trim();
  return {
    state: STATES.find((state) => state === asked) ?? "in_review",
    words: words.slice(0, LONGEST_WORDS),
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** The address of a tab with the same words. */
export function tabAddress(state: ListingState, words: string): string {
  const search = new URLSearchParams();
  if (state !== "in_review") search.set("show", state);
  if (words) search.set("q", words);
  const query = search.toString();
  return query ? `/coordinator/listings?${query}` : "/coordinator/listings";
}
