import { planQuery, readWordRarities } from "~search/plan-query";
import type { Point, Question, SearchDocument, SearchIndex } from "~search/port";
import { RE_RANKED, reRank } from "~search/re-rank";
import { SCHOOL } from "./corpus";

export interface Need {
  text: string;
  /** Two filters, three facets. */
  filtered?: true;
  /** At most five kilometres away, the nearest first. */
  near?: Point;
}

/** Something that searches, with what it takes to fill it and to ask it. */
export interface Competitor {
  name: string;
  fill(documents: readonly SearchDocument[]): Promise<void>;
  /** Answers how many it found. */
  ask(need: Need): Promise<number>;
  close(): Promise<void>;
}

const INDEX = "placements";

/** An engine as the product uses it: planner, engine, re-ranking. */
export function ofEngine(search: SearchIndex, close: () => Promise<void>): Competitor {
  return {
    name: search.capabilities.engine,
    fill: async (documents) => void (await search.rebuild(INDEX, batchesOf(documents))),
    async ask(need) {
      const answer = await search.search(INDEX, await questionOf(search, need));
      if (!need.near) reRank(answer);
      return answer.total;
    },
    close,
  };
}

async function questionOf(search: SearchIndex, { text, filtered, near }: Need): Promise<Question> {
  const rarities = await readWordRarities(search, { index: INDEX, text });
  return {
    ...planQuery({ text, capabilities: search.capabilities, rarities }),
    scope: { schoolId: SCHOOL },
    offset: 0,
    limit: RE_RANKED,
    ...(filtered && {
      filters: { kind: { field: "kind", in: ["internship"] }, weekday: { field: "weekday", in: [2] } },
      facets: ["kind", "weekday", "interest"],
    }),
    ...(near && { filters: { distance: { near, withinMetres: 5_000 } }, sort: { nearest: near } }),
  };
}

function* batchesOf(documents: readonly SearchDocument[], size = 1_000): Generator<readonly SearchDocument[]> {
  for (let start = 0; start < documents.length; start += size) yield documents.slice(start, start + size);
}
