import type { PeopleList } from "~/features/people/list-people.server";

/** The lists, in the order a school fills them. */
export const LISTS = [
  "all",
  "student",
  "guardian",
  "advisor",
  "coordinator",
  "admin",
  "mentor",
] as const satisfies readonly PeopleList[];

export interface PeopleView {
  show: PeopleList;
  words: string;
  page: number;
}

const LONGEST_WORDS = 100;

/** What an address asks to see; whatever makes no sense in it counts as not said. */
export function readView(url: string): PeopleView {
  const search = new URL(url).searchParams;
  const asked = search.get("show");
  const page = Number(search.get("page"));
  const words = (search.get("q") ?? "").replaceAll(/[\0\p{Surrogate}]/gu, "").trim();
  return {
    show: LISTS.find((list) => list === asked) ?? "all",
    words: words.slice(0, LONGEST_WORDS),
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** The address of a list with the same words. */
export function listAddress(show: PeopleList, words: string): string {
  const search = new URLSearchParams();
  if (show !== "all") search.set("show", show);
  if (words) search.set("q", words);
  const query = search.toString();
  return query ? `/coordinator/people?${query}` : "/coordinator/people";
}
