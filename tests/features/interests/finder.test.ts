import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CardAnswer } from "~/domain/interest/finder/standing";
import { answerCard } from "~/features/interests/answer-card.server";
import { beginFinderAgain } from "~/features/interests/begin-finder-again.server";
import { finishFinder } from "~/features/interests/finish-finder.server";
import { openFinder } from "~/features/interests/open-finder.server";
import { openProfile } from "~/features/interests/open-profile.server";
import { takeBackAnswer } from "~/features/interests/take-back-answer.server";
import { staff, student } from "../../support/pursuit-way";
import { countRows, openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ana = student("ana");

/** Answers the question the student is at, and says what came of it. */
async function answer(given: CardAnswer, by = ana) {
  const { step, question } = await openFinder(stage.wiring, by);
  if (!question) throw new Error("there is no card left");
  return answerCard(stage.wiring, by, { step, ...question, answer: given });
}

async function answerMany(count: number, given: CardAnswer, by = ana) {
  for (let n = 0; n < count; n += 1) expect(await answer(given, by)).toMatchObject({ ok: true });
}

test("looking at the cards writes nothing; the first answer begins", async () => {
  const before = await openFinder(stage.wiring, ana);
  expect(before).toMatchObject({ step: 0, total: 24, mayFinish: false, finished: false });
  expect(await countRows(stage, "interest_sittings")).toBe(0);
  await answer("left");
  expect(await openFinder(stage.wiring, ana)).toMatchObject({ step: 1 });
});

test("a student who stops comes back to the same card, and another student has cards of their own", async () => {
  await answerMany(3, "left");
  const stopped = await openFinder(stage.wiring, ana);
  expect(await openFinder(stage.wiring, ana)).toEqual(stopped);
  expect(await openFinder(stage.wiring, student("leo"))).toMatchObject({ step: 0 });
});

test("the last of 24 answers finishes, and the profile says what was chosen", async () => {
  await answerMany(23, "left");
  expect(await answer("left")).toEqual({ ok: true, value: { finished: true } });
  expect(await openFinder(stage.wiring, ana)).toMatchObject({ question: null, finished: true });
  const { profile, finishedAt } = await openProfile(stage.wiring, ana);
  expect(profile?.liked.length).toBeGreaterThan(0);
  expect(finishedAt).toBe(stage.wiring.clock.now().toISOString());
});

test("a double click is one answer, also when both arrive at once", async () => {
  const { question } = await openFinder(stage.wiring, ana);
  if (!question) throw new Error("there is a first card");
  const twice = { step: 0, ...question, answer: "left" as const };
  const outcomes = await Promise.all([1, 2, 3].map(() => answerCard(stage.wiring, ana, twice)));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(await countRows(stage, "interest_answers")).toBe(1);
});

test("an answer to a card that is not the current one changes nothing", async () => {
  await answerMany(2, "left");
  const { question } = await openFinder(stage.wiring, ana);
  if (!question) throw new Error("there is a third card");
  const wrong = [
    { step: 0, ...question, answer: "right" as const },
    { step: 7, ...question, answer: "left" as const },
    { step: 2, left: question.right, right: question.left, answer: "left" as const },
    { step: 2, left: "nothing", right: question.right, answer: "left" as const },
  ];
  for (const one of wrong)
    expect(await answerCard(stage.wiring, ana, one)).toMatchObject({ ok: false, reason: "not_asked" });
  expect(await countRows(stage, "interest_answers")).toBe(2);
});

test("one step back takes back one answer, however often it is sent", async () => {
  await answerMany(2, "left");
  const back = () => takeBackAnswer(stage.wiring, ana, { step: 2 });
  expect(await back()).toMatchObject({ ok: true });
  expect(await back()).toMatchObject({ ok: false, reason: "not_asked" });
  expect(await openFinder(stage.wiring, ana)).toMatchObject({ step: 1 });
  expect(await takeBackAnswer(stage.wiring, student("leo"), { step: 0 })).toMatchObject({ reason: "not_asked" });
});

test("eight answers are enough to look at a result, seven are not", async () => {
  await answerMany(7, "right");
  expect(await finishFinder(stage.wiring, ana)).toMatchObject({ ok: false, reason: "too_few_answers" });
  await answer("right");
  expect(await finishFinder(stage.wiring, ana)).toMatchObject({ ok: true });
  expect((await openProfile(stage.wiring, ana)).profile).not.toBeNull();
});

test("once more through the cards keeps the profile until the new one is finished", async () => {
  await answerMany(24, "left");
  const first = await openProfile(stage.wiring, ana);
  await beginFinderAgain(stage.wiring, ana);
  await beginFinderAgain(stage.wiring, ana);
  expect(await countRows(stage, "interest_sittings")).toBe(2);
  await answerMany(4, "neither");
  expect((await openProfile(stage.wiring, ana)).profile).toEqual(first.profile);
  while ((await openFinder(stage.wiring, ana)).question) await answer("neither");
  expect((await openProfile(stage.wiring, ana)).profile).toMatchObject({ types: [], liked: [] });
});

test("nobody but a student goes through cards", async () => {
  const ines = staff("ines");
  const { question } = await openFinder(stage.wiring, ana);
  if (!question) throw new Error("there is a first card");
  const outcomes = [
    await answerCard(stage.wiring, ines, { step: 0, ...question, answer: "left" }),
    await takeBackAnswer(stage.wiring, ines, { step: 1 }),
    await finishFinder(stage.wiring, ines),
    await beginFinderAgain(stage.wiring, ines),
  ];
  for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, reason: "not_permitted" });
  expect(await countRows(stage, "interest_sittings")).toBe(0);
});
