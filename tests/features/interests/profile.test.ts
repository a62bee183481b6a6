import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { MOST_LIKES } from "~/domain/interest/student-interest";
import { listBasicInterests } from "~/domain/interest/taxonomy";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { answerCard } from "~/features/interests/answer-card.server";
import { beginFinderAgain } from "~/features/interests/begin-finder-again.server";
import { openFinder } from "~/features/interests/open-finder.server";
import { openProfile } from "~/features/interests/open-profile.server";
import { openSharedProfile } from "~/features/interests/open-shared-profile.server";
import { saveInterests } from "~/features/interests/save-interests.server";
import { shareProfile } from "~/features/interests/share-profile.server";
import { cast, castActor } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const jada = student("jada");

async function goThroughCards(by = jada) {
  for (;;) {
    const { step, question } = await openFinder(stage.wiring, by);
    if (!question) return;
    await answerCard(stage.wiring, by, { step, ...question, answer: "left" });
  }
}

const read = (actor: Actor) => openSharedProfile(stage.wiring, actor, { studentId: cast.jada.personId });
const keeps = { ok: false, reason: "not_found" };

test("what a student saves replaces what was there, and is found by both signs", async () => {
  const before = (await openProfile(stage.wiring, jada)).interests;
  try {
    const saved = await saveInterests(stage.wiring, jada, {
      interests: [
        { interestId: "dance", strength: 3, liked: true },
        { interestId: "office", strength: 2, liked: false },
      ],
      seen: 0,
    });
    expect(saved).toEqual({ ok: true, value: { liked: 1, disliked: 1 } });
    expect((await openProfile(stage.wiring, jada)).interests).toEqual([
      { interestId: "dance", strength: 3, liked: true },
      { interestId: "office", strength: 2, liked: false },
    ]);
    await saveInterests(stage.wiring, jada, { interests: [], seen: 0 });
    expect((await openProfile(stage.wiring, jada)).interests).toEqual([]);
  } finally {
    await saveInterests(stage.wiring, jada, { interests: before, seen: 0 });
  }
});

test("more likes than help, an unknown interest and somebody else's list are refused, and nothing is lost", async () => {
  const before = (await openProfile(stage.wiring, jada)).interests;
  const all = listBasicInterests().map(({ id }) => ({ interestId: id, strength: 1 as const, liked: true }));
  expect(await saveInterests(stage.wiring, jada, { interests: all.slice(0, MOST_LIKES + 1), seen: 0 })).toMatchObject({
    ok: false,
    reason: "too_many_likes",
    detail: { most: MOST_LIKES },
  });
  const unknown = [{ interestId: "sleeping", strength: 1 as const, liked: true }];
  expect(await saveInterests(stage.wiring, jada, { interests: unknown, seen: 0 })).toMatchObject({
    reason: "not_known",
  });
  for (const actor of [staff("ines"), castActor(cast.monique), castActor(cast.maya)])
    expect(await saveInterests(stage.wiring, actor, { interests: [], seen: 0 })).toMatchObject({
      reason: "not_permitted",
    });
  expect((await openProfile(stage.wiring, jada)).interests).toEqual(before);
});

test("there is nothing to share before the cards", async () => {
  expect(await shareProfile(stage.wiring, jada, { advisor: true, family: true })).toMatchObject({
    reason: "no_profile",
  });
  expect(await shareProfile(stage.wiring, staff("ines"), { advisor: true, family: true })).toMatchObject({
    reason: "not_permitted",
  });
});

test("nobody reads the words of the cards until the student says who may", async () => {
  await goThroughCards();
  for (const key of ["tom", "ines", "priya", "monique"] as const)
    expect(await read(castActor(cast[key]))).toMatchObject(keeps);
  await shareProfile(stage.wiring, jada, { advisor: true, family: false });
  for (const key of ["tom", "ines", "priya"] as const)
    expect(await read(castActor(cast[key])), key).toMatchObject({ ok: true });
  expect(await read(castActor(cast.monique))).toMatchObject(keeps);
  await shareProfile(stage.wiring, jada, { advisor: false, family: true });
  expect(await read(castActor(cast.monique))).toMatchObject({ ok: true, value: { name: "Jada" } });
  for (const key of ["tom", "ines"] as const) expect(await read(castActor(cast[key])), key).toMatchObject(keeps);
});

