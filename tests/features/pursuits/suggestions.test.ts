import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerSuggestion } from "~/features/pursuits/answer-suggestion.server";
import { suggestPursuit } from "~/features/pursuits/suggest-pursuit.server";
import { type CastKey, cast, castActor } from "~db/cast";
import { approvePair } from "../../support/approve-pair";
import { anaAsks, inesSuggests, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  giveLooking,
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  readPursuit,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const pair = (placement: string, key: CastKey = "ana") => ({
  studentId: cast[key].personId,
  listingId: lakeviewListing(placement),
  score: 7000,
});
const suggest = (placement: string, by = staff("ines")) => suggestPursuit(stage.wiring, by, pair(placement));
const answer = (pursuitId: string, said: "want" | "no_thanks", by = student("ana")) =>
  answerSuggestion(stage.wiring, by, { pursuitId, answer: said });

test("a suggestion waits silently: it takes a place, the student is told, guardian and mentor hear nothing even with consent", async () => {
  await giveLooking(stage, "ana", "rosa");
  const pursuitId = await inesSuggests(stage);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({
    state: "suggested",
    origin: "match",
    student_asked_at: null,
    expires_at: "2026-10-25T17:00:00.000Z",
  });
  expect(await listMails(stage)).toMatchObject([
    { kind: "student-status", to: cast.ana.mail, props: { status: "suggested" } },
  ]);
  expect(await countRows(stage, "pursuit_places")).toBe(1);
  for (const table of ["gates", "disclosures", "identity.links"]) expect(await countRows(stage, table)).toBe(0);
});

test("'I want to try this' is the request: guardians are asked, coordinators told, and the approval's days begin", async () => {
  const pursuitId = await inesSuggests(stage);
  stage.wiring.clock.pass(3 * 24 * 60);
  expect(valueIn(await answer(pursuitId, "want"))).toEqual({ from: "suggested", to: "approved" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({
    state: "approved",
    student_asked_at: "2026-10-18T17:00:00.000Z",
    expires_at: "2026-11-08T17:00:00.000Z",
  });
  expect(await listMails(stage, "consent-request")).toMatchObject([{ to: cast.rosa.mail }]);
  expect(await listMails(stage, "pursuit-news")).toMatchObject([
    { to: cast.ines.mail, props: { event: "wants_suggestion" } },
  ]);
  expect(await countRows(stage, "disclosures")).toBe(0);
});

test("with a standing yes 'I want to try this' is the first contact", async () => {
  await giveLooking(stage, "ana", "rosa");
  const pursuitId = await inesSuggests(stage);
  valueIn(await answer(pursuitId, "want"));
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "contacted" });
});

test("'no thanks' ends it, frees the place, and nobody outside ever hears of it", async () => {
  const pursuitId = await inesSuggests(stage, "ana", "clinic-desk");
  expect(valueIn(await answer(pursuitId, "no_thanks"))).toEqual({ from: "suggested", to: "withdrawn" });
  expect(await countRows(stage, "pursuit_places")).toBe(0);
  expect(await listMails(stage)).toMatchObject([
    { kind: "student-status", to: cast.ana.mail },
    { kind: "pursuit-news", to: cast.ines.mail, props: { event: "withdrawn" } },
  ]);
  expect(await suggest("clinic-desk", staff("priya"))).toMatchObject({ ok: true });
});

test("a suggestion is answered once, and only a suggestion is answered", async () => {
  const pursuitId = await inesSuggests(stage);
  valueIn(await answer(pursuitId, "want"));
  expect(reasonIn(await answer(pursuitId, "want"))).toBe("wrong_state");
  expect(reasonIn(await answer(pursuitId, "no_thanks"))).toBe("wrong_state");
  expect(reasonIn(await answer(await anaAsks(stage, "clinic-desk"), "want"))).toBe("wrong_state");
});

test("a suggested listing that was paused meanwhile cannot be wanted, and the suggestion stays", async () => {
  const pursuitId = await inesSuggests(stage);
  await stage.rows("update listings set state = 'paused' where id = $1", [lakeviewListing("clinic-care")]);
  const outcome = await answer(pursuitId, "want");
  await stage.rows("update listings set state = 'published' where id = $1", [lakeviewListing("clinic-care")]);
  expect(outcome).toEqual({ ok: false, reason: "still_needed", detail: { missing: "listing_open" } });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "suggested", student_asked_at: null });
  expect(await listMails(stage, "consent-request")).toEqual([]);
});

