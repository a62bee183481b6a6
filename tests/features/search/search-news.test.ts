import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { unsubscribe } from "~/features/mail/unsubscribe.server";
import { unsubscribeToken } from "~/features/mail/unsubscribe-token.server";
import { deleteSearch } from "~/features/search/delete-search.server";
import { lastDigestMoment } from "~/features/search/digest-moment";
import { findNews } from "~/features/search/find-news.server";
import { mailSavedSearches } from "~/features/search/mail-saved-searches.server";
import { saveSearch } from "~/features/search/save-search.server";
import type { SearchWish } from "~/features/search/search-wish";
import { switchSearchMail } from "~/features/search/switch-search-mail.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { addWord } from "~/features/words/change-words.server";
import { cast } from "~db/cast";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { staff, student } from "../../support/pursuit-way";
import { indexSample, wishFor } from "../../support/searching";
import { lakeviewListing, listMails, listTaskKinds, openStage, type Stage, valueIn } from "../../support/stage";
import { createTestWiring } from "../../support/wiring";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await indexSample(stage);
});
beforeEach(async () => {
  await stage.clear();
  stage.wiring.clock.set(new Date(MONDAY));
  await list("2026-09-01T00:00:00Z", ["clinic-care", "clinic-desk", "bakery-morning"]);
});
afterAll(() => stage.close());

const ana = student("ana");
/** 2026-10-18 and 2026-10-25 are Sundays; Lakeview's clock is seven hours behind. */
const MONDAY = "2026-10-12T18:00:00Z";
const TUESDAY = "2026-10-13T18:00:00Z";
const BEFORE_SUNDAY = "2026-10-18T21:59:00Z";
const SUNDAY = "2026-10-18T22:25:00Z";
const SUNDAY_NIGHT = "2026-10-19T03:25:00Z";
const NEXT_SUNDAY = "2026-10-25T22:25:00Z";

/** Publishes listings at a moment, and brings them into the index. */
async function list(at: string, placements: string[]): Promise<void> {
  const refs = await stage.rows<{ districtId: string; placementId: string }>(
    `update listings set published_at = $1 where id = any($2)
      returning district_id as "districtId", placement_id as "placementId"`,
    [at, placements.map((key) => lakeviewListing(key))],
  );
  for (const ref of refs) await syncPlacement(stage.wiring, ref);
}

const save = async (wish: Partial<SearchWish>, { mailsNews = true, by = ana } = {}) =>
  valueIn(await saveSearch(stage.wiring, by, { name: "A search of mine", wish: wishFor(wish), mailsNews }));
async function runAt(moment: string): Promise<number> {
  stage.wiring.clock.set(new Date(moment));
  return (await mailSavedSearches(stage.wiring)).value.mails;
}
const titles = async () =>
  (await listMails(stage, "search-news")).map(({ props }) =>
    (props.placementList as { title: string }[]).map(({ title }) => title),
  );
const CARE = "Help care for animals at a clinic";
const DESK = "Welcome people and pets at the front desk";

test("on Sunday afternoon one mail tells of what is new in all saved searches, and of nothing older", async () => {
  await save({ text: "animals" });
  await save({ kinds: ["internship"] });
  await list(TUESDAY, ["clinic-care"]);
  expect(await runAt(SUNDAY)).toBe(1);
  expect(await listMails(stage, "search-news")).toMatchObject([{ to: "ana.reyes@lakeview.example" }]);
  expect(await titles()).toEqual([[CARE]]);
});

test("the mail tells of what the page finds by a word of the school's own", async () => {
  valueIn(await addWord(stage.wiring, staff("ines"), { interestId: "animals", word: "Zoomies" }));
  await save({ text: "zoomies" });
  await list(TUESDAY, ["clinic-care"]);
  expect(await runAt(SUNDAY)).toBe(1);
  expect(await titles()).toEqual([[CARE]]);
  await stage.rows("delete from school_words");
});

test("the mail names placements, and not what the student searches for", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  await runAt(SUNDAY);
  const [{ props } = { props: {} }] = await listMails(stage, "search-news");
  expect(props).toMatchObject({ count: 1, studentFirstName: "Ana" });
  expect(JSON.stringify(props)).not.toMatch(/search of mine/);
});

test("nothing new is no mail, and a search finds no news in what it does not look for", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["bakery-morning"]);
  expect(await runAt(SUNDAY)).toBe(0);
  expect(await listMails(stage)).toEqual([]);
});

