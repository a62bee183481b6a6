import { type Browser, expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn, stranger } from "./support/people";
import { actAtDesk } from "./support/stripe-desk";
import { test } from "./support/test";

const WAIT = { timeout: 20_000 };

/** A picture of one dot. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The figure of a purpose, as the fund's page shows it. */
const shown = (page: Page, amount: string) => page.getByRole("link", { name: amount }).first();

/** Reads a page again until it says what an event has brought. */
async function until(page: Page, look: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await look();
  }).toPass(WAIT);
}

/** Priya, who has opened the fund for gifts and stands on its settings. */
async function openFund(browser: Browser, options: { baseURL: string | undefined }): Promise<Page> {
  const priya = await signIn(browser, "priya", options);
  await priya.goto("/coordinator/fund/settings");
  await priya.getByLabel("The fund is open for gifts").check();
  await priya.getByRole("button", { name: "Save", exact: true }).click();
  await expect(priya.getByRole("status").filter({ hasText: "Saved." })).toBeVisible(WAIT);
  return priya;
}

test("give, allocate, second approval, disburse, refund, dispute lost", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const options = { baseURL };
  const priya = await openFund(browser, options);
  await expectNoAxeViolation(priya);

  const ines = await signIn(browser, "ines", options);
  await ines.goto("/coordinator/fund/gifts");
  await expectNoAxeViolation(ines);
  await ines.getByText("Ask somebody to give").click();
  await ines.getByRole("button", { name: "Make a link" }).click();
  const link = (await ines.getByText(/\/give\//).textContent()) ?? "";
  expect(link).toContain("/give/");

  const donor = await stranger(browser, options);
  await donor.goto(new URL(link).pathname);
  await expectNoAxeViolation(donor);
  const another = donor.getByRole("radio", { name: "Another amount" });
  await donor.getByLabel("Your own amount").fill("90");
  await expect(another).toBeChecked();
  await donor.getByLabel("Tools and safety gear").check();
  await expect(donor.getByLabel("$120", { exact: true })).toBeHidden();
  await donor.getByLabel("Bus and train passes").check();
  await donor.getByLabel("$120", { exact: true }).check();
  await expect(donor.getByLabel("Your own amount")).toHaveValue("");
  await donor.getByLabel("Your name").fill("Bo Lind");
  await donor.getByRole("button", { name: "Go on" }).click();
  await expect(donor.getByRole("heading", { name: "Your gift" })).toBeVisible(WAIT);
  await donor.getByRole("button", { name: "Pay now" }).click();
  await donor.getByRole("link", { name: /Pay at Stripe/ }).click();
  const desk = new URL(donor.url()).origin;
  await donor.getByRole("button", { name: "Pay by card", exact: true }).click();
  await expect(donor.getByRole("heading", { name: "Your gift" })).toBeVisible(WAIT);
  await until(donor, () => expect(donor.getByText("Received")).toBeVisible({ timeout: 1_000 }));
  await expectNoAxeViolation(donor);

  await ines.goto("/coordinator/fund");
  await expect(shown(ines, "$116.22")).toBeVisible();
  await ines.getByRole("link", { name: "Needs" }).click();
  await ines.getByLabel("Student", { exact: true }).selectOption({ index: 1 });
  await ines.getByLabel("Amount", { exact: true }).fill("40");
  await ines.getByLabel("What is it for?").fill("A bus pass for the term.");
  await ines.getByRole("button", { name: "Propose" }).click();
  await expect(ines.getByText("Waits for a second person")).toBeVisible(WAIT);
  await expect(ines.getByRole("button", { name: "Approve" })).toHaveCount(0);

  await priya.goto("/coordinator/fund");
  await priya.getByRole("link", { name: "1 need waits for a second person" }).click();
  await priya.getByRole("button", { name: "Approve" }).click();
  await expect(priya.getByText("Set aside").last()).toBeVisible(WAIT);
  await expectNoAxeViolation(priya);

  await ines.reload();
  await ines.getByText("It has been paid").click();
  await ines.getByLabel("Where is the receipt?").fill("Invoice 4471, folder 12");
  await ines
    .getByLabel("A picture of the receipt")
    .setInputFiles({ name: "receipt.png", mimeType: "image/png", buffer: Buffer.from(DOT, "base64") });
  await ines.getByLabel("I confirm that the need was met").check();
  await ines.getByRole("button", { name: "Save the payment" }).click();
  await expect(ines.getByText("The payment is in the books.")).toBeVisible(WAIT);
  await expectNoAxeViolation(ines);
  const receipt = await ines.getByRole("link", { name: "See receipt 1" }).getAttribute("href");
  const picture = await ines.request.get(receipt ?? "");
  expect(picture.headers()["content-type"]).toBe("image/png");
  await ines.getByRole("button", { name: "Take it away" }).click();
  await expect(ines.getByText("The picture is gone.")).toBeVisible(WAIT);
  await expect(ines.getByRole("link", { name: "See receipt 1" })).toHaveCount(0);
  expect((await ines.request.get(receipt ?? "")).status()).toBe(404);

  await ines.goto("/coordinator/fund/gifts");
  await ines.getByRole("link", { name: /Bo Lind/ }).click();
  await expectNoAxeViolation(ines);
  await donor.goto(desk);
  await donor.getByRole("button", { name: "Refund a half" }).click();
  await until(ines, () => expect(ines.getByText("Partly given back")).toBeVisible({ timeout: 1_000 }));
  await donor.getByRole("button", { name: "The donor disputes it" }).click();
  await donor.getByRole("button", { name: "The school loses" }).click();
  await until(ines, () => expect(ines.getByText("Lost in a dispute")).toBeVisible({ timeout: 1_000 }));
  // 116.22 came, 40 were spent, 60 went back: the other 60 and the fee of 15 are 58.78 more than was left
  await ines.goto("/coordinator/fund");
  await expect(ines.getByText("The school has to make good $58.78.")).toBeVisible();

  await ines.goto("/coordinator/fund/entries");
  await expect(ines.getByRole("table").first()).toBeVisible();
  await expectNoAxeViolation(ines);
});

test("ask for an invoice with a purchase order, take it back, and compare with Stripe", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const options = { baseURL };
  const priya = await openFund(browser, options);
  const maya = await signIn(browser, "maya", options);
  await maya.goto("/mentor/give");
  await expectNoAxeViolation(maya);
  await maya.getByLabel("Your own amount").fill("25,50");
  await maya.getByLabel("Your mail address, for the receipt").fill("maya@example.org");
  await maya.getByLabel("By an invoice, with a purchase order").check();
  await maya.getByRole("button", { name: "Go on" }).click();
  await expect(maya.getByRole("heading", { name: "Your gift" })).toBeVisible(WAIT);
  await expect(maya.getByText("Not paid yet")).toBeVisible();
  await expectNoAxeViolation(maya);
  await maya.getByLabel("Purchase order number").fill("PO 4711");
  await maya.getByRole("button", { name: "Send me the invoice" }).click();
  await until(maya, () => expect(maya.getByText("Invoice made")).toBeVisible({ timeout: 1_000 }));
  await expect(maya.getByText("PO 4711")).toBeVisible();
  await expect(maya.getByText("$25.50")).toBeVisible();
  await expectNoAxeViolation(maya);

  await priya.goto("/coordinator/fund/gifts");
  await priya.getByRole("link", { name: /^\$25\.50/ }).click();
  await expect(priya.getByText("PO 4711")).toBeVisible();
  await maya.getByRole("button", { name: "Take the invoice back" }).click();
  await until(maya, () => expect(maya.getByText("Invoice taken back")).toBeVisible({ timeout: 1_000 }));
  await expectNoAxeViolation(maya);

  await priya.goto("/coordinator/fund/checks");
  await priya.getByRole("button", { name: "Compare now" }).click();
  await expect(priya.getByText("Stripe and the fund agree.")).toBeVisible(WAIT);
  await expectNoAxeViolation(priya);
  await priya.goto("/coordinator/fund/month");
  await expect(priya.getByRole("heading", { name: "Month report" })).toBeVisible();
  await expectNoAxeViolation(priya);
  const figures = priya.getByRole("table").first();
  await expect(figures).toBeHidden();
  await priya.emulateMedia({ media: "print" });
  await expect(figures).toBeVisible();
  await priya.emulateMedia({ media: "screen" });
  await priya.getByText("Bus and train passes").first().click();
  await expect(figures).toBeVisible();
  await expectNoAxeViolation(priya);
});

