import { expect, type Locator, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

const sizes = (page: Page) => page.getByRole("table", { name: "Animals" });
/** What the school counts, and what the mail may say, of the whole school. */
const wholeSchool = (page: Page) => sizes(page).getByRole("row", { name: /The whole school/ });

/** What stands in the cells of some rows, without the names of their columns. */
const said = (rows: Locator) => rows.getByRole("cell").locator("> span:last-child").allTextContents();

async function count(page: Page, near: string): Promise<void> {
  await page.getByLabel("Interest", { exact: true }).selectOption("Animals");
  await page.getByLabel("Near").selectOption(near);
  await page.getByRole("button", { name: "Count" }).click();
}

test("a coordinator counts for a mail that looks for hosts; a count under ten is nothing to tell, and stands neither on paper nor with what is for others", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await visit(ines, "/coordinator/demand");
  await ines.getByRole("link", { name: "For a mail that looks for hosts" }).click();
  await expect(ines.getByRole("heading", { name: "For a mail that looks for hosts" })).toBeInViewport();
  await count(ines, "Anywhere");
  await expect(sizes(ines).getByRole("row")).toHaveCount(2);
  const own = wholeSchool(ines).getByRole("cell").first();
  const counted = Number(await own.getByText(/^\d+$/).textContent());
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThan(10);
  expect((await said(wholeSchool(ines))).at(-1)).toBe("Nothing");
  await ines.emulateMedia({ media: "print" });
  await expect(own.getByText(/^\d+$/)).toBeHidden();
  await expect(own.getByText("under 10")).toBeVisible();
  await ines.emulateMedia({ media: null });
  await expect(own.getByText("under 10")).toBeHidden();
  const toOthers = ines.getByRole("link", { name: "To tell others" });
  await toOthers.click();
  await expect(toOthers).toHaveAttribute("aria-current", "page");
  await count(ines, "Anywhere");
  await expect(wholeSchool(ines).getByRole("cell")).toHaveCount(1);
  expect(await said(wholeSchool(ines))).toEqual(["Nothing"]);
  await expect(toOthers).toHaveAttribute("aria-current", "page");
  await expectNoAxeViolation(ines);
});

test("near a place the circles grow, the address can be kept, and what was chosen stays", async ({ browser }) => {
  const ines = await signIn(browser, "ines");
  await visit(ines, "/coordinator/demand");
  const [, area = ""] = await ines.getByLabel("Near").locator("option").allTextContents();
  await count(ines, area);
  await expect(sizes(ines).getByRole("row")).toHaveCount(6);
  const numbers = (await said(sizes(ines))).filter((cell) => /^\d/.test(cell)).map((cell) => Number.parseInt(cell, 10));
  expect(numbers).toHaveLength(5);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  await ines.goto(ines.url());
  await expect(ines.getByLabel("Interest", { exact: true }).locator("option:checked")).toHaveText("Animals");
  await expect(ines.getByLabel("Near").locator("option:checked")).toHaveText(area);
  await expect(wholeSchool(ines)).toBeVisible();
  await ines.goto("/coordinator/demand?interest=nothing&near=nowhere");
  await expect(ines.getByRole("button", { name: "Count" })).toBeVisible();
  await expect(ines.getByRole("table")).toHaveCount(1);
});

test("counting works without scripts", async ({ browser }) => {
  const ines = await signIn(browser, "ines", { javaScriptEnabled: false });
  await ines.goto("/coordinator/demand");
  await count(ines, "Anywhere");
  await expect(wholeSchool(ines)).toBeVisible();
});