test("what was told once is not told again; the next week brings what came since", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  await runAt(SUNDAY);
  expect(await runAt("2026-10-18T23:25:00Z")).toBe(0);
  expect(await runAt(NEXT_SUNDAY)).toBe(0);
  await list("2026-10-27T18:00:00Z", ["clinic-desk"]);
  expect(await runAt("2026-11-01T23:25:00Z")).toBe(1);
  expect(await titles()).toEqual([[CARE], [DESK]]);
});

test("what was listed a minute before is told the next week, never left out", async () => {
  await save({ text: "animals" });
  await list("2026-10-18T22:20:00Z", ["clinic-care"]);
  expect(await runAt(SUNDAY)).toBe(0);
  expect(await runAt(NEXT_SUNDAY)).toBe(1);
});

/** Publishes a listing whose change still waits for the index. */
async function listUnheard(at: string, placement: string) {
  const [ref] = await stage.rows<{ districtId: string; placementId: string }>(
    `update listings set published_at = $1 where id = $2
      returning district_id as "districtId", placement_id as "placementId"`,
    [at, lakeviewListing(placement)],
  );
  if (!ref) throw new Error(`There is no listing ${placement}`);
  await withSystem(stage.wiring, (tx) => enqueue(tx, "sync-placement", ref));
  return async () => {
    await syncPlacement(stage.wiring, ref);
    await stage.rows("delete from graphile_worker._private_jobs");
  };
}

test("what the index did not hold when the mail was due is told within an hour of its being there", async () => {
  await save({ text: "animals" });
  const hear = await listUnheard(TUESDAY, "clinic-care");
  expect(await runAt(SUNDAY)).toBe(0);
  expect(await runAt("2026-10-18T23:25:00Z")).toBe(0);
  await hear();
  expect(await runAt("2026-10-19T00:25:00Z")).toBe(1);
  expect(await runAt(NEXT_SUNDAY)).toBe(0);
  expect(await titles()).toEqual([[CARE]]);
});

test("of what waits the index is asked only where somebody's news may end, in order, and no further than the first that it lacks", async () => {
  await save({ text: "animals" });
  await listUnheard("2026-10-11T18:00:00Z", "ward-helper");
  await list(TUESDAY, ["clinic-care"]);
  await listUnheard(TUESDAY, "clinic-care");
  await listUnheard("2026-10-18T22:30:00Z", "clinic-desk");
  await listUnheard("2026-10-19T18:00:00Z", "bakery-morning");
  const asked: unknown[] = [];
  const searchEngines = stage.wiring.searchEngines.map((engine) => ({
    ...engine,
    search: (...[index, question]: Parameters<typeof engine.search>) => {
      asked.push(...(question.filters?.listed && "in" in question.filters.listed ? question.filters.listed.in : []));
      return engine.search(index, question);
    },
  }));
  stage.wiring.clock.set(new Date("2026-10-20T18:25:00Z"));
  expect((await mailSavedSearches({ ...stage.wiring, searchEngines })).value.mails).toBe(1);
  expect(asked).toEqual([TUESDAY, "2026-10-18T22:30:00Z"].map((at) => Date.parse(at)));
  expect(await titles()).toEqual([[CARE]]);
});

test("what was listed before it is told at once, and what came after it with it; each once", async () => {
  await save({ text: "" });
  await list(TUESDAY, ["clinic-care"]);
  const hear = await listUnheard("2026-10-14T18:00:00Z", "clinic-desk");
  await list("2026-10-15T18:00:00Z", ["bakery-morning"]);
  expect(await runAt(SUNDAY)).toBe(1);
  await hear();
  expect(await runAt(NEXT_SUNDAY)).toBe(1);
  const [told, later = []] = await titles();
  expect([told, later.slice(1)]).toEqual([[CARE], [DESK]]);
  expect(later).toHaveLength(2);
});

test("what was listed after the end of the news takes no place among those that are asked for", async () => {
  await list(TUESDAY, ["clinic-care"]);
  await list("2026-10-15T18:00:00Z", ["clinic-desk"]);
  const asked = { wish: wishFor({ text: "" }), schoolId: cast.ana.schoolId, on: "2026-10-18", since: new Date(MONDAY) };
  const newsTill = async (until: string) =>
    (
      await findNews(stage.wiring, {
        ...asked,
        ...{ origin: null, ownWords: [], language: undefined, until: new Date(until) },
      })
    ).length;
  expect(await newsTill("2026-10-14T18:00:00Z")).toBe(1);
  expect(await newsTill("2026-10-16T18:00:00Z")).toBe(2);
});

