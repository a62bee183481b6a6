import fc from "fast-check";
import { expect, test } from "vitest";
import { listBasicInterests } from "~/domain/interest/taxonomy";
import { type HostEvidence, whyForHost } from "~/domain/matching/why-for-host";

const why = (evidence: Partial<HostEvidence>) =>
  whyForHost({ toldInterests: [], placementInterests: [], mentorInterests: [], ...evidence });

test("a student whose likes meet nothing has chosen the placement all the same", () => {
  expect(why({ toldInterests: ["animals"], placementInterests: ["finance"] })).toEqual([{ code: "chose" }]);
});

test("what the placement is about comes before what its mentor likes, each in the order it was told", () => {
  const toldInterests = ["science", "healthcare", "animals"];
  expect(why({ toldInterests, placementInterests: ["animals", "healthcare"], mentorInterests: toldInterests })).toEqual(
    [
      { code: "chose" },
      { code: "shared", interestIds: ["healthcare", "animals"] },
      { code: "mentor_too", interestIds: ["science"] },
    ],
  );
});

test("what is close to the placement is said where there is room for a third reason", () => {
  expect(why({ toldInterests: ["robotics"], placementInterests: ["engineering"] })).toEqual([
    { code: "chose" },
    { code: "related", interestId: "robotics", relatedId: "engineering" },
  ]);
});

const ids = listBasicInterests().map(({ id }) => id);
const tags = fc.uniqueArray(fc.constantFrom(...ids, "gone-from-the-taxonomy"), { maxLength: 6 });

test("there are one to three reasons, which name told interests only, and each once (property)", () => {
  fc.assert(
    fc.property(tags, tags, tags, (toldInterests, placementInterests, mentorInterests) => {
      const [chose, ...rest] = whyForHost({ toldInterests, placementInterests, mentorInterests });
      const named = rest.flatMap((reason) =>
        reason.code === "related" ? [reason.interestId] : reason.code === "chose" ? ["twice"] : reason.interestIds,
      );
      expect(chose).toEqual({ code: "chose" });
      expect(rest.length).toBeLessThanOrEqual(2);
      expect(new Set(named).size).toBe(named.length);
      for (const id of named) expect(ids.filter((known) => toldInterests.includes(known))).toContain(id);
    }),
  );
});
