import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_FUND } from "~/domain/fund/settings";
import { standInKey } from "~/domain/fund/stand-in-account";
import { checkFund } from "~/features/fund/check-fund.server";
import { makeGiveLink } from "~/features/fund/make-give-link.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import { type FundApp, openFundApp } from "../support/fund-app";
import { valueIn } from "../support/stage";

const ACCOUNT = standInKey(sampleSchools.lakeview.schoolId);
let fund: FundApp;
let app: FundApp["app"];
let give: string;
beforeAll(async () => {
  fund = await openFundApp();
  app = fund.app;
  const decision = { book: "test", isOpen: true, settings: DEFAULT_FUND, seen: 0 } as const;
  valueIn(await saveFundSettings(app.wiring, castActor(cast.priya), decision));
  give = new URL(valueIn(await makeGiveLink(app.wiring, castActor(cast.ines))).url).pathname;
});
afterAll(() => fund.close());

/** A gift that nothing has come for yet; answers the donor's page. */
async function givenBy(how: "now" | "later"): Promise<string> {
  const gift = { purpose: "transit", amount: "100", donorName: "Bo Lind", donorMail: "", how };
  return (await app.post(give, gift, "lang=en")).headers.location ?? "";
}

const begun: Record<string, () => Promise<string>> = {
  "is open": () => givenBy("now"),
  "was tried with a card that was declined": async () => {
    const page = await givenBy("now");
    await app.post(page, { intent: "pay" }, "lang=en");
    fund.standIn.act(ACCOUNT, fund.standIn.list(ACCOUNT, "checkout.session").at(-1)?.id ?? "", "decline");
    valueIn(await checkFund(app.wiring, castActor(cast.ines)));
    return page;
  },
  "had an invoice that was taken back": async () => {
    const page = await givenBy("now");
    await app.post(page, { intent: "invoice", purchaseOrder: "PO 1", donorMail: "bo@example.org" }, "lang=en");
    await app.post(page, { intent: "void" }, "lang=en");
    return page;
  },
};

test("of a gift that was paid in a part, the page offers a check for the rest, and for nothing once the rest is given up", async () => {
  const page = await givenBy("now");
  await app.post(page, { intent: "invoice", purchaseOrder: "PO 1", donorMail: "bo@example.org" }, "lang=en");
  const admin = `${await app.signInAs("priya")}; lang=en`;
  const after = async (what: "pay_half" | "give_up") => {
    fund.standIn.act(ACCOUNT, fund.standIn.list(ACCOUNT, "invoice").at(-1)?.id ?? "", what);
    valueIn(await checkFund(app.wiring, castActor(cast.ines)));
    return (await app.get(`/coordinator/fund/gifts/${page.split("/").at(-1)}`, admin)).body;
  };
  const asked = await after("pay_half");
  expect(asked).toContain("$50 of $100");
  expect(/<input[^>]* name="amount"[^>]*>/.exec(asked)?.[0]).toContain('value="50.00"');
  const givenUp = await after("give_up");
  expect(givenUp).toContain("$50 of $100");
  expect(givenUp).not.toContain("A check came for it");
});

test("what is on its way of a gift beside a part that came is named on the donor's page, on the staff's page and in their list", async () => {
  const page = await givenBy("now");
  await app.post(page, { intent: "invoice", purchaseOrder: "PO 1", donorMail: "bo@example.org" }, "lang=en");
  const invoice = fund.standIn.list(ACCOUNT, "invoice").at(-1)?.id ?? "";
  for (const what of ["pay_half", "pay_bank"] as const) fund.standIn.act(ACCOUNT, invoice, what);
  valueIn(await checkFund(app.wiring, castActor(cast.ines)));
  const admin = `${await app.signInAs("priya")}; lang=en`;
  const giftId = page.split("/").at(-1);
  expect((await app.get(page, "lang=en")).body).toContain(
    "The school has $50 of your gift. Your bank is sending $50 more.",
  );
  expect((await app.get(`/coordinator/fund/gifts/${giftId}`, admin)).body).toContain(
    `/coordinator/fund/entries?gift=${giftId}&amp;account=processing`,
  );
  expect((await app.get("/coordinator/fund/gifts", admin)).body).toContain("$50 on its way");
});

test.each(Object.keys(begun))(
  "a gift that %s offers to enter the check that came for it, and takes it once",
  async (how) => {
    const giftId = (await begun[how]?.())?.split("/").at(-1);
    const page = `/coordinator/fund/gifts/${giftId}`;
    const admin = `${await app.signInAs("priya")}; lang=en`;
    const before = (await app.get(page, admin)).body;
    expect(before).toContain("A check came for it");
    expect(/<input[^>]* name="amount"[^>]*>/.exec(before)?.[0]).toContain('value="100.00"');
    const formKey = /name="formKey" value="([^"]+)"/.exec(before)?.[1] ?? "";
    const cheque = { intent: "cheque-for", amount: "100", chequeNumber: "7", receivedOn: "2026-10-14", formKey };
    expect((await app.post(page, cheque, admin)).status).toBe(302);
    const after = (await app.get(page, admin)).body;
    expect(after).toContain("Received");
    expect(after).not.toContain("A check came for it");
  },
);
