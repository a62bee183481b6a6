import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright/test";
import { type CastAccountKey, cast } from "../../../db/cast";

type Options = Pick<BrowserContextOptions, "baseURL" | "locale" | "javaScriptEnabled" | "viewport" | "colorScheme">;

/** A fresh browser of one of the cast, signed in through the page of sample people, as a newcomer would do it. */
export async function signIn(browser: Browser, key: CastAccountKey, options: Options = {}): Promise<Page> {
  const context = await newContext(browser, options);
  const page = await context.newPage();
  await page.goto("/local/cast");
  await page.locator(`button[name="key"][value="${cast[key].key}"]`).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/local"));
  return page;
}

/** A browser of somebody who is not signed in. */
export async function stranger(browser: Browser, options: Options = {}): Promise<Page> {
  return (await newContext(browser, options)).newPage();
}

function newContext(browser: Browser, options: Options): Promise<BrowserContext> {
  return browser.newContext({ locale: "en-US", viewport: { width: 390, height: 844 }, hasTouch: true, ...options });
}
