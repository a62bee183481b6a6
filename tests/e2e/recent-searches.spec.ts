import { expect, type Page } from "playwright/test";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

const recent = (page: Page) => page.getByRole("navigation", { name: "On this device you looked for:" });
const stored = (page: Page) => page.evaluate(() => window.localStorage.getItem("recent-searches"));
/** The page keeps a search once it shows it, a moment after the address says so. */
const expectStored = (page: Page, text: string) => expect.poll(async () => (await stored(page)) ?? "").toContain(text);

async function look(page: Page, text: string): Promise<void> {
  await page.getByRole("searchbox").fill(text);
  await expect(page).toHaveURL(new RegExp(`q=${text}`));
}

test("what a student looked for stays on the device, can be cleared, and is gone for whoever comes next", async ({
  browser,
}) => {
  const ana = await signIn(browser, "ana");
  await visit(ana, "/search");
  await expect(recent(ana)).toHaveCount(0);
  await look(ana, "animals");
  await look(ana, "music");
  await expect(recent(ana).getByRole("link")).toHaveText(["animals"]);
  await visit(ana, "/search");
  await expect(recent(ana).getByRole("link")).toHaveText(["music", "animals"]);

  await recent(ana).getByRole("link", { name: "animals" }).click();
  await expect(ana.getByRole("searchbox")).toHaveValue("animals");
  await recent(ana).getByRole("button", { name: "Forget these" }).click();
  await expect(recent(ana)).toHaveCount(0);
  await expect.poll(() => stored(ana)).toBeNull();

  await look(ana, "building");
  await expectStored(ana, "building");
  await ana
    .locator('form[action="/sign-out"]')
    .first()
    .evaluate((form: HTMLFormElement) => form.requestSubmit());
  await ana.waitForURL((url) => url.pathname === "/");
  await expect.poll(() => stored(ana)).toBeNull();
});

test("another member on the same device finds nothing of the one before, also without a sign-out", async ({
  browser,
}) => {
  const page = await signIn(browser, "ana");
  await visit(page, "/search");
  await look(page, "animals");
  await expectStored(page, "animals");
  await page.context().clearCookies();
  await page.goto("/local/cast");
  await page.locator('button[name="key"][value="jada"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/local"));
  await expect.poll(() => stored(page)).toBeNull();
  await visit(page, "/search");
  await expect(recent(page)).toHaveCount(0);
});
