import { expect, type Page } from "playwright/test";
import { visit } from "./visit";

/** A plan on the board; the first one takes a moment. */
export async function makePlan(page: Page): Promise<void> {
  await visit(page, "/coordinator/matches");
  await page.getByRole("button", { name: "Make a new plan" }).click();
  await expect(page.getByRole("list", { name: "Plan" })).toBeVisible({ timeout: 30_000 });
}
