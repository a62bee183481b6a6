import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { tickInterest } from "./support/placements";
import { test } from "./support/test";
import { visit } from "./support/visit";

const NEW = "/mentor/placements/new";
/** The heading that folds one group of interests. */
const headingOf = (page: Page, group: string) => page.locator("summary").filter({ hasText: group });

test("a ticked interest stands in the heading of its folded group, after a reload and without scripts too", async ({
  browser,
}) => {
  const carlos = await signIn(browser, "carlos");
  await visit(carlos, NEW);
  await expect(carlos.getByLabel("Animals")).toBeHidden();
  await expect(carlos.getByText("None ticked yet.")).toBeVisible();
  await tickInterest(carlos, "animals");
  await expect(headingOf(carlos, "Doing and making")).toContainText("Animals");
  await expect(carlos.getByRole("status").filter({ hasText: "One of 6 ticked." })).toBeVisible();
  await expectNoAxeViolation(carlos);
  await expect(carlos.getByText("Kept. You can finish it later.")).toBeVisible();
  await carlos.reload();
  await expect(headingOf(carlos, "Doing and making")).toContainText("Animals");
  await expect(carlos.getByLabel("Animals")).toBeHidden();

  const without = await signIn(browser, "carlos", { javaScriptEnabled: false });
  await without.goto(NEW);
  await expect(headingOf(without, "Doing and making")).toContainText("Animals");
  await headingOf(without, "Doing and making").click();
  await expect(without.getByLabel("Animals")).toBeChecked();
  await without.getByRole("button", { name: "Start over" }).click();
  await expect(headingOf(without, "Doing and making")).not.toContainText("Animals");
});

test("the list of faults says which field is empty, and leads to interests that nobody ticked", async ({ browser }) => {
  const carlos = await signIn(browser, "carlos");
  await carlos.goto(NEW);
  await carlos.getByRole("button", { name: "Send it to the school" }).click();
  await expect(carlos.getByRole("alert").getByRole("link", { name: "Title: Please fill this in." })).toBeVisible();
  const fault = carlos.getByRole("alert").locator('a[href="#field-interests"]');
  await fault.click();
  await expect(headingOf(carlos, "Doing and making")).toBeFocused();
});
