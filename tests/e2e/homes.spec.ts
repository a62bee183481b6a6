import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

/** What a home keeps to on a phone 390 px wide. */
async function expectFits(page: Page): Promise<void> {
  await expect(page.locator("h1")).toBeVisible();
  await expectNoAxeViolation(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Somebody's home in their language, and one step on from it and back. */
const HOMES = [
  { who: "rosa", home: "/guardian", locale: "es-MX", next: /introducir|presentar|conozco|mentor/i },
  { who: "ana", home: "/student", locale: "en-US", next: /find a placement/i },
  { who: "maya", home: "/mentor", locale: "en-US", next: /about you|placement/i },
] as const;

for (const { who, home, locale, next } of HOMES)
  test(`the home of ${who} is read and left by its first step on a phone`, async ({ browser }) => {
    const page = await signIn(browser, who, { locale });
    await page.goto("/home");
    await expect(page).toHaveURL(new RegExp(`${home}$`));
    await expectFits(page);
    await page.getByRole("main").getByRole("link", { name: next }).first().click();
    await expect(page).not.toHaveURL(new RegExp(`${home}$`));
    await expectFits(page);
  });

test("a coordinator's home leads to the first thing that waits, with its one action", async ({ browser }) => {
  const ines = await signIn(browser, "ines");
  await ines.goto("/coordinator");
  await expectFits(ines);
  const first = ines.getByRole("main").getByRole("listitem").first();
  await expect(first).toBeVisible();
  await first.getByRole("link").first().click();
  await expect(ines).not.toHaveURL(/\/coordinator$/);
  await expectFits(ines);
});

test("an advisor reads the advisory, has it covered for some days, and ends that", async ({ browser }) => {
  const tom = await signIn(browser, "tom");
  await tom.goto("/advisor");
  await expectFits(tom);
  // All are his own; whoever covers reads whose each student is.
  await expect(tom.getByText("Tom's advisory", { exact: true })).toHaveCount(0);
  const samir = await signIn(browser, "samir");
  await samir.goto("/advisor");
  await expect(samir.getByText("Tom's advisory", { exact: true }).first()).toBeVisible();
  await tom.getByRole("link", { name: "Cover" }).first().click();
  await expectFits(tom);
  await tom.getByLabel("Who covers").selectOption({ label: "June Park" });
  await tom.getByLabel("Last day").fill(await tom.getByLabel("First day").inputValue());
  await tom.getByRole("button", { name: "Give cover" }).click();
  const given = tom.getByRole("main").getByRole("listitem").filter({ hasText: "June Park covers" });
  await expect(given).toBeVisible();
  await expectFits(tom);
  await given.getByRole("button", { name: /End now/ }).click();
  await expect(given).toHaveCount(0);
});

test("the list of a day opens by a press, also without JavaScript, and no cache keeps it", async ({ browser }) => {
  const ines = await signIn(browser, "ines", { javaScriptEnabled: false });
  await ines.goto("/advisor/day");
  const [answer] = await Promise.all([
    ines.waitForResponse((each) => each.request().method() === "POST"),
    ines.getByRole("button", { name: "Open the list" }).click(),
  ]);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  await expect(ines.locator("h1")).toContainText("Who is where on");

  const page = await signIn(browser, "ines");
  await page.goto("/advisor/day");
  await expectFits(page);
  await page.getByRole("button", { name: "Open the list" }).click();
  await expect(page.locator("h1")).toContainText("Who is where on");
  await expectFits(page);
});
