import type { OwnWord } from "~/domain/interest/interests-in-text";
import type { Wiring } from "~/wiring";
import { PLACEMENTS } from "~search/placement-document";
import { planQuery, readWordRarities } from "~search/plan-query";
import type { Point } from "~search/port";
import { filtersOf, type SearchWish } from "./search-wish";
import { surestEngine } from "./surest-engine";

/** A mail names a few of them; what is behind these is on the page. */
const MOST_NEWS = 100;

interface Asked {
  wish: SearchWish;
  schoolId: string;
  /** The school's day. */
  on: string;
  origin: Point | null;
  /** The school's own words for interests, as on the page of the search. */
  ownWords: readonly OwnWord[];
  /** The reader's. */
  language: string | undefined;
  since: Date;
  /** Where the news end. What was listed later is told another time, and takes nobody's place among the hundred. */
  until: Date;
}

/** Placements that a wish finds and that the school listed between two moments, its newest first. */
export async function findNews(wiring: Wiring, asked: Asked): Promise<string[]> {
  const { wish, schoolId, on, origin, ownWords, language, since, until } = asked;
  const { text } = wish;
  const engine = surestEngine(wiring);
  const rarities = await readWordRarities(engine, { index: PLACEMENTS, text });
  const plan = planQuery({ text, capabilities: engine.capabilities, rarities, ownWords });
  const answer = await engine.search(PLACEMENTS, {
    ...plan,
    ...(language && { language }),
    scope: { schoolId },
    filters: {
      ...filtersOf(wish, { schoolId, on, origin }),
      since: { field: "publishedAt", atLeast: since.getTime(), atMost: until.getTime() },
    },
    sort: { field: "publishedAt", descending: true },
    offset: 0,
    limit: MOST_NEWS,
  });
  return answer.hits.map(({ id }) => id);
}
