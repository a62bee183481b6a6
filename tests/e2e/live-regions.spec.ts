import { expect, type Locator, type Page } from "playwright/test";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

/** A region that stood in the page without a word: a screen reader says what comes into it, and seldom one that comes with its words. */
async function emptyRegion(region: Locator) {
  await expect(region).toBeAttached();
  await expect(region).toBeEmpty();
  const element = await region.elementHandle();
  return { says: () => element?.evaluate((one) => (one.isConnected ? one.textContent : "another element")) };
}

const statusBeside = (page: Page, heading: string) => page.getByRole("region", { name: heading }).getByRole("status");

test("what other weights would change comes into a region that was there; another key makes it old, and only what was tried is saved", async ({
  browser,
}) => {
  const malik = await signIn(browser, "malik");
  await visit(malik, "/coordinator/matches/weights");
  const told = await emptyRegion(statusBeside(malik, "What would change"));
  const sums = malik.getByRole("group", { name: "How a placement suits the student" });
  const sum = await emptyRegion(sums.getByRole("status"));
  const save = malik.getByRole("button", { name: "Save", exact: true });
  const show = malik.getByRole("button", { name: "Show what would change" });
  await expect(save).toHaveCount(0);

  const interests = sums.getByLabel("Interests");
  const way = sums.getByLabel("Way there");
  await interests.fill("28");
  await way.fill("1");
  await way.press("2");
  await expect(way).toHaveValue("12");
  await expect(sums.getByText("Together 100 percent")).toBeVisible();
  // What was left says its sum, what is being typed does not.
  expect(await sum.says()).toBe("Together 98 percent");
  await way.blur();
  await expect.poll(sum.says).toBe("Together 100 percent");

  await show.click();
  await expect.poll(told.says).toContain("would get another proposal");
  await expect(show).toBeFocused();
  await expect(save).toBeVisible();

  const related = malik.getByLabel("How much a related interest counts");
  await related.fill("61");
  await expect.poll(told.says).toContain("You have changed numbers since.");
  await expect(save).toHaveCount(0);
  await related.fill("60");
  await expect.poll(told.says).not.toContain("You have changed numbers since.");
  await expect(save).toBeVisible();
  await related.fill("61");
  await show.click();
  await expect.poll(told.says).toContain("would get another proposal");
  await save.click();
  await expect(malik.getByText("Saved. The next plan uses these shares.")).toBeVisible();
});

test("what came in from a table of travel times is put into a region that was there", async ({ browser }) => {
  const malik = await signIn(browser, "malik");
  await visit(malik, "/coordinator/matches/travel");
  const told = await emptyRegion(malik.getByRole("main").getByRole("status"));
  const table = "area,organisation,site,mode,minutes\nNowhere,Nobody,Nothing,bus,20\n";
  await malik.getByLabel("CSV file").setInputFiles({
    name: "table.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(table),
  });
  await malik.getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(told.says).toContain("One row was not.");
});
