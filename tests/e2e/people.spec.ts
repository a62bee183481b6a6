import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

test("an admin writes down a student and a parent, renames, and lets go, and a parent's right is not taken without a document @both", async ({
  browser,
  viewport,
}) => {
  const size = viewport ?? { width: 390, height: 844 };
  // both sizes share a school: each has a student of its own
  const [first, last] = size.width > 400 ? ["Zephyr", "Quill"] : ["Zora", "Quince"];
  const name = `${first} ${last}`;
  const walter = await signIn(browser, "walter", { viewport: size });
  await visit(walter, "/coordinator/people");
  await walter.getByRole("link", { name: "Add somebody" }).click();
  await walter.getByLabel("Full name").fill(name);
  await walter.getByLabel("Grade").fill("10");
  await walter.getByLabel("Student number").fill(`HP-${size.width}`);
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Add", exact: true }).click();
  await expect(walter.getByText("Written down.")).toBeVisible();
  await expect(walter.getByText("No family is written down yet.")).toBeVisible();

  await walter.getByRole("link", { name: "Add a guardian" }).click();
  await expect(walter.getByRole("heading", { level: 1, name: /^Add a guardian of/ })).toBeVisible();
  await walter.getByLabel("Full name").fill(`Nura of ${name}`);
  await walter.getByLabel("Relationship").fill("mother");
  await walter.getByLabel("Know where the student is").uncheck();
  await walter.getByLabel("Phone").fill("+1 206 555 0187");
  await expectNoAxeViolation(walter);
  await walter.getByRole("button", { name: "Add", exact: true }).click();
  await expect(walter.getByText("Name the legal document.").first()).toBeVisible();
  await walter.getByLabel("Legal document").fill("Order 26-3-00123");
  await walter.getByRole("button", { name: "Add", exact: true }).click();
  await expect(walter.getByText("May: Give consent, See records")).toBeVisible();
  await expectNoAxeViolation(walter);

  await walter.getByText("Change the name").click();
  await walter.getByRole("textbox", { name: "Full name" }).fill(`${first} Reed`);
  await walter.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(walter.getByText("The name is changed everywhere.")).toBeVisible();
  await visit(walter, `/coordinator/people?show=student&q=${last}`);
  await expect(walter.getByText("Nobody is found")).toBeVisible();
  await walter.getByLabel("Name or student number").fill(`hp-${size.width}`);
  await walter.getByRole("button", { name: "Find" }).click();
  await walter.getByRole("link", { name: first }).click();
  await walter.getByRole("button", { name: "Write it down" }).click();
  await expect(walter.getByText("Left the school on")).toBeVisible();
  await walter.goto(`/coordinator/people?show=student&q=hp-${size.width}`);
  await expect(walter.getByText("Nobody is found")).toBeVisible();
});
