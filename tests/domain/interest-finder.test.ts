import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CardPair } from "~/domain/interest/finder/deck";
import { CARDS, firstQuestions, typeOfCard } from "~/domain/interest/finder/deck";
import { nextQuestion, QUESTIONS } from "~/domain/interest/finder/next-question";
import { FEWEST_ANSWERS, profileOf, saysNothing } from "~/domain/interest/finder/profile";
import { type Answered, CARD_ANSWERS, type CardAnswer, standingsOf } from "~/domain/interest/finder/standing";
import { suggestionsOf } from "~/domain/interest/finder/suggestions";
import { MOST_LIKES } from "~/domain/interest/student-interest";

const turns = fc.integer({ min: 0, max: 1000 });
const answerLists = fc.array(fc.constantFrom(...CARD_ANSWERS), { minLength: QUESTIONS, maxLength: QUESTIONS });

/** Goes through the cards with somebody who decides by a rule. */
function goThrough(turn: number, decide: (pair: CardPair, step: number) => CardAnswer): Answered[] {
  const answers: Answered[] = [];
  for (let pair = nextQuestion(answers, turn); pair; pair = nextQuestion(answers, turn))
    answers.push({ ...pair, answer: decide(pair, answers.length) });
  return answers;
}

const likes =
  (rank: (id: string) => number) =>
  ({ left, right }: CardPair): CardAnswer => {
    const [a, b] = [rank(left), rank(right)];
    if (a < 0 && b < 0) return "neither";
    if (a === b) return "unsure";
    return a > b ? "left" : "right";
  };

