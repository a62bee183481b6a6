import { expect, test } from "vitest";
import { oneByOne } from "~/steps/one-by-one.server";

test("one that fails is logged and keeps none behind it waiting, and the job is tried again", async () => {
  const logged: unknown[] = [];
  const log = { error: (facts: unknown) => void logged.push(facts) } as unknown as Parameters<
    typeof oneByOne
  >[0]["log"];
  const seen: number[] = [];
  const failure = new Error("the second");
  const all = oneByOne({ log }, [1, 2, 3], {
    about: (item) => ({ pursuitId: `p${item}` }),
    work: async (item) => {
      seen.push(item);
      if (item === 2) throw failure;
      return 1;
    },
  });
  await expect(all).rejects.toBe(failure);
  expect(seen).toEqual([1, 2, 3]);
  expect(logged).toEqual([{ err: failure, pursuitId: "p2" }]);
  expect(await oneByOne({ log }, [1, 2], { about: () => ({}), work: async (item) => item })).toBe(3);
});
