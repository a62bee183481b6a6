import { expect, type Page } from "playwright/test";
import { visit } from "./visit";

/** A new plan of the kind on the board, whatever was there: each plan has pairs of its own, by which it is known. */
export async function makePlan(page: Page, kind: "Balanced" | "Stable" | "Slate" = "Balanced"): Promise<void> {
  await visit(page, "/coordinator/matches");
  const pairs = () =>
    page
      .locator('input[name="matchId"]')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).join());
  const before = await pairs();
  await page.locator("summary", { hasText: "Which kind of plan" }).click();
  await page.getByLabel(kind).check();
  await page.getByRole("button", { name: "Make a new plan" }).click();
  await expect(page.getByRole("list", { name: "Plan" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(new RegExp(`^${kind} plan, made`))).toBeVisible({ timeout: 30_000 });
  await expect.poll(pairs, { timeout: 30_000 }).not.toBe(before);
}
