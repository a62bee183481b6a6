import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const NARROW = { width: 360, height: 800 };

/** The document of the mail that a preview shows. */
async function mailAt(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return (await page.locator("main iframe").getAttribute("srcdoc")) ?? "";
}

/** How much wider than the window it is, and what of it sticks out. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

for (const language of ["en", "es"]) {
  for (const look of ["light", "dark"]) {
    test(`every kind of mail in ${language}, ${look}: readable on a narrow phone, without a violation, loading nothing`, async ({
      browser,
    }) => {
      test.setTimeout(240_000);
      const priya = await signIn(browser, "priya");
      await priya.goto("/operations/mails");
      const kinds = await priya
        .locator('main a[href^="/operations/mails/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      expect(kinds.length).toBeGreaterThan(20);
      const context = await browser.newContext({ viewport: NARROW });
      const reader = await context.newPage();
      const asked: string[] = [];
      reader.on("request", (request) => asked.push(request.url()));
      for (const kind of kinds) {
        await reader.setContent(await mailAt(priya, `${kind}?language=${language}&look=${look}`));
        expect([kind, await overflowOf(reader)]).toEqual([kind, []]);
        await expectNoAxeViolation(reader);
      }
      expect(asked.filter((url) => !url.startsWith("about:"))).toEqual([]);
      await context.close();
    });
  }
}

test("a case, a language and the light of a mail each have their address, and work without scripts", async ({
  browser,
}) => {
  const priya = await signIn(browser, "priya");
  await priya.goto("/operations/mails/student-status");
  await priya.getByRole("link", { name: "Español" }).click();
  await expect(priya).toHaveURL(/language=es/);
  await priya.getByRole("navigation", { name: "Light" }).getByRole("link", { name: "Dark" }).click();
  await expect(priya).toHaveURL(/language=es&look=dark/);
  await expectNoAxeViolation(priya, { without: "iframe" });
  await priya.goto("/operations");
  await expectNoAxeViolation(priya);
});
