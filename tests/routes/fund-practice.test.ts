import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { type FundApp, openFundApp } from "../support/fund-app";
import { valueIn } from "../support/stage";

const { schoolId } = sampleSchools.lakeview;
const priya = castActor(cast.priya);
const LABELS = { en: "Practice – no money moves", es: "Práctica – no se mueve dinero" } as const;
const LANGUAGES = ["en", "es"] as const;
let fund: FundApp;
let app: FundApp["app"];
beforeAll(async () => {
  fund = await openFundApp();
  ({ app } = fund);
  await keep("test");
});
afterAll(async () => {
  await fund.close();
});

async function keep(book: "test" | "live"): Promise<void> {
  const { revision: seen } = valueIn(await openFundSettings(app.wiring, priya));
  const decision = { book, isOpen: book === "test", settings: DEFAULT_FUND, seen };
  valueIn(await saveFundSettings(app.wiring, priya, decision));
}

const isLabelled = async (path: string, cookie: string, language: "en" | "es") => {
  const { status, body } = await app.get(path, `${cookie}; lang=${language}`);
  expect([path, status]).toEqual([path, 200]);
  return body.includes(LABELS[language]);
};

const FUND = ["", "/needs", "/gifts", "/entries", "/month", "/checks"].map((page) => `/coordinator/fund${page}`);
const FILES = ["/coordinator/fund/month.csv", "/coordinator/fund/entries/month.csv"];

test("donors read on every page that it is practice, in their language", async () => {
  const give = new URL(valueIn(await makeGiveLink(app.wiring, castActor(cast.ines))).url).pathname;
  const wish = { purpose: "tools", amount: "37", donorName: "Bo Lind", how: "now" };
  const gift = (await app.post(give, wish, "lang=en")).headers.location;
  const maya = await app.signInAs("maya");
  const given = (await app.post("/mentor/give", { ...wish, schoolId }, `${maya}; lang=en`)).headers.location;
  for (const language of LANGUAGES)
    for (const [path, cookie] of [
      [give, "a=b"],
      [gift, "a=b"],
      ["/mentor/give", maya],
      [given, maya],
      [`/thanks/${schoolId}`, "a=b"],
    ] as const)
      expect([path, language, await isLabelled(path ?? "", cookie, language)]).toEqual([path, language, true]);
});

test("whoever reads the public thanks reads in plain words that nobody gave real money", async () => {
  const read = async (language: "en" | "es") => (await app.get(`/thanks/${schoolId}`, `lang=${language}`)).body;
  expect(await read("en")).toContain("The school is trying this page out. Nobody gave real money.");
  expect(await read("es")).toContain("La escuela está probando esta página. Nadie dio dinero real.");
  expect(await read("en")).not.toContain("This book");
});

test("staff read it on every page of the fund, at each gift and in every line of a file, and nowhere once the book is live", async () => {
  const cookie = await app.signInAs("priya");
  const check = {
    purpose: "tools",
    amount: "20",
    donorName: "Bo",
    chequeNumber: "1",
    receivedOn: "2026-10-01",
  } as const;
  const { giftId } = valueIn(await recordCheque(app.wiring, priya, check));
  const gift = `/coordinator/fund/gifts/${giftId}`;
  for (const language of LANGUAGES)
    for (const path of [...FUND, gift])
      expect([path, language, await isLabelled(path, cookie, language)]).toEqual([path, language, true]);
  for (const path of FILES) {
    const { body, headers } = await app.get(path, `${cookie}; lang=en`);
    const [, ...lines] = body.trim().split("\r\n");
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.endsWith(LABELS.en))).toEqual([]);
    expect(headers["content-disposition"]).toContain("practice-fund");
  }
  await keep("live");
  for (const path of [...FUND, ...FILES, `/thanks/${schoolId}`])
    expect([path, await isLabelled(path, cookie, "en")]).toEqual([path, false]);
  expect(await isLabelled(gift, cookie, "en")).toBe(true);
});
