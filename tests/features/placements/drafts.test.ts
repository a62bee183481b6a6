import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { dropDraft } from "~/features/placements/drop-draft.server";
import { loadDraft } from "~/features/placements/load-draft.server";
import { saveDraft } from "~/features/placements/save-draft.server";
import { cast, castActor } from "~db/cast";
import { carlos, maya, theo } from "../../support/posting";
import { openStage, type Stage } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.rows("delete from drafts"));
afterAll(() => stage.close());

const form = "placement-new";
const keep = (content: Record<string, string | string[]>, by = maya) => saveDraft(stage.wiring, by, { form, content });
const load = (by = maya, of = form) => loadDraft(stage.wiring, by, { form: of });

test("what was typed comes back as it was, and the newest of a form replaces the one before", async () => {
  expect(await keep({ title: "Owls" })).toEqual({ ok: true, value: null });
  await keep({ title: "Owls and bats", weekday: ["2", "4"] });
  expect(await load()).toEqual({ title: "Owls and bats", weekday: ["2", "4"] });
});

test("each form has a draft of its own", async () => {
  await keep({ title: "Owls" });
  expect(await load(maya, "placement:another")).toBeNull();
});

test("a form that is longer than all its fields together is refused, and the one before stays", async () => {
  await keep({ title: "Owls" });
  expect(await keep({ title: "x".repeat(40_001) })).toEqual({ ok: false, reason: "too_long" });
  expect(await load()).toEqual({ title: "Owls" });
});

test("a dropped draft is gone, and dropping it again is harmless", async () => {
  await keep({ title: "Owls" });
  await dropDraft(stage.wiring, maya, { form });
  await dropDraft(stage.wiring, maya, { form });
  expect(await load()).toBeNull();
});

test("a draft is nobody else's: no colleague and no other organisation reads, replaces or drops it", async () => {
  await keep({ title: "Owls" });
  for (const other of [theo, carlos]) {
    expect(await load(other)).toBeNull();
    await keep({ title: "Mine" }, other);
    await dropDraft(stage.wiring, other, { form });
  }
  expect(await load()).toEqual({ title: "Owls" });
});

test("a mentor of two organisations has one draft in each", async () => {
  await keep({ title: "Bikes" }, castActor(cast.ingrid));
  expect(await load(castActor(cast.ingridAtGarden))).toBeNull();
});
