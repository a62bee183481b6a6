import type { Browser, BrowserContext, Page } from "playwright/test";
import { type CastAccountKey, cast } from "../../../db/cast";

/** A fresh browser of one of the cast, signed in through the page of sample people, as a newcomer would do it. */
export async function signIn(browser: Browser, key: CastAccountKey, options: { locale?: string } = {}): Promise<Page> {
  const context = await newContext(browser, options);
  const page = await context.newPage();
  await page.goto("/local/cast");
  await page
    .getByRole("button", { name: new RegExp(cast[key].name) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith("/local"));
  return page;
}

/** A browser of somebody who is not signed in. */
export async function stranger(browser: Browser, options: { locale?: string } = {}): Promise<Page> {
  return (await newContext(browser, options)).newPage();
}

function newContext(browser: Browser, { locale = "en-US" }: { locale?: string }): Promise<BrowserContext> {
  return browser.newContext({ locale, viewport: { width: 390, height: 844 }, hasTouch: true });
}
