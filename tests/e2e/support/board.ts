import { expect, type Page } from "playwright/test";
import { visit } from "./visit";

/** A plan of the kind on the board, whatever is there; the first one takes a moment. */
export async function makePlan(page: Page, kind: "Balanced" | "Stable" | "Slate" = "Balanced"): Promise<void> {
  await visit(page, "/coordinator/matches");
  await page.locator("summary", { hasText: "Which kind of plan" }).click();
  await page.getByLabel(kind).check();
  await page.getByRole("button", { name: "Make a new plan" }).click();
  await expect(page.getByRole("list", { name: "Plan" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(new RegExp(`^${kind} plan, made`))).toBeVisible({ timeout: 30_000 });
}
