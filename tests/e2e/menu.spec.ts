import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const places = (page: Page, name: string) => page.getByRole("banner").getByRole("navigation", { name });

/** How many lines the places take that one sees without opening anything. */
const linesOf = (page: Page, name: string) =>
  places(page, name)
    .locator("> a, > details > summary")
    .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size);

const WIDE = { viewport: { width: 1280, height: 800 } };
const MENUS = [
  { who: "ines", locale: "en-US", name: "Main places" },
  { who: "priya", locale: "es-MX", name: "Lugares principales" },
] as const;

for (const { who, locale, name } of MENUS)
  test(`the places of ${who} fit in one line of a wide screen in ${locale} @desktop`, async ({ browser }) => {
    const page = await signIn(browser, who, { ...WIDE, locale });
    await page.goto("/coordinator");
    await expect(places(page, name)).toBeVisible();
    expect(await linesOf(page, name)).toBe(1);
  });

test("what is rare is behind More, which says where the reader is and closes with Escape @desktop", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines", WIDE);
  await ines.goto("/coordinator");
  const menu = places(ines, "Main places");
  const more = menu.locator("summary");
  await expect(menu.getByRole("link", { name: "Checks" })).toBeHidden();
  await more.focus();
  await ines.keyboard.press("Enter");
  await expect(menu.locator("details").getByRole("link")).toHaveText(["Contacts", "Checks", "Imports", "Fund"]);
  await expectNoAxeViolation(ines);
  await ines.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await more.click();
  await menu.getByRole("link", { name: "Checks" }).click();
  await expect(ines).toHaveURL(/\/coordinator\/checks$/);
  await expect(more).toHaveText("More: Checks");
  await expect(menu.getByRole("link", { name: "Checks" })).toBeHidden();
  await expectNoAxeViolation(ines);
});

test("on a narrower screen, where More may stand in a line of its own, what it holds stays on the screen @desktop", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines", { viewport: { width: 900, height: 800 }, locale: "es-MX" });
  await ines.goto("/coordinator/checks");
  await places(ines, "Lugares principales").locator("summary").click();
  const box = await ines.getByRole("banner").getByRole("link", { name: "Contactos" }).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(900);
});

test("a phone shows all places in one list", async ({ browser }) => {
  const ines = await signIn(browser, "ines");
  await ines.goto("/coordinator");
  await ines.getByRole("banner").locator("summary:visible").click();
  await expect(places(ines, "Main places").getByRole("link")).toHaveCount(12);
  await expectNoAxeViolation(ines);
});