test.each([
  ["that no engine takes as it is", TUESDAY, "sync-placement failed: bad_document"],
  ["that has waited for two weeks", "2026-10-04T18:00:00Z", "sync-placement failed: engine_down"],
])("a placement %s holds nobody's news up", async (_what, at, error) => {
  stage.wiring.clock.set(new Date("2026-10-03T18:00:00Z"));
  await save({ text: "animals" });
  await listUnheard(at, "clinic-desk");
  await stage.rows("update graphile_worker._private_jobs set attempts = 9, last_error = $1", [error]);
  await list("2026-10-15T18:00:00Z", ["clinic-care"]);
  expect(await runAt("2026-10-18T23:25:00Z")).toBe(1);
  expect(await titles()).toEqual([[CARE]]);
});

test("what waits for another engine, or was changed since it was listed, holds nobody's news up", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  const away = createTestWiring(stage.database, {
    env: { search: { url: "http://127.0.0.1:9", readKey: null, writeKey: null } },
  });
  const [ref] = await stage.rows<{ districtId: string; placementId: string }>(
    `select district_id as "districtId", placement_id as "placementId" from listings where id = $1`,
    [lakeviewListing("clinic-desk")],
  );
  try {
    await stage.rows("update listings set published_at = $1 where id = $2", [
      "2026-10-14T18:00:00Z",
      lakeviewListing("clinic-desk"),
    ]);
    await expect(syncPlacement(away, ref ?? { districtId: "", placementId: "" })).rejects.toThrow();
    for (const error of ["sync-placement failed: engine_down", null]) {
      if (ref) await withSystem(stage.wiring, (tx) => enqueue(tx, "sync-placement", ref));
      await stage.rows("update graphile_worker._private_jobs set last_error = $1", [error]);
      away.clock.set(new Date(SUNDAY));
      await mailSavedSearches(away);
      expect(await titles()).toEqual([[DESK, CARE]]);
      await stage.rows("delete from mails");
      await stage.rows("update saved_searches set looked_until = $1", [MONDAY]);
    }
  } finally {
    await away.close();
  }
});

test("a run that was overtaken by another one tells nothing twice", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  stage.wiring.clock.set(new Date(SUNDAY));
  const isOvertaken = { yet: false };
  const searchEngines = stage.wiring.searchEngines.map((engine) => ({
    ...engine,
    search: async (...asked: Parameters<typeof engine.search>) => {
      const answer = await engine.search(...asked);
      if (!isOvertaken.yet) {
        isOvertaken.yet = true;
        // The other one ends before a placement that waits, so the search stays due.
        await listUnheard("2026-10-14T18:00:00Z", "clinic-desk");
        await mailSavedSearches(stage.wiring);
      }
      return answer;
    },
  }));
  expect((await mailSavedSearches({ ...stage.wiring, searchEngines })).value.mails).toBe(0);
  expect(await titles()).toEqual([[CARE]]);
});

test("two workers at once send one mail", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  stage.wiring.clock.set(new Date(SUNDAY));
  await Promise.all([1, 2, 3].map(() => mailSavedSearches(stage.wiring)));
  expect(await titles()).toEqual([[CARE]]);
});

test("nobody is written to before Sunday afternoon or in the night; a worker that was down catches up in the morning", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  expect(await runAt(BEFORE_SUNDAY)).toBe(0);
  expect(await runAt(SUNDAY_NIGHT)).toBe(0);
  expect(await runAt("2026-10-19T15:25:00Z")).toBe(1);
});

test("a search whose mail is off, or that is deleted, is not told of; switched on again it begins anew", async () => {
  const { searchId } = await save({ text: "animals" }, { mailsNews: false });
  await list(TUESDAY, ["clinic-care"]);
  expect(await runAt(SUNDAY)).toBe(0);
  await switchSearchMail(stage.wiring, ana, { searchId, mailsNews: true });
  expect(await runAt(NEXT_SUNDAY)).toBe(0);
  await list("2026-10-27T18:00:00Z", ["clinic-desk"]);
  await deleteSearch(stage.wiring, ana, { searchId });
  expect(await runAt("2026-11-01T23:25:00Z")).toBe(0);
});

