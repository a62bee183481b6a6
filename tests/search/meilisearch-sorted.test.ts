import { expect, it } from "vitest";
import { answerFrom } from "~search/meilisearch-sorted";
import type { Answer, Question } from "~search/port";
import { idsOf, LAKEVIEW } from "./documents";

const answerOf = (...ids: string[]): Answer => ({
  hits: ids.map((id) => ({ id, score: 1, texts: {}, highlights: {} })),
  total: ids.length,
  totalIsExact: false,
  facets: {},
  named: [],
  meanings: [],
  served: "meilisearch",
  degraded: false,
});

it("shows a document once that moves behind the value between the two questions", async () => {
  const sort = { field: "startsAt", from: 10 };
  const question: Question = { scope: { schoolId: LAKEVIEW }, parts: [], offset: 0, limit: 20, sort };
  // Ahead of the value when the first is asked, behind it when the second is: the index was swapped in between.
  const ask = async ({ sort: order, limit }: Question) => {
    if (limit === 0) return answerOf("stays", "moves");
    return order && "descending" in order ? answerOf("moves", "behind") : answerOf("stays", "moves");
  };
  expect(idsOf(await answerFrom(ask, question, sort))).toEqual(["stays", "moves", "behind"]);
});
