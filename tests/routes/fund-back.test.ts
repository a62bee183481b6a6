import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { standInKey } from "~/domain/fund/stand-in-account";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { type FundApp, openFundApp } from "../support/fund-app";
import { NOBODY, valueIn } from "../support/stage";

const ACCOUNT = standInKey(sampleSchools.lakeview.schoolId);
let fund: FundApp;
let app: FundApp["app"];
let standIn: FundApp["standIn"];
beforeAll(async () => {
  fund = await openFundApp();
  ({ app, standIn } = fund);
  const decision = { book: "test", isOpen: true, settings: DEFAULT_FUND, seen: 0 } as const;
  valueIn(await saveFundSettings(app.wiring, castActor(cast.priya), decision));
});
afterAll(async () => {
  await fund.close();
});

test("Stripe never learns the donor's link, and the browser that left with it still comes back to its gift", async () => {
  const { url } = valueIn(await makeGiveLink(app.wiring, castActor(cast.ines)));
  const give = new URL(url).pathname;
  const token = give.split("/").at(-1) ?? "";
  const gift = { purpose: "transit", amount: "100", donorName: "Bo Lind", donorMail: "bo@example.org", how: "now" };
  const page = (await app.post(give, gift, "lang=en")).headers.location ?? "";
  const left = await app.post(page, { intent: "pay" }, "lang=en");
  expect(token.length).toBeGreaterThan(40);
  expect(standIn.seen.length).toBeGreaterThan(0);
  for (const { path, body } of standIn.seen) expect(`${path} ${decodeURIComponent(body)}`).not.toContain(token);

  const [session] = standIn.list(ACCOUNT, "checkout.session");
  const back = new URL(String(session?.success_url)).pathname;
  expect(session?.cancel_url).toBe(session?.success_url);
  const pair = left.cookies.find((cookie) => cookie.startsWith("way-back=")) ?? "";
  expect(String(left.headers["set-cookie"])).toMatch(/way-back=[^;]+; Path=\/; HttpOnly; SameSite=Lax/);
  expect((await app.get(back, pair)).headers.location).toBe(page);
  for (const stranger of ["lang=en", `way-back=${NOBODY}${token}`, `way-back=${pair.slice(9, 45)}//evil.example`]) {
    const answer = await app.get(back, `${stranger}; lang=en`);
    expect([answer.status, answer.body.includes(token)]).toEqual([200, false]);
    expect(answer.body).toContain("open the link that you were given");
  }
});