test("a gift from a bank account is on its way for days, then arrives or fails; an invoice voided at Stripe is taken back", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const options = { baseURL };
  await openFund(browser, options);
  const maya = await signIn(browser, "maya", options);
  const ines = await signIn(browser, "ines", options);
  const desk = await stranger(browser, options);
  const seen = (page: Page, words: string) =>
    until(page, () => expect(page.getByText(words, { exact: true }).first()).toBeVisible({ timeout: 1_000 }));

  const arrives = await payFromBank(maya, desk, "61");
  await seen(maya, "On its way");
  await expectNoAxeViolation(maya);
  await ines.goto("/coordinator/fund/gifts");
  await ines.getByRole("link", { name: /^\$61/ }).click();
  await seen(ines, "On its way");
  await actAtDesk(desk, { desk: arrives, kind: "Payment", what: "The bank's money arrives" });
  await seen(ines, "Received");
  await seen(maya, "Received");

  const fails = await payFromBank(maya, desk, "62");
  await seen(maya, "On its way");
  await actAtDesk(desk, { desk: fails, kind: "Payment", what: "The bank payment fails" });
  await seen(maya, "Payment failed");
  await expect(maya.getByRole("button", { name: "Pay now" })).toBeVisible();

  await give(maya, "63", "By an invoice, with a purchase order");
  await maya.getByLabel("Purchase order number").fill("PO 63");
  await maya.getByRole("button", { name: "Send me the invoice" }).click();
  await seen(maya, "Invoice made");
  await actAtDesk(desk, { desk: arrives, kind: "Invoice", what: "Void it" });
  await seen(maya, "Invoice taken back");
  await ines.goto("/coordinator/fund/gifts");
  await ines.getByRole("link", { name: /^\$63/ }).click();
  await expect(ines.getByText("PO 63")).toBeVisible();
  await expect(ines.getByText("Invoice taken back").first()).toBeVisible();
});

/** Fills in the form of a mentor who is signed in; stands on the page of the gift afterwards. */
async function give(maya: Page, amount: string, how: string): Promise<void> {
  await maya.goto("/mentor/give");
  await maya.getByLabel("Your own amount").fill(amount);
  await maya.getByLabel("Your mail address, for the receipt").fill("maya@example.org");
  await maya.getByLabel(how).check();
  await maya.getByRole("button", { name: "Go on" }).click();
  await expect(maya.getByRole("heading", { name: "Your gift" })).toBeVisible(WAIT);
}

/** Gives out of a bank account, which takes days; answers where the rest of the payment's life is decided. */
async function payFromBank(maya: Page, desk: Page, amount: string): Promise<string> {
  await give(maya, amount, "Now, by card or from a bank account");
  await maya.getByRole("button", { name: "Pay now" }).click();
  const link = (await maya.getByRole("link", { name: /Pay at Stripe/ }).getAttribute("href")) ?? "";
  await desk.goto(link);
  await desk.getByRole("button", { name: "Pay from a bank account (takes days)" }).click();
  return new URL(link).origin;
}
