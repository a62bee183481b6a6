import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const PHONE = { width: 390, height: 844 };

test("on a phone a coordinator writes down a contact and a call, and makes one contact of two", async ({
  browser,
  baseURL,
}) => {
  const greta = await signIn(browser, "greta", { baseURL, viewport: PHONE });
  await greta.goto("/coordinator/contacts");
  await expect(greta.getByText("No contacts yet")).toBeVisible();
  await expectNoAxeViolation(greta);
  await greta.getByRole("link", { name: "Add a contact" }).click();
  await greta.getByLabel("Name", { exact: true }).fill("Sunniva Dahl");
  await greta.getByRole("button", { name: "Add the contact" }).click();
  await expect(greta.getByRole("alert")).toContainText("Without one nobody can reach them.");
  await greta.getByRole("textbox", { name: /^Email/ }).fill("sunniva@dahl.example");
  await greta.getByLabel("Tags").fill("boats, alumni");
  await expectNoAxeViolation(greta);
  await greta.getByRole("button", { name: "Add the contact" }).click();
  await expect(greta.getByRole("heading", { level: 1, name: "Sunniva Dahl" })).toBeVisible();

  await greta.getByText("Write down a call", { exact: true }).click();
  await greta.getByLabel("We talked").check();
  await greta.getByLabel("What was said").fill("She takes two students in spring.");
  await greta.getByRole("button", { name: "Save the call" }).click();
  await expect(greta.getByRole("listitem").filter({ hasText: "two students in spring" })).toContainText("We talked");

  await greta.goto("/coordinator/contacts/new");
  await greta.getByLabel("Name", { exact: true }).fill("Sunniva Dahl");
  await greta.getByLabel("Phone").fill("206 555 0144");
  await greta.getByRole("button", { name: "Add the contact" }).click();
  await greta.getByRole("link", { name: "Compare with Sunniva Dahl" }).click();
  await expect(greta.getByText("1 call or note comes along.")).toBeVisible();
  await expectNoAxeViolation(greta);
  await greta.getByRole("button", { name: "Make them one" }).click();
  await expect(greta.getByText("The two contacts are one now.")).toBeVisible();
  await expect(greta.getByText("two students in spring")).toBeVisible();
  await expectNoAxeViolation(greta);

  await greta.goto("/coordinator/contacts?tag=boats&touched=any");
  await expect(greta.getByText("1 contact", { exact: true })).toBeVisible();
  const row = greta.getByRole("listitem").filter({ hasText: "Sunniva Dahl" });
  await expect(row).toContainText("sunniva@dahl.example");
  await expectNoAxeViolation(greta);
  const overflow = await greta.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
