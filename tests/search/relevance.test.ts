import fc from "fast-check";
import { expect, it } from "vitest";
import { judge, percentile, summarise } from "~search/relevance";

const judged = (ids: string[], relevant: string[]) => judge(ids, { relevant, milliseconds: 1 });

it("gives full marks to an answer that begins with everything relevant", () => {
  expect(judged(["a", "b", "x"], ["b", "a"])).toMatchObject({ ndcg10: 1, recall10: 1, mrr10: 1, isEmpty: false });
});

it("discounts a find by its place", () => {
  const verdict = judged(["x", "a", "y"], ["a", "b"]);
  expect(verdict.ndcg10).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 10);
  expect(verdict).toMatchObject({ recall10: 0.5, mrr10: 0.5 });
});

it("does not count what stands behind the tenth place, nor one find twice", () => {
  const ten = Array.from({ length: 10 }, (_, place) => `x${place}`);
  expect(judged([...ten, "a"], ["a"])).toMatchObject({ ndcg10: 0, recall10: 0, mrr10: 0 });
  expect(judged(["a", "a", "a"], ["a", "b"]).recall10).toBe(0.5);
});

it("compares with the best ten when more than ten are relevant", () => {
  const many = Array.from({ length: 20 }, (_, place) => `r${place}`);
  expect(judged(many.slice(0, 10), many)).toMatchObject({ ndcg10: 1, recall10: 0.5 });
});

it("refuses a question nothing answers", () => {
  expect(() => judged(["a"], [])).toThrow("measures nothing");
});

it("never loses marks when a relevant document moves up", () => {
  const order = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e", "f"), { minLength: 2 });
  fc.assert(
    fc.property(order, fc.nat(), (ids, at) => {
      const place = 1 + (at % (ids.length - 1));
      const up = ids.with(place - 1, ids[place] as string).with(place, ids[place - 1] as string);
      const relevant = [ids[place] as string];
      expect(judged(up, relevant).ndcg10).toBeGreaterThanOrEqual(judged(ids, relevant).ndcg10);
    }),
  );
});

it("sums up with means, the share of empty answers and the nearest-rank percentiles", () => {
  const verdicts = [judged(["a"], ["a"]), judge([], { relevant: ["a"], milliseconds: 9 })];
  expect(summarise(verdicts)).toEqual({
    n: 2,
    ndcg10: 0.5,
    recall10: 0.5,
    mrr10: 0.5,
    zeroRate: 0.5,
    p50Ms: 1,
    p95Ms: 9,
  });
  expect(summarise([])).toMatchObject({ n: 0, ndcg10: 0, p95Ms: 0 });
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
});