test("nobody answers a suggestion for the student", async () => {
  const pursuitId = await inesSuggests(stage);
  expect(reasonIn(await answer(pursuitId, "want", student("jada")))).toBe("not_found");
  expect(reasonIn(await answer(pursuitId, "want", student("keisha")))).toBe("not_found");
  expect(reasonIn(await answer(NOBODY, "want"))).toBe("not_found");
  for (const actor of [staff("ines"), castActor(cast.rosa), castActor(cast.maya)]) {
    const outcome = await answerSuggestion(stage.wiring, actor, { pursuitId, answer: "want" });
    expect(outcome).toEqual({ ok: false, reason: "not_permitted" });
  }
});

test("what is not published or not pursued by students is not suggested", async () => {
  for (const placement of ["seniors-shadow", "fire-interview", "web-design", "bakery-class"])
    expect(reasonIn(await suggest(placement))).toBe("not_open");
});

test("a pair that is live is not suggested again, and one that has ended is", async () => {
  const pursuitId = await inesSuggests(stage);
  expect(reasonIn(await suggest("clinic-care"))).toBe("already_live");
  valueIn(await answer(pursuitId, "no_thanks"));
  expect(await suggest("clinic-care")).toMatchObject({ ok: true });
});

test("a suggestion takes a place as an approval does, and none is left for the next", async () => {
  await inesSuggests(stage, "jada", "clinic-desk");
  expect(await suggest("clinic-desk")).toEqual({ ok: false, reason: "no_place", detail: { seats: 1 } });
});

test("a suggestion never takes a student past the school's limit", async () => {
  for (const placement of ["clinic-care", "clinic-desk", "bakery-morning"]) await anaAsks(stage, placement);
  expect(await suggest("salmon-count")).toEqual({ ok: false, reason: "too_many_live", detail: { limit: 3 } });
});

test("a student or a listing of another school is not there", async () => {
  const ines = staff("ines");
  const keisha = { ...pair("clinic-care"), studentId: cast.keisha.personId };
  const elsewhere = { ...pair("clinic-care"), listingId: lakeviewListing("clinic-care", "harbor") };
  expect(reasonIn(await suggestPursuit(stage.wiring, ines, keisha))).toBe("not_found");
  expect(reasonIn(await suggestPursuit(stage.wiring, ines, elsewhere))).toBe("not_found");
  expect(reasonIn(await suggest("clinic-care", staff("malik")))).toBe("not_found");
  expect(reasonIn(await suggest("clinic-care", staff("greta")))).toBe("not_found");
});

test("only coordinators and admins suggest or approve from the board", async () => {
  for (const actor of [staff("tom"), student("ana"), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await suggestPursuit(stage.wiring, actor, pair("clinic-care")))).toBe("not_permitted");
    expect(reasonIn(await approvePair(stage, actor, pair("clinic-care")))).toBe("not_permitted");
  }
});

test("approving a pair from the board approves the request that is there, and suggests where there is none", async () => {
  const pursuitId = await anaAsks(stage);
  const ines = staff("ines");
  expect(valueIn(await approvePair(stage, ines, pair("clinic-care")))).toEqual({ as: "approved" });
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "approved" });
  expect(valueIn(await approvePair(stage, ines, pair("clinic-desk")))).toMatchObject({ as: "suggested" });
  expect(reasonIn(await approvePair(stage, ines, pair("clinic-care")))).toBe("already_live");
  expect(reasonIn(await approvePair(stage, ines, pair("clinic-desk")))).toBe("already_live");
});

test("approving a pair for a student at the limit is refused, and the request that is among the live ones is not", async () => {
  for (const placement of ["clinic-care", "clinic-desk", "bakery-morning"]) await anaAsks(stage, placement);
  const ines = staff("ines");
  expect(reasonIn(await approvePair(stage, ines, pair("salmon-count")))).toBe("too_many_live");
  expect(valueIn(await approvePair(stage, ines, pair("clinic-desk")))).toMatchObject({ as: "approved" });
});

test("a stranger approves no pair of another school, and a full listing is refused from the board too", async () => {
  await anaAsks(stage);
  expect(reasonIn(await approvePair(stage, staff("malik"), pair("clinic-care")))).toBe("not_found");
  expect(reasonIn(await approvePair(stage, staff("greta"), pair("clinic-care")))).toBe("not_found");
  await inesSuggests(stage, "jada");
  expect(reasonIn(await approvePair(stage, staff("ines"), pair("clinic-care")))).toBe("no_place");
});
