import { type Browser, expect, type Locator, type Page } from "playwright/test";
import { sampleSchools } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { tabTo } from "./support/keyboard";
import { signIn } from "./support/people";
import { type OwnProduct, startProduct } from "./support/product";
import { type StripeAccounts, startStripeAccounts, tellWebhook } from "./support/stripe-accounts";
import { test } from "./support/test";

const SETTINGS = "/coordinator/fund/settings";
const WAIT = { timeout: 20_000 };
const KEYS = { test: "sk_test_lakeview0001", live: "sk_live_lakeview9009" };
const SECRETS = { first: "whsec_firstsecretofthem1111", second: "whsec_secondsecretofthem2222" };

let stripe: StripeAccounts;
let product: OwnProduct;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  stripe = await startStripeAccounts({ [KEYS.test]: "acct_lakeview", [KEYS.live]: "acct_lakeview" });
  product = await startProduct("fund-account", {
    ...{ STRIPE_API_BASE: stripe.url, FUND_SECRET: "tests only: seals the keys of no real account" },
  });
});
test.afterAll(async () => {
  await product.stop();
  await stripe.stop();
});

/** The account forms of a book; the summary says whether a key is stored. */
const bookOf = (page: Page, name: "Practice" | "Live") => page.locator(`details:has(> summary:has-text("${name}"))`);
const foldOf = (within: Page | Locator, name: string) => within.locator(`details:has(> summary:text-is("${name}"))`);

async function openSettings(browser: Browser): Promise<Page> {
  const priya = await signIn(browser, "priya", { baseURL: product.origin });
  await priya.goto(SETTINGS);
  return priya;
}

async function open(page: Page, name: "Practice" | "Live"): Promise<void> {
  const book = bookOf(page, name);
  if ((await book.getAttribute("open")) === null) await book.locator("summary").first().click();
}

/** Enters a key with the keyboard alone; an open fold stays open. */
async function enterKey(page: Page, name: "Practice" | "Live", key: string): Promise<void> {
  const book = bookOf(page, name);
  if ((await book.getAttribute("open")) === null) {
    await tabTo(page, book.locator("summary").first());
    await page.keyboard.press("Enter");
  }
  await tabTo(page, book.getByLabel("Secret or restricted key"));
  await page.keyboard.type(key);
  await tabTo(page, book.getByRole("button", { name: "Store the key" }));
  await page.keyboard.press("Enter");
}

