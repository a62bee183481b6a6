import { expect, test } from "vitest";
import { chosenFacts, contradictions, factsAfterUndo } from "~/domain/merge/choices";

const kept = { name: "Oak", sector: "business", about: "", website: "oak.org" };
const other = { name: "The Oak", sector: "business", about: "Trees.", website: "oak.example" };

test("only what both say, and say differently, is a contradiction", () => {
  expect(contradictions(kept, other)).toEqual(["name", "website"]);
});

test("what was chosen stands, what one alone says is kept, and nobody's choice is the kept one's words", () => {
  expect(chosenFacts(kept, other, { name: "other" })).toEqual({
    ...{ name: "The Oak", sector: "business", about: "Trees.", website: "oak.org" },
  });
});

test("an undo gives back what the merge took, and leaves what somebody wrote since", () => {
  const now = { ...chosenFacts(kept, other, { name: "other", website: "other" }), website: "oak.new" };
  expect(factsAfterUndo({ now, before: kept, other })).toEqual({ ...kept, website: "oak.new" });
});
