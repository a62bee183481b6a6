import { expect, test } from "playwright/test";
import type { CastAccountKey } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { signIn, stranger } from "./support/people";

const PAGES: [CastAccountKey | null, string[]][] = [
  [null, ["/", "/sign-in", "/local/cast", "/local/mailbox", "/nowhere"]],
  ["ana", ["/student", "/search", "/search?q=animls", "/search?q=zzzzqqqq", "/introduce", "/account"]],
  ["rosa", ["/guardian", "/introduce"]],
  ["maya", ["/mentor", "/mentor/placements/new"]],
  ["tom", ["/advisor"]],
  [
    "ines",
    [
      "/coordinator",
      "/coordinator/listings",
      "/coordinator/imports",
      "/coordinator/matches",
      "/coordinator/matches?show=unmatched",
      "/coordinator/matches?show=students",
      "/coordinator/pursuits",
      "/coordinator/pursuits?show=moving",
      "/coordinator/introductions",
      "/coordinator/tasks",
    ],
  ],
];

for (const [who, paths] of PAGES) {
  test(`pages of ${who ?? "nobody"} have no accessibility violation, no console error, and fit the screen @both`, async ({
    browser,
    viewport,
  }) => {
    test.setTimeout(120_000);
    const page = who ? await signIn(browser, who) : await stranger(browser);
    if (viewport) await page.setViewportSize(viewport);
    const complaints: string[] = [];
    page.on("console", (message) => {
      const expected404 = message.text().includes("404");
      if (message.type() === "error" && !expected404) complaints.push(`${page.url()} ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
    for (const path of paths) {
      await page.goto(path);
      await expect(page.locator("h1").first()).toBeVisible();
      await expectNoAxeViolation(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  });
}
