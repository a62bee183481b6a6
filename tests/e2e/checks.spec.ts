import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { askFor } from "./support/placements";
import { test } from "./support/test";
import { follow, visit } from "./support/visit";

test("a coordinator records a check of a mentor, and the start gate that was shut opens", async ({ browser }) => {
  const mateo = await signIn(browser, "mateo");
  await mateo.goto("/search?q=food+bank");
  await follow(mateo, "Keep a food bank running");
  await expect(mateo).toHaveURL(/\/placements\//);
  const pursuitId = await askFor(mateo, new URL(mateo.url()).pathname);
  const malik = await signIn(browser, "malik");
  await malik.goto(`/coordinator/pursuits/${pursuitId}`);
  await malik.getByRole("button", { name: "Approve" }).click();
  await expect(malik.getByRole("status").first()).toContainText("Approved");
  const gate = malik.getByRole("listitem").filter({ hasText: "Background check of the mentor and back-ups" }).first();
  await expect(gate).toContainText("Open");

  await follow(malik, "Record a background check");
  await expect(malik.locator("main")).toContainText("Has run out");
  const save = malik.getByRole("button", { name: "Save this check" });
  const see = malik.getByRole("button", { name: "See until when it counts" });
  const date = malik.getByLabel("Date of the check");
  await malik.getByRole("radio", { name: /^Clear/ }).check();
  await date.fill("2100-01-01");
  await malik.getByLabel("Reference").fill("SP-2026-0417");
  await see.click();
  await expect(malik.getByRole("alert")).toContainText("still to come");
  await expect(malik.getByLabel("Reference"), "nothing typed is lost").toHaveValue("SP-2026-0417");
  await expectNoAxeViolation(malik);
  await date.fill(new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10));
  await see.click();
  await expect(malik.getByText("This check counts until")).toBeVisible();
  await expectNoAxeViolation(malik);
  await save.click();
  await expect(malik.getByRole("status").first()).toContainText("The check is saved");
  await expect(malik.locator("main")).toContainText("SP-2026-0417");
  await expectNoAxeViolation(malik);

  const checks = new URL(malik.url()).pathname;
  await visit(malik, `/coordinator/pursuits/${pursuitId}`);
  await expect(gate).toContainText("Done");

  await visit(malik, checks);
  await follow(malik, "Wrong mentor: withdraw this entry");
  await expect(malik.getByText("The entry counts no more for")).toBeVisible();
  await expectNoAxeViolation(malik);
  await malik.getByRole("button", { name: "Withdraw this entry" }).click();
  await expect(malik.getByRole("status").first()).toContainText("The entry is withdrawn");
  await malik.getByText("corrected or withdrawn entr").click();
  await expect(malik.getByText(/^Withdrawn by Malik Johnson/)).toBeVisible();
  await expectNoAxeViolation(malik);
  await visit(malik, `/coordinator/pursuits/${pursuitId}`);
  await expect(gate).toContainText("Open");
});
