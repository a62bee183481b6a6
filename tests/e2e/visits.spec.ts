import { expect } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

/** Two weeks on, as a date field takes it. */
const DAY = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

test("an interview waits for what is open, gets its day, reaches the host's calendar and is called off by the host", async ({
  browser,
}) => {
  const ines = await signIn(browser, "ines");
  await ines.goto("/coordinator/pursuits?show=moving");
  await ines.getByRole("link", { name: /^Diego Flores → / }).click();
  await ines.locator("summary", { hasText: "Plan a visit" }).click();
  await ines.getByRole("radio", { name: "Interview" }).check();
  await ines.getByLabel("Day", { exact: true }).fill(DAY);
  await ines.getByLabel("From").fill("15:00");
  await ines.getByLabel("To", { exact: true }).fill("14:00");
  await ines.getByLabel("Where to meet").fill("At the counter. Ask for Carlos.");
  await ines.getByRole("button", { name: "Plan a visit" }).click();
  await expect(ines.getByRole("alert")).toContainText("It ends before it starts.");
  await expect(ines.getByLabel("Where to meet").first()).toHaveValue("At the counter. Ask for Carlos.");
  await ines.getByLabel("To", { exact: true }).fill("16:00");
  await ines.getByRole("button", { name: "Plan a visit" }).click();
  const visits = ines.getByRole("list", { name: "Interviews and shadow days" });
  await expect(visits).toContainText("Still open: Travel plan");
  await expectNoAxeViolation(ines);

  const gate = ines
    .getByRole("list", { name: "What is still needed" })
    .getByRole("listitem")
    .filter({ hasText: "Travel plan" });
  await gate.locator("summary").click();
  await gate.getByLabel("Note: what you saw, and where it is kept").fill("Takes bus 44 with his sister.");
  await gate.getByRole("button", { name: "Confirm" }).click();
  await visits.locator("summary", { hasText: "Set the day" }).click();
  await visits.getByRole("button", { name: "Set the day" }).click();
  await expect(ines.getByRole("status").first()).toContainText("Student, family and host get it for their calendar.");
  await expect(visits).toContainText("Has a day");

  const carlos = await signIn(browser, "carlos");
  await carlos.goto("/mentor");
  await carlos.getByRole("link", { name: /Diego/ }).first().click();
  const days = carlos.getByRole("list", { name: "Days with the student" });
  await expect(days).toContainText("At the counter. Ask for Carlos.");
  await expectNoAxeViolation(carlos);
  await carlos.goto("/local/mailbox?to=carlos.mendoza@sol-y-masa.example");
  await expect(async () => {
    await carlos.reload();
    await carlos
      .getByRole("link", { name: /Fecha para Diego/ })
      .first()
      .click();
  }).toPass();
  await expect(carlos.locator("main")).toContainText("METHOD:REQUEST");

  await carlos.goto("/mentor");
  await carlos.getByRole("link", { name: /Diego/ }).first().click();
  await days.locator("summary", { hasText: "We cannot on that day" }).click();
  await days.getByLabel("Why?").fill("Ese día cerramos.");
  await days.getByRole("button", { name: "Call it off and tell everybody" }).click();
  await expect(days).toContainText("Called off");
  await ines.goto("/coordinator/tasks");
  await expect(ines.locator("main")).toContainText("Ese día cerramos.");
});