describe("the order of the cards", () => {
  it("lets every type meet every other exactly once in the first part (property)", () => {
    fc.assert(
      fc.property(turns, (turn) => {
        const meetings = firstQuestions(turn).map(({ left, right }) =>
          [typeOfCard(left), typeOfCard(right)].sort().join(" "),
        );
        expect(meetings).toHaveLength(15);
        expect(new Set(meetings).size).toBe(15);
      }),
    );
  });

  it("asks 24 questions, fewer only when nearly every card was refused, and no two cards meet twice (property)", () => {
    fc.assert(
      fc.property(turns, answerLists, (turn, list) => {
        const answers = goThrough(turn, (_, step) => list[step] as CardAnswer);
        const refused = new Set(answers.flatMap((one) => (one.answer === "neither" ? [one.left, one.right] : [])));
        if (refused.size < CARDS.length - 1) expect(answers).toHaveLength(QUESTIONS);
        const pairs = answers.map(({ left, right }) => [left, right].sort().join(" "));
        expect(new Set(pairs).size).toBe(answers.length);
        for (const { left, right } of answers) expect(left).not.toBe(right);
      }),
      { numRuns: 300 },
    );
  });

  it("brings no card again that got a no thanks, once it looks closer (property)", () => {
    fc.assert(
      fc.property(turns, answerLists, (turn, list) => {
        const answers = goThrough(turn, (_, step) => list[step] as CardAnswer);
        answers.forEach(({ left, right }, step) => {
          if (step < 15) return;
          const refused = answers.slice(0, step).filter(({ answer }) => answer === "neither");
          for (const before of refused) {
            expect([before.left, before.right]).not.toContain(left);
            expect([before.left, before.right]).not.toContain(right);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("shows neighbours different cards", () => {
    expect(nextQuestion([], 0)).not.toEqual(nextQuestion([], 1));
  });
});

describe("how the cards stand", () => {
  it("does not depend on the side a card lies on, nor on the order of the answers (property)", () => {
    const card = fc.constantFrom(...CARDS);
    const pair = fc.tuple(card, card).filter(([left, right]) => left !== right);
    const answered = fc
      .tuple(pair, fc.constantFrom(...CARD_ANSWERS))
      .map(([[left, right], answer]): Answered => ({ left, right, answer }));
    const mirrored = ({ left, right, answer }: Answered): Answered => ({
      left: right,
      right: left,
      answer: answer === "left" ? "right" : answer === "right" ? "left" : answer,
    });
    fc.assert(
      fc.property(fc.array(answered, { maxLength: 30 }), (answers) => {
        const other = standingsOf([...answers].reverse().map(mirrored));
        expect(other).toEqual(standingsOf(answers));
      }),
    );
  });
});

describe("not sure and no thanks", () => {
  const answered = fc
    .tuple(fc.constantFrom(...CARDS), fc.constantFrom(...CARDS), fc.constantFrom(...CARD_ANSWERS))
    .filter(([left, right]) => left !== right)
    .map(([left, right, answer]): Answered => ({ left, right, answer }));
  const lists = fc.array(answered, { maxLength: 30 });
  const tasteOfAll = (answers: readonly Answered[]) => {
    const { cards, types } = standingsOf(answers);
    return { types, cards: cards.map(({ id, standing, chosen, refused }) => ({ id, standing, chosen, refused })) };
  };

  it("moves no card and no type to either side when somebody is not sure (property)", () => {
    fc.assert(
      fc.property(lists, (answers) => {
        expect(tasteOfAll(answers)).toEqual(tasteOfAll(answers.filter(({ answer }) => answer !== "unsure")));
      }),
    );
  });

  it("takes no thanks as little liking of both cards, and of both as little (property)", () => {
    fc.assert(
      fc.property(lists, answered, (answers, { left, right }) => {
        const of = (list: readonly Answered[], id: string) =>
          standingsOf(list).cards.find((card) => card.id === id)?.standing ?? Number.NaN;
        const fresh = answers.filter((one) => ![one.left, one.right].some((id) => id === left || id === right));
        const after = [...fresh, { left, right, answer: "neither" as const }];
        for (const id of [left, right]) {
          expect(of(after, id)).toBeLessThan(0);
          expect(of(after, id)).toBeLessThanOrEqual(of(fresh, id));
        }
        if (typeOfCard(left) === typeOfCard(right)) expect(of(after, left)).toBe(of(after, right));
      }),
    );
  });

  it("leads to the same card after an answer was taken back as if it had never been given (property)", () => {
    fc.assert(
      fc.property(turns, answerLists, fc.constantFrom(...CARD_ANSWERS), (turn, list, mistake) => {
        const straight = goThrough(turn, (_, step) => list[step] as CardAnswer);
        const stumbling: Answered[] = [];
        for (const given of straight) {
          const pair = nextQuestion(stumbling, turn) as CardPair;
          stumbling.push({ ...pair, answer: mistake });
          nextQuestion(stumbling, turn);
          stumbling.pop();
          stumbling.push({ ...(nextQuestion(stumbling, turn) as CardPair), answer: given.answer });
        }
        expect(stumbling).toEqual(straight);
        expect(profileOf(stumbling)).toEqual(profileOf(straight));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the profile", () => {
  it("says that nobody knows yet where somebody was never sure", () => {
    const profile = profileOf(goThrough(5, () => "unsure"));
    expect(profile).toEqual({ types: [], liked: [], disliked: [] });
    expect(profile && saysNothing(profile)).toBe(true);
  });

  it("names no type that stands no better than one it leaves out (property)", () => {
    fc.assert(
      fc.property(turns, answerLists, (turn, list) => {
        const answers = goThrough(turn, (_, step) => list[step] as CardAnswer);
        const { types } = standingsOf(answers);
        const named = profileOf(answers)?.types ?? [];
        const means = new Map(types.map(({ type, mean }) => [type, mean]));
        const worst = Math.min(...named.map((type) => means.get(type) ?? 0));
        for (const { type, mean } of types)
          if (!named.includes(type) && named.length > 0) expect(mean).toBeLessThan(worst);
        expect(named.every((type) => (means.get(type) ?? 0) > 0)).toBe(true);
        expect(named.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("finds what somebody likes, from three cards of one type that they prefer to everything else", () => {
    const loved = ["animals", "gardening", "repair"];
    for (let turn = 0; turn < 20; turn++) {
      const profile = profileOf(
        goThrough(
          turn,
          likes((id) => (loved.includes(id) ? 2 : typeOfCard(id) === "realistic" ? 1 : 0)),
        ),
      );
      expect(profile?.types[0]).toBe("realistic");
      const liked = profile?.liked.map(({ interestId }) => interestId) ?? [];
      expect(liked).toEqual(expect.arrayContaining(loved));
    }
  });

  it("counts what nobody wants as a dislike, never as a like", () => {
    const hated = ["office", "finance", "logistics", "libraries"];
    const profile = profileOf(
      goThrough(
        3,
        likes((id) => (hated.includes(id) ? -1 : typeOfCard(id) === "enterprising" ? -1 : 1)),
      ),
    );
    expect(profile?.disliked.length).toBeGreaterThan(0);
    for (const { interestId } of profile?.liked ?? []) expect(hated).not.toContain(interestId);
    expect(profile?.disliked.every((id) => ["conventional", "enterprising"].includes(typeOfCard(id)))).toBe(true);
  });

  it("likes nothing when every answer was a no thanks", () => {
    const answers = goThrough(0, () => "neither");
    expect(answers.length).toBeLessThan(QUESTIONS);
    const profile = profileOf(answers);
    expect(profile).toMatchObject({ types: [], liked: [] });
  });

  it("says nothing about somebody who answered seven cards", () => {
    expect(profileOf(goThrough(0, () => "left").slice(0, FEWEST_ANSWERS - 1))).toBeNull();
    expect(profileOf(goThrough(0, () => "left").slice(0, FEWEST_ANSWERS))).not.toBeNull();
  });

  it("never names an interest as liked and disliked (property)", () => {
    fc.assert(
      fc.property(turns, answerLists, (turn, list) => {
        const profile = profileOf(goThrough(turn, (_, step) => list[step] as CardAnswer));
        const liked = new Set(profile?.liked.map(({ interestId }) => interestId));
        expect(profile?.disliked.filter((id) => liked.has(id))).toEqual([]);
      }),
    );
  });
});

describe("what the cards suggest for the list", () => {
  const profile = {
    types: [],
    liked: ["animals", "music", "repair"].map((interestId) => ({ interestId, strength: 1 as const })),
    disliked: ["office", "finance"],
  };

  it("leaves alone whatever the student has a word on, liked or not", () => {
    const said = [
      { interestId: "animals", strength: 3 as const, liked: false },
      { interestId: "office", strength: 1 as const, liked: true },
    ];
    expect(suggestionsOf(profile, said).map(({ interestId }) => interestId)).toEqual(["music", "repair", "finance"]);
  });

  it("suggests no more likes than the list has room for", () => {
    const others = CARDS.filter((id) => !["animals", "music", "repair", "office", "finance"].includes(id));
    const said = others
      .slice(0, MOST_LIKES - 1)
      .map((interestId) => ({ interestId, strength: 1 as const, liked: true }));
    const suggested = suggestionsOf(profile, said);
    expect(suggested.filter(({ liked }) => liked).map(({ interestId }) => interestId)).toEqual(["animals"]);
    expect(suggested.filter(({ liked }) => !liked)).toHaveLength(2);
  });
});
