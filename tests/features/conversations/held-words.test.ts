import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { openHeldWords } from "~/features/conversations/open-held-words.server";
import { previewHeldWord } from "~/features/conversations/preview-held-word.server";
import { saveHeldWord } from "~/features/conversations/save-held-word.server";
import { cast, castActor } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { pngOf } from "../../support/pictures";
import { staff, student } from "../../support/pursuit-way";
import { openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from held_words");
});
afterAll(() => stage.close());

const maya = castActor(cast.maya);
const ines = staff("ines");
const save = (actor: Actor, phrase: string, { isHeld = true, language = "en" } = {}) =>
  saveHeldWord(stage.wiring, actor, { phrase, language, isHeld });
const count = (actor: Actor, phrase: string) => previewHeldWord(stage.wiring, actor, { phrase });
const isHeld = async (pursuitId: string, body: string) =>
  valueIn(await say(stage, { actor: maya, pursuitId, body })).isHeld;
const wordOf = async (phrase: string) => {
  const { held, dropped } = valueIn(await openHeldWords(stage.wiring, ines));
  return [held, dropped].map((words) => words.find((word) => word.phrase === phrase)?.messages ?? null);
};

test("words under pictures are counted as those of the message", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(
    await say(stage, { actor: maya, pursuitId, body: "The door", files: [pngOf()], show: "The Lighthouse Club" }),
  );
  expect(valueIn(await count(ines, "lighthouse club"))).toMatchObject({ messages: 1, looked: 1 });
});

test("a word that a coordinator adds lets messages wait from then on, and one that passes does not", async () => {
  const pursuitId = await anaTalks(stage);
  expect(await isHeld(pursuitId, "Come to the Lighthouse Club")).toBe(false);
  valueIn(await save(ines, " lighthouse club "));
  valueIn(await save(ines, "Lighthouse  Club"));
  expect(await isHeld(pursuitId, "Come to the LIGHTHOUSE club")).toBe(true);
  expect(await wordOf("Lighthouse  Club")).toEqual([2, null]);
  valueIn(await save(ines, "lighthouse club", { isHeld: false }));
  expect(await isHeld(pursuitId, "Come to the lighthouse club")).toBe(false);
  // One that is shipped passes, and is held again.
  expect(await isHeld(pursuitId, "Bring my car keys")).toBe(true);
  valueIn(await save(ines, "my car", { isHeld: false }));
  expect(await isHeld(pursuitId, "Bring my car keys")).toBe(false);
  expect(await wordOf("my car")).toEqual([null, 2]);
  valueIn(await save(ines, "my car"));
  expect(await isHeld(pursuitId, "Bring my car keys")).toBe(true);
  expect(await stage.rows("select 1 from held_words")).toEqual([]);
  const acts = await stage.rows<{ transition: string }>(
    "select transition from audit_log where transition in ('hold_word', 'let_word') order by at, id",
  );
  expect(acts.map(({ transition }) => transition)).toEqual([
    "hold_word",
    "hold_word",
    "let_word",
    "let_word",
    "hold_word",
  ]);
});

test("how many messages of 30 days a word would have held is a number alone, and the log keeps who asked", async () => {
  const pursuitId = await anaTalks(stage);
  await isHeld(pursuitId, "I like goats and sheep");
  valueIn(await say(stage, { actor: student("ana"), pursuitId, body: "Goats, yes!" }));
  valueIn(await say(stage, { actor: staff("tom"), pursuitId, body: "goats" }));
  expect(valueIn(await count(ines, "goats"))).toEqual({ phrase: "goats", messages: 2, looked: 2 });
  stage.wiring.clock.set(new Date(stage.wiring.clock.now().getTime() + 31 * 86_400_000));
  expect(valueIn(await count(ines, "goats"))).toMatchObject({ messages: 0, looked: 0 });
  // Another school counts nothing of it and has none of its words.
  valueIn(await save(ines, "goats"));
  expect(valueIn(await count(staff("malik"), "goats"))).toMatchObject({ messages: 0, looked: 0 });
  const theirs = valueIn(await openHeldWords(stage.wiring, staff("malik"))).held;
  expect(theirs.filter(({ isOwn }) => isOwn)).toEqual([]);
  const acts = await stage.rows("select actor_id, evidence from audit_log where transition = 'count_word' order by at");
  expect(acts[0]).toEqual({ actor_id: cast.ines.personId, evidence: "goats" });
});

test("only a coordinator or admin of the school says so, of a word that is one, in a language of the school", async () => {
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), maya]) {
    expect(reasonIn(await save(actor, "goats"))).toBe("not_permitted");
    expect(reasonIn(await count(actor, "goats"))).toBe("not_permitted");
    expect(reasonIn(await openHeldWords(stage.wiring, actor))).toBe("not_permitted");
  }
  expect(reasonIn(await save(ines, "a"))).toBe("too_short");
  expect(reasonIn(await count(ines, " "))).toBe("no_phrase");
  // One sign of nine stands for eighteen letters.
  expect(reasonIn(await save(ines, "\uFDFA".repeat(10)))).toBe("too_long");
  expect(reasonIn(await save(ines, "goats", { language: "xx" }))).toBe("unknown_language");
  valueIn(await save(ines, "goats", { language: "xx", isHeld: false }));
  await stage.rows(
    `insert into held_words select $1, 'own ' || n, 'own ' || n, 'en', true, now() from generate_series(1, 300) n`,
    [cast.ana.schoolId],
  );
  expect(reasonIn(await save(ines, "one more"))).toBe("too_many");
  valueIn(await save(ines, "own 7"));
  expect(await stage.rows("select 1 from held_words")).toHaveLength(300);
});
