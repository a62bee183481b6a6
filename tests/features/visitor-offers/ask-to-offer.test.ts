import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findOfferSchool } from "~/features/visitor-offers/find-offer-school.server";
import { forgetLapsedOffers } from "~/features/visitor-offers/forget-lapsed-offers.server";
import { listOfferSchools } from "~/features/visitor-offers/list-offer-schools.server";
import { cast, sampleSchools } from "~db/cast";
import { valueIn } from "../../support/stage";
import { CAM, type OfferStage, openOfferStage } from "./stage";

let stage: OfferStage;
beforeAll(async () => {
  stage = await openOfferStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ANSWER = { ok: true, value: null };

test("an offer begins with three answers, and a mail in the visitor's language that has no word of them", async () => {
  expect(await stage.ask()).toEqual(ANSWER);
  expect(await stage.offers()).toMatchObject([
    { state: "asked", what: "Build chairs and oars.", full_name: "Cam Wood", organisation_name: "Wood Shop" },
  ]);
  const [mail, ...others] = await stage.mailsTo(CAM.mail);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ kind: "visitor-offer-link", recipient_language: "es" });
  expect(JSON.stringify(mail)).not.toMatch(/Cam|Wood Shop|chairs/);
});

test.each([
  ["what a student would do", { what: " " }, "what_missing"],
  ["a name", { name: "" }, "name_missing"],
  ["a place of work", { organisationName: "" }, "organisation_missing"],
  ["an address", { mail: "cam at wood" }, "mail_missing"],
  ["one address only", { mail: "cam@wood.example,eve@wood.example" }, "mail_missing"],
  ["a school that there is", { schoolSlug: "nowhere" }, "not_found"],
])("an offer without %s does not begin", async (_, missing, reason) => {
  expect(await stage.ask(missing)).toMatchObject({ ok: false, reason });
  expect(await stage.offers()).toEqual([]);
});

test.each([
  ["a mentor whom the district knows", () => stage.ask({ mail: cast.ingrid.mail }), 1],
  ["somebody nobody knows", () => stage.ask(), 1],
  ["a machine that fills in every field", () => stage.ask({ trap: "https://pills.example" }), 0],
  ["a machine that sells something", () => stage.ask({ organisationName: "https://pills.example" }), 0],
])("%s gets the same answer", async (_, ask, mails) => {
  expect(await ask()).toEqual(ANSWER);
  expect(await stage.offers()).toHaveLength(mails);
});

test("an address that asked to be forgotten, and a suspended mentor, get the same answer and no mail", async () => {
  await stage.rows(
    "insert into mail_suppressions (district_id, address_hash, category, reason) values ($1, sha256('cam@wood.example'), 'outreach', 'delete_me')",
    [sampleSchools.lakeview.districtId],
  );
  await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.theo.personId]);
  expect(await stage.ask({ mail: " CAM@wood.example" })).toEqual(ANSWER);
  expect(await stage.ask({ mail: cast.theo.mail })).toEqual(ANSWER);
  await stage.rows("update mentors set suspended_at = null where id = $1", [cast.theo.personId]);
  expect(await stage.offers()).toEqual([]);
  expect(await stage.mailsTo("CAM@wood.example")).toEqual([]);
});

test("who did not answer an invitation once may offer by themselves", async () => {
  await stage.rows(
    "insert into mail_suppressions (district_id, address_hash, category, reason) values ($1, sha256('cam@wood.example'), 'outreach', 'no_answer')",
    [sampleSchools.lakeview.districtId],
  );
  await stage.ask();
  expect(await stage.mailsTo(CAM.mail)).toHaveLength(1);
});

test("one address is written to three times a day, whoever asks, and the fourth hears nothing of it", async () => {
  for (const _ of "1234") expect(await stage.ask()).toEqual(ANSWER);
  expect(await stage.mailsTo(CAM.mail)).toHaveLength(3);
});

test("one place asks five times in a quarter of an hour", async () => {
  const from = (n: number) => stage.ask({ mail: `cam${n}@wood.example`, address: "192.0.2.250" } as object);
  for (const n of [1, 2, 3, 4, 5]) valueIn(await from(n));
  expect(await from(6)).toMatchObject({ ok: false, reason: "too_many" });
});

test("asked again while the form is being filled in, the mail leads to that form", async () => {
  const first = await stage.open();
  await stage.ask({ what: "Something else" });
  expect((await stage.bearer()).subjectId).toBe(first.subjectId);
  expect(await stage.offers()).toHaveLength(1);
});

test("a school that takes no offers is not on the list, and its address is not there", async () => {
  const take = (takes: boolean) =>
    stage.rows("update schools set takes_offers = $2 where id = $1", [sampleSchools.lakeview.schoolId, takes]);
  const slugs = async () => (await listOfferSchools(stage.wiring)).map(({ slug }) => slug);
  expect(await slugs()).toContain("lakeview");
  await take(false);
  expect(await slugs()).not.toContain("lakeview");
  expect(await findOfferSchool(stage.wiring, { slug: "lakeview" })).toBeNull();
  expect(await stage.ask()).toMatchObject({ ok: false, reason: "not_found" });
  await take(true);
  expect(await slugs()).toContain("lakeview");
});

test("an address that nobody proves is deleted after three days, with the mail's words", async () => {
  await stage.ask();
  stage.wiring.clock.pass(3 * 24 * 60);
  expect(await forgetLapsedOffers(stage.wiring)).toBe(0);
  stage.wiring.clock.pass(1);
  expect(await forgetLapsedOffers(stage.wiring)).toBe(1);
  expect(await stage.offers()).toEqual([]);
  expect(await stage.mailsTo(CAM.mail)).toEqual([]);
});
