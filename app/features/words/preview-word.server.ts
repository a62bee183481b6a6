import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import type { OwnWord } from "~/domain/interest/interests-in-text";
import { readSchoolWord, type WordFault } from "~/domain/interest/school-word";
import { type Outcome, refused } from "~/domain/outcome";
import { mayReviewListings } from "~/domain/placement/policy";
import { askSearch } from "~/steps/ask-search.server";
import type { Wiring } from "~/wiring";
import { listWordsInUse } from "~db/school-words.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";
import { PLACEMENTS, runningOn } from "~search/placement-document";
import { planQuery, readWordRarities } from "~search/plan-query";
import { reRank } from "~search/re-rank";

/** Titles shown of each answer. */
const SHOWN = 5;
const LOOKED_AT = 100;

interface Found {
  total: number;
  titles: string[];
  degraded: boolean;
}

export interface WordPreview {
  word: string;
  before: Found;
  after: Found;
  degraded: boolean;
}

/** What somebody who types a word finds at the school now, and would find if the word stood for an interest. Stores nothing. */
export async function previewWord(
  wiring: Wiring,
  actor: Actor,
  input: { interestId: string; word: string },
): Promise<Outcome<WordPreview, WordFault | "not_permitted" | "search_away">> {
  if (actor.kind !== "staff" || !mayReviewListings(actor)) return refused("not_permitted");
  const read = readSchoolWord(input.word, input.interestId);
  if (!read.ok) return refused(read.reason);
  const { schoolId } = actor;
  const { own, on } = await withScope(wiring, actor, async (tx) => ({
    own: await listWordsInUse(tx, schoolId),
    on: civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone),
  }));
  const find = async (ownWords: readonly OwnWord[]): Promise<Found> => {
    const { search } = wiring;
    const rarities = await readWordRarities(search, { index: PLACEMENTS, text: read.value });
    const plan = planQuery({ text: `${read.value} `, capabilities: search.capabilities, rarities, ownWords });
    const answer = await search.search(PLACEMENTS, {
      ...plan,
      scope: { schoolId },
      filters: runningOn(on),
      offset: 0,
      limit: LOOKED_AT,
    });
    const placementIds = reRank(answer).map(({ id }) => id);
    const { degraded } = answer;
    if (placementIds.length === 0) return { total: 0, titles: [], degraded };
    const rows = await withScope(wiring, actor, (tx) => listListingsForSearch(tx, { schoolId, placementIds, on }));
    const titles = new Map(rows.map((row) => [row.placement_id, row.title]));
    const shown = placementIds.flatMap((id) => titles.get(id) ?? []);
    const total = Math.max(0, answer.total - (placementIds.length - shown.length));
    return { total, titles: shown.slice(0, SHOWN), degraded };
  };
  const added = { interestId: input.interestId, word: read.value };
  return askSearch(wiring, async () => {
    const [before, after] = [await find(own), await find([...own, added])];
    return { word: read.value, before, after, degraded: before.degraded || after.degraded };
  });
}
