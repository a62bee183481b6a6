import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./axe";

/** Opens a page and looks at it as a machine for accessibility does. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1")).toBeVisible();
  await expectNoAxeViolation(page);
}

/** Follows a link by its words, as somebody does who is on the page already. */
export async function follow(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: words, exact: true }).first().click();
}
