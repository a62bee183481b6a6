import { expect, type Page, test } from "playwright/test";
import { type CastKey, cast } from "../../db/cast";
import { pages } from "./pages";

for (const { name, as, path, firstLink } of pages) {
  test(name, async ({ page }, { project }) => {
    if (as) await signInAs(page, as);
    await open(page, path);
    if (firstLink) await open(page, await findLink(page, firstLink));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `screenshots/${name}.${project.name}.png`, fullPage: true, animations: "disabled" });
  });
}

async function signInAs(page: Page, who: CastKey): Promise<void> {
  await page.goto("/local/cast");
  await page.locator(`button[name="key"][value="${cast[who].key}"]`).click();
  await page.waitForURL((url) => url.pathname !== "/local/cast");
}

async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  expect(answer?.status(), path).toBe(200);
}

async function findLink(page: Page, pattern: RegExp): Promise<string> {
  const links = await page
    .locator("main a[href]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = links.find((link) => pattern.test(link));
  expect(found, `a link like ${pattern} on ${page.url()}`).toBeDefined();
  return found as string;
}
