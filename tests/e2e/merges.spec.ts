import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";
import { visit } from "./support/visit";

/** Writes an aunt down at the student whose page is open, who may know where the student is or not. */
async function addAunt(ines: Page, name: string, mayKnow: boolean): Promise<void> {
  await ines.getByRole("link", { name: "Add a guardian" }).click();
  await expect(ines.getByRole("heading", { level: 1, name: /^Add a guardian of/ })).toBeVisible();
  await ines.getByLabel("Full name").fill(name);
  await ines.getByLabel("Relationship").fill("aunt");
  await ines.getByLabel("On what it rests").selectOption("guardian");
  if (!mayKnow) await ines.getByLabel("Know where the student is").uncheck();
  await ines.getByLabel("Phone").fill("+1 206 555 0163");
  await ines.getByRole("button", { name: "Add", exact: true }).click();
  await expect(ines.getByText(name).first()).toBeVisible();
}

test("a family member who is there twice is found, made one with the rights of a look, and two again @both", async ({
  browser,
  viewport,
}) => {
  const size = viewport ?? { width: 390, height: 844 };
  // both sizes share a school: each has a family of its own
  const name = size.width > 400 ? "Beatrice Quell" : "Beatrice Quorn";
  const other = name.split(" ").reverse().join(" ");
  const ines = await signIn(browser, "ines", { viewport: size });
  await visit(ines, "/coordinator/people?show=student&q=Jada");
  await ines.getByRole("link", { name: "Jada" }).first().click();
  await addAunt(ines, name, true);
  await visit(ines, "/coordinator/people?show=student&q=Jada");
  await ines.getByRole("link", { name: "Jada" }).first().click();
  await addAunt(ines, other, false);

  await visit(ines, "/coordinator/duplicates");
  await expectNoAxeViolation(ines);
  await ines.getByRole("link", { name: new RegExp(other) }).click();
  await expect(ines.getByRole("heading", { level: 1, name: "Make one family member of two" })).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.getByLabel(/Know where the student is/).check();
  await ines.getByRole("button", { name: "Make one person of them" }).dblclick();
  await expect(ines.getByText("They are one person now.")).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.getByRole("button", { name: "Undo it" }).click();
  await expect(ines.getByText("They are two again.")).toBeVisible();

  await ines.getByRole("link", { name: "Choose two family members yourself" }).click();
  await ines.getByLabel("Words of the name").fill(name.split(" ")[1] ?? "");
  await ines.getByRole("button", { name: "Find", exact: true }).click();
  await ines.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  await expect(ines.getByRole("heading", { name: `Who goes into ${name}?` })).toBeVisible();
  await expectNoAxeViolation(ines);
  await ines.getByRole("link", { name: new RegExp(`^${other}`) }).click();
  await ines.getByRole("button", { name: "These are not the same" }).click();
  await expect(ines.getByText("We will not ask about these two again.")).toBeVisible();
});