async function storeSecret(page: Page, secret: string): Promise<void> {
  await open(page, "Practice");
  await bookOf(page, "Practice").getByLabel("Signing secret of the webhook").fill(secret);
  await bookOf(page, "Practice").getByRole("button", { name: "Store the secret" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible(WAIT);
}

const tell = (secret: string, { live = false, id = `evt_${secret}` } = {}) =>
  tellWebhook(`${product.origin}/webhooks/stripe/${sampleSchools.lakeview.schoolId}`, { secret, live, id });

// One school, one life of its account: each part goes on where the one before ended.
test.describe.configure({ mode: "serial" });

test("keys are entered by keyboard, those for practice and the live ones apart, and none is ever shown again", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const priya = await openSettings(browser);
  await expect(bookOf(priya, "Practice").locator("summary").first()).toContainText("No key is stored.");
  const standIn = priya.getByText("On this machine a stand-in of Stripe takes the payments.");
  await expect(standIn).toBeVisible();

  await enterKey(priya, "Practice", KEYS.live);
  await expect(bookOf(priya, "Practice").getByText("This is no key of this book.").last()).toBeVisible(WAIT);
  expect(await priya.content()).not.toContain(KEYS.live);
  await expectNoAxeViolation(priya);

  await enterKey(priya, "Practice", KEYS.test);
  await expect(priya.getByText("The account is connected.")).toBeVisible(WAIT);
  await expect(bookOf(priya, "Practice").getByLabel("Secret or restricted key")).toHaveValue("");
  await expect(standIn).toBeHidden();
  await expect(bookOf(priya, "Practice").locator("summary").first()).toContainText("It ends in 0001.");
  await expect(bookOf(priya, "Live").locator("summary").first()).toContainText("No key is stored.");

  await enterKey(priya, "Live", KEYS.live);
  await expect(bookOf(priya, "Live").locator("summary").first()).toContainText("It ends in 9009.", WAIT);
  await expect(bookOf(priya, "Practice").locator("summary").first()).toContainText("It ends in 0001.");
  await priya.reload();
  for (const key of Object.values(KEYS)) expect(await priya.content()).not.toContain(key);
});

test("a key that Stripe does not know is refused, and the one that is stored stays", async ({ browser }) => {
  const priya = await openSettings(browser);
  await enterKey(priya, "Practice", "sk_test_nobodys00000");
  await expect(bookOf(priya, "Practice").getByText("Stripe does not know this key.").last()).toBeVisible(WAIT);
  await expect(bookOf(priya, "Practice").locator("summary").first()).toContainText("It ends in 0001.");
});

test("a new webhook secret is valid beside the old one, until an admin ends that", async ({ browser }) => {
  test.setTimeout(120_000);
  const { first, second } = SECRETS;
  expect(await tell(first)).toBe(400);
  const priya = await openSettings(browser);
  await storeSecret(priya, first);
  await expect(bookOf(priya, "Practice").getByLabel("Signing secret of the webhook")).toHaveValue("");
  expect(await tell(first)).toBe(204);
  expect(await tell(first, { live: true, id: "evt_live" })).toBe(400);
  await open(priya, "Practice");
  await expect(priya.getByText("1 webhook secret is valid.")).toBeVisible();
  await expect(foldOf(priya, "End the old webhook secret")).toHaveCount(0);

  await storeSecret(priya, second);
  await open(priya, "Practice");
  await expect(priya.getByText("2 webhook secrets are valid.")).toBeVisible();
  await expect(priya.getByText("The newest secret ends in 2222.")).toBeVisible();
  expect([await tell(first, { id: "evt_2" }), await tell(second, { id: "evt_3" })]).toEqual([204, 204]);
  for (const secret of Object.values(SECRETS)) expect(await priya.content()).not.toContain(secret);

  const ending = foldOf(priya, "End the old webhook secret");
  await ending.locator("summary").click();
  await expect(ending.getByText(/The secret that ends in 1111 stops working now/)).toBeVisible();
  await expectNoAxeViolation(priya);
  await ending.getByRole("button", { name: "End the old secret now" }).click();
  // the word "Saved." may still be the one before
  await expect(ending).toHaveCount(0, WAIT);
  expect([await tell(first, { id: "evt_4" }), await tell(second, { id: "evt_5" })]).toEqual([400, 204]);
});

test("what donors may give, for what, and what their statement says is set on the same page", async ({ browser }) => {
  test.setTimeout(120_000);
  const priya = await openSettings(browser);
  await priya.getByLabel("The fund is open for gifts").check();
  await priya.getByLabel("Student stipends", { exact: true }).uncheck();
  await foldOf(priya, "Suggested amounts").locator("summary").click();
  await priya.getByLabel("Suggested amounts: Bus and train passes").fill("12.50; 33; 77");
  await foldOf(priya, "What donors read on their statement").locator("summary").click();
  await priya.getByLabel("Name on the statement").fill("MUCH TOO LONG A NAME");
  await priya.getByRole("button", { name: "Save", exact: true }).click();
  await expect(priya.getByLabel("Name on the statement")).toHaveAttribute("aria-invalid", "true", WAIT);
  await expect(priya.getByLabel("Suggested amounts: Bus and train passes")).toHaveValue("12.50; 33; 77");
  await expectNoAxeViolation(priya);
  await priya.getByLabel("Name on the statement").fill("BUS FUND");
  await priya.getByRole("button", { name: "Save", exact: true }).click();
  await expect(priya.getByRole("status").filter({ hasText: "Saved." })).toBeVisible(WAIT);
  await priya.reload();
  await foldOf(priya, "What donors read on their statement").locator("summary").click();
  await expect(priya.getByLabel("Name on the statement")).toHaveValue("BUS FUND");

  const maya = await signIn(browser, "maya", { baseURL: product.origin });
  await maya.goto("/mentor/give");
  for (const amount of ["$12.50", "$33", "$77"]) await expect(maya.getByLabel(amount, { exact: true })).toBeVisible();
  await expect(maya.getByLabel("Tools and safety gear")).toBeVisible();
  await expect(maya.getByLabel("Student stipends")).toHaveCount(0);
});

test("a disconnected account closes the fund, leaves the other book alone, and comes back with its key", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const priya = await openSettings(browser);
  await open(priya, "Practice");
  const ending = foldOf(bookOf(priya, "Practice"), "Disconnect this account");
  const arrow = (fold: typeof ending) =>
    fold
      .locator("summary svg")
      .first()
      .evaluate((element) => getComputedStyle(element).rotate);
  await expect.poll(() => arrow(bookOf(priya, "Practice"))).toBe("180deg");
  expect(await arrow(ending)).toBe("none");
  await ending.locator("summary").click();
  await expect.poll(() => arrow(ending)).toBe("180deg");
  await expect(ending.getByText("Nothing is under way there.")).toBeVisible();
  await ending.getByRole("button", { name: "Disconnect now" }).click();
  await expect(bookOf(priya, "Practice").locator("summary").first()).toContainText("No key is stored.", WAIT);
  await expect(bookOf(priya, "Live").locator("summary").first()).toContainText("It ends in 9009.");
  await expect(priya.getByLabel("The fund is open for gifts")).not.toBeChecked();
  await expectNoAxeViolation(priya);
  expect(await tell(SECRETS.second, { id: "evt_6" })).toBe(503);
  await priya.goto("/coordinator/fund");
  await expect(priya.getByText("The fund is not switched on")).toBeVisible();
  await expectNoAxeViolation(priya);
  const maya = await signIn(browser, "maya", { baseURL: product.origin });
  await maya.goto("/mentor/give");
  await expect(maya.getByText("No school takes gifts here right now")).toBeVisible();

  await priya.goto(SETTINGS);
  await open(priya, "Practice");
  await expect(bookOf(priya, "Practice").getByText(/The key of acct_lakeview was taken away/)).toBeVisible();
  await enterKey(priya, "Practice", KEYS.test);
  await expect(priya.getByText("The account is connected.")).toBeVisible(WAIT);
  expect(await tell(SECRETS.second, { id: "evt_7" })).toBe(204);
});
