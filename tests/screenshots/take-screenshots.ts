import { expect, type Page, test } from "playwright/test";
import { type CastAccountKey, cast } from "../../db/cast";
import { findLink } from "./find-link";
import { pages } from "./pages";
import { readPrepared } from "./prepared";

for (const { name, as, path, status = 200, media } of pages) {
  test(name, async ({ page }, { project }) => {
    if (as) await signInAs(page, as);
    const [address = "", ...links] = (typeof path === "string" ? path : path(readPrepared())).split(" → ");
    await open(page, address, status);
    for (const link of links) await open(page, new URL(await findLink(page, link), page.url()).href, status);
    if (media) await page.emulateMedia({ media });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `screenshots/${name}.${project.name}.png`, fullPage: true, animations: "disabled" });
  });
}

async function signInAs(page: Page, who: CastAccountKey): Promise<void> {
  await page.goto("/local/cast");
  await page.locator(`button[name="key"][value="${cast[who].key}"]`).click();
  await page.waitForURL((url) => url.pathname !== "/local/cast");
}

async function open(page: Page, path: string, status: number): Promise<void> {
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  expect(answer?.status(), path).toBe(status);
}