test("what the school no longer lists is not told", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  const id = lakeviewListing("clinic-care");
  await stage.rows("update listings set state = 'paused' where id = $1", [id]);
  try {
    expect(await runAt(SUNDAY)).toBe(0);
  } finally {
    await stage.rows("update listings set state = 'published' where id = $1", [id]);
  }
});

test("what is over by the time of the mail is not told", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care", "clinic-desk"]);
  const set = (endsOn: string | null) =>
    stage.rows("update placements p set ends_on = $2 from listings l where l.placement_id = p.id and l.id = $1", [
      lakeviewListing("clinic-care"),
      endsOn,
    ]);
  await set("2026-10-17");
  expect(await runAt(SUNDAY)).toBe(1);
  expect(await titles()).toEqual([[DESK]]);
  await set(null);
});

test.each([
  ["who is twelve", "update people set born_on = '2014-06-01' where id = $1", "born_on"],
  ["who has left", "update people set left_on = '2026-10-15' where id = $1", "left_on"],
] as const)("nobody writes to a student %s", async (_who, change, column) => {
  const { personId } = cast.ana;
  const [before] = await stage.rows<Record<string, unknown>>(`select ${column} as was from people where id = $1`, [
    personId,
  ]);
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  await stage.rows(change, [personId]);
  try {
    expect(await runAt(SUNDAY)).toBe(0);
  } finally {
    await stage.rows(`update people set ${column} = $2 where id = $1`, [personId, before?.was]);
  }
});

test("each student hears of their own searches in their own language", async () => {
  await save({ text: "animals" });
  await save({ text: "pan" }, { by: student("leo") });
  await list(TUESDAY, ["clinic-care", "bakery-morning"]);
  await stage.rows("update people set language = 'es' where id = $1", [cast.leo.personId]);
  try {
    expect(await runAt(SUNDAY)).toBe(2);
    const [mail] = await stage.rows<{ id: string }>("select id from mails where recipient_person_id = $1", [
      cast.leo.personId,
    ]);
    expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("sent");
    const [sent] = await stage.rows("select frozen_subject, frozen_headers from mails where id = $1", [mail?.id]);
    expect(sent).toMatchObject({
      frozen_subject: "1 lugar nuevo para ti",
      frozen_headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    });
  } finally {
    await stage.rows("update people set language = 'en' where id = $1", [cast.leo.personId]);
  }
});

test("one click in a mail program stops the digest and the one on its way, nothing else, and the student may turn it on again", async () => {
  const { searchId } = await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  await runAt(SUNDAY);
  const [mail] = await stage.rows<{ id: string }>("select id from mails where kind = 'search-news'");
  const token = unsubscribeToken(stage.wiring.env.secret, mail?.id ?? "");
  for (let n = 0; n < 2; n += 1) expect(await unsubscribe(stage.wiring, { token })).toMatchObject({ ok: true });
  expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("over");
  expect(await stage.rows("select mails_news from saved_searches")).toEqual([{ mails_news: false }]);
  expect(await stage.rows("select 1 from mail_suppressions")).toEqual([]);
  await switchSearchMail(stage.wiring, ana, { searchId, mailsNews: true });
  await list("2026-10-20T18:00:00Z", ["clinic-desk"]);
  expect(await runAt(NEXT_SUNDAY)).toBe(1);
});

test("a digest that cannot be delivered becomes no task for staff", async () => {
  await save({ text: "animals" });
  await list(TUESDAY, ["clinic-care"]);
  await runAt(SUNDAY);
  const [mail] = await stage.rows<{ id: string; recipient_mail: string }>("select id, recipient_mail from mails");
  await stage.rows(
    `insert into mail_suppressions (address_hash, category, reason, district_id)
      values (sha256(convert_to($1, 'utf8')), 'digest', 'bounced', null)`,
    [mail?.recipient_mail],
  );
  expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("suppressed");
  expect(await listTaskKinds(stage)).toEqual([]);
  await stage.rows("delete from mail_suppressions");
});

test.each([
  ["on a Sunday at 15:00", "2026-10-18T22:00:00Z", "2026-10-18T22:00:00Z"],
  ["a minute before", "2026-10-18T21:59:00Z", "2026-10-11T22:00:00Z"],
  ["on a Monday", "2026-10-19T08:00:00Z", "2026-10-18T22:00:00Z"],
  ["after the clocks went back", "2026-11-01T23:00:00Z", "2026-11-01T23:00:00Z"],
])("the last moment for mail, %s", (_when, now, moment) => {
  expect(lastDigestMoment("America/Los_Angeles", now)).toBe(moment);
});
