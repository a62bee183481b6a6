import { expect, type Page } from "playwright/test";

/** The first link of the page's main part that begins like `pattern`. */
export async function findLink(page: Page, pattern: string): Promise<string> {
  const links = await page
    .locator("main a[href]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = links.find((link) => new RegExp(`^${pattern}`).test(link));
  expect(found, `a link like ${pattern} on ${page.url()}`).toBeDefined();
  return found ?? "";
}
