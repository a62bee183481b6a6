import { TOUCHED } from "~/domain/outreach/contact";
import { UUID } from "~/domain/uuid";
import type { ContactView } from "~/features/outreach/list-contacts.server";

const LONGEST_WORDS = 100;

/** What an address asks to see; whatever makes no sense in it counts as not said. */
export function readView(url: string): ContactView {
  const search = new URL(url).searchParams;
  const owner = clean(search.get("owner")).toLowerCase();
  const touched = search.get("touched");
  const page = Number(search.get("page"));
  return {
    words: clean(search.get("q")),
    tag: clean(search.get("tag")),
    owner: owner === "nobody" || UUID.test(owner) ? owner : null,
    touched: TOUCHED.find((each) => each === touched) ?? "any",
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

function clean(typed: string | null): string {
  const plain = (typed ?? "").replaceAll(/[\0\p{Surrogate}]/gu, "").trim();
  return plain.slice(0, LONGEST_WORDS);
}

/** True when the address leaves somebody out. */
export function isNarrowed({ words, tag, owner, touched }: ContactView): boolean {
  return words !== "" || tag !== "" || owner !== null || touched !== "any";
}
