import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

const CLINIC = "Green Lake Animal Clinic";
const organisations = (page: Page) => page.getByRole("group", { name: "Organization" });
const found = (page: Page) => page.getByRole("list", { name: "Placements" }).getByRole("listitem");

test("an organization is found by its name while typing, narrows the results, and is taken off again", async ({
  browser,
}) => {
  const ana = await signIn(browser, "ana", { viewport: { width: 390, height: 844 } });
  await visit(ana, "/search");
  await ana.getByText("Narrow it down").click();
  const group = organisations(ana);
  await group.getByLabel("Find one by its name").fill("lake ani");
  await expect(group.getByRole("checkbox")).toHaveCount(1);
  await expect(group.getByRole("status")).toHaveText("1 organization");
  await group.getByLabel(CLINIC).click();
  await expect(group.getByLabel(CLINIC)).toBeChecked();
  await expect(ana).toHaveURL(/org=/);
  await expect(found(ana).first()).toContainText(CLINIC);
  await group.getByLabel("Find one by its name").fill("zzxq");
  await expect(group.getByText("None is called that.")).toBeVisible();
  await expect(group.getByLabel(CLINIC)).toBeChecked();
  await expectNoAxeViolation(ana);

  await ana.getByRole("list", { name: "Limits that are set" }).getByRole("link", { name: CLINIC }).click();
  await expect(ana).not.toHaveURL(/org=/);
});

test("the same works without scripts, with the button of the form", async ({ browser }) => {
  const ana = await signIn(browser, "ana", { javaScriptEnabled: false });
  await ana.goto("/search");
  await ana.getByText("Narrow it down").click();
  await organisations(ana).getByLabel("Find one by its name").fill("CLINIC");
  await ana.getByRole("button", { name: "Show these" }).click();
  await organisations(ana).getByLabel(CLINIC).check();
  await ana.getByRole("button", { name: "Show these" }).click();
  await expect(found(ana).first()).toContainText(CLINIC);
});
