import { RECRUITMENT_RADII_KM } from "~/domain/interest/recruitment";
import { isInterestId } from "~/domain/interest/taxonomy";
import { UUID } from "~/domain/uuid";
import type { AudienceView } from "~/features/outreach/list-audience.server";

export type AskedAudience = Omit<AudienceView, "sequenceId">;

const LONGEST_WORDS = 100;

/** What an address asks to see; whatever makes no sense in it counts as not said. */
export function readAudience(url: string): AskedAudience {
  const search = new URL(url).searchParams;
  const interestId = clean(search.get("interest"));
  const areaId = clean(search.get("near")).toLowerCase();
  const within = Number(search.get("within"));
  return {
    words: clean(search.get("q")),
    tag: clean(search.get("tag")),
    interestId: isInterestId(interestId) ? interestId : "",
    areaId: UUID.test(areaId) ? areaId : "",
    withinKm: RECRUITMENT_RADII_KM.find((kilometres) => kilometres === within) ?? 10,
  };
}

function clean(typed: string | null): string {
  const plain = (typed ?? "").replaceAll(/[\0\p{Surrogate}]/gu, "").trim();
  return plain.slice(0, LONGEST_WORDS);
}
