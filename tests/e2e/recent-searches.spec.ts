import { expect, type Page } from "playwright/test";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

const recent = (page: Page) => page.getByRole("navigation", { name: "On this device you looked for:" });
const stored = (page: Page) => page.evaluate(() => window.localStorage.getItem("recent-searches"));

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
  expect(await stored(ana)).toBeNull();

  await look(ana, "building");
  expect(await stored(ana)).toContain("building");
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
  expect(await stored(page)).toContain("animals");
  await page.context().clearCookies();
  await page.goto("/local/cast");
  await page.locator('button[name="key"][value="jada"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/local"));
  await expect.poll(() => stored(page)).toBeNull();
  await visit(page, "/search");
  await expect(recent(page)).toHaveCount(0);
});