test("a shared profile stays closed to another advisor, another family, another school and to mentors", async () => {
  await goThroughCards();
  await shareProfile(stage.wiring, jada, { advisor: true, family: true });
  for (const key of ["june", "rosa", "malik", "dana", "nadia"] as const)
    expect(await read(castActor(cast[key])), key).toMatchObject(keeps);
  for (const key of ["maya", "ana"] as const)
    expect(await read(castActor(cast[key]))).toMatchObject({ reason: "not_permitted" });
});

test("an advisor sees who has no profile yet, who keeps it and who shows it", async () => {
  const tom = castActor(cast.tom);
  if (tom.kind !== "staff") throw new Error("Tom is staff");
  const profileOfJada = async () =>
    (await openAdvisory(stage.wiring, tom)).students.find(({ id }) => id === cast.jada.personId)?.profile;
  expect(await profileOfJada()).toBe("none");
  await goThroughCards();
  expect(await profileOfJada()).toBe("kept");
  await shareProfile(stage.wiring, jada, { advisor: true, family: false });
  expect(await profileOfJada()).toBe("shared");
});

test("who may read and what was saved is in the log", async () => {
  await goThroughCards();
  await shareProfile(stage.wiring, jada, { advisor: true, family: false });
  const acts = await stage.rows<{ noun: string; transition: string; to_state: string | null }>(
    "select noun, transition, to_state from audit_log where noun like 'interest%' order by at, id",
    [],
  );
  expect(acts).toEqual([
    expect.objectContaining({ noun: "interest_sitting", transition: "finish" }),
    expect.objectContaining({ noun: "interest_profile", transition: "share", to_state: "advisor" }),
  ]);
});

/** Jada's list is put back after. */
async function withJadasList(story: (before: Awaited<ReturnType<typeof openProfile>>["interests"]) => Promise<void>) {
  const before = (await openProfile(stage.wiring, jada)).interests;
  try {
    await story(before);
  } finally {
    await saveInterests(stage.wiring, jada, { interests: before, seen: 0 });
  }
}

test("what the cards suggest is on no list and in no plan before the student saves it, and leaves alone what is there", async () => {
  await withJadasList(async (before) => {
    await goThroughCards();
    const { interests, suggested } = await openProfile(stage.wiring, jada);
    expect(interests).toEqual(before);
    expect(suggested.length).toBeGreaterThan(0);
    const said = new Set(before.map(({ interestId }) => interestId));
    expect(suggested.filter(({ interestId }) => said.has(interestId))).toEqual([]);
  });
});

test("a suggestion that the student dropped does not come back before the cards are done again", async () => {
  await withJadasList(async (before) => {
    await goThroughCards();
    const { suggested, version } = await openProfile(stage.wiring, jada);
    const [kept] = suggested;
    if (!kept) throw new Error("the cards suggest something");
    await saveInterests(stage.wiring, jada, { interests: [...before, kept], seen: version });
    const after = await openProfile(stage.wiring, jada);
    expect(after.suggested).toEqual([]);
    expect(after.interests).toHaveLength(before.length + 1);
    await beginFinderAgain(stage.wiring, jada);
    await goThroughCards();
    expect((await openProfile(stage.wiring, jada)).suggested.length).toBeGreaterThan(0);
  });
});

test("a list that was saved from a page older than the cards does not answer what they suggest", async () => {
  await withJadasList(async (before) => {
    const { version } = await openProfile(stage.wiring, jada);
    await goThroughCards();
    await saveInterests(stage.wiring, jada, { interests: before, seen: version });
    expect((await openProfile(stage.wiring, jada)).suggested.length).toBeGreaterThan(0);
  });
});

test("who may read the profile stays as the student chose when the cards are done again", async () => {
  await goThroughCards();
  await shareProfile(stage.wiring, jada, { advisor: false, family: true });
  await beginFinderAgain(stage.wiring, jada);
  await goThroughCards();
  expect((await openProfile(stage.wiring, jada)).shared).toEqual({ advisor: false, family: true });
});
